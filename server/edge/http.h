// One HTTP request and its answer as plain values: what the router sees of a connection.
#pragma once

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiemkring::edge {

struct Field {
    std::string name;  ///< lower case
    std::string value;
};

/// The first line and the header fields, already strict: see read_head().
struct RequestHead {
    std::string method;
    std::string path;   ///< the target up to '?', as sent
    std::string query;  ///< behind it
    bool http_1_1{};
    std::vector<Field> fields;

    /// The value of a field, empty when absent. `name` is lower case.
    [[nodiscard]] std::string_view field(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// Whether a comma-separated field holds this token, in any case.
    [[nodiscard]] bool has_token(std::string_view name, std::string_view token) const;
    /// A parameter of the query, percent-decoded; empty when absent.
    [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// Where a request comes from, after trusted proxies were believed.
struct Peer {
    std::string address;    ///< textual; "local" over the unix socket
    bool local_admin{};     ///< over the unix socket of the data folder: whoever may read the files
    bool https{};           ///< a trusted proxy said that the client used TLS
};

struct Request {
    RequestHead head;
    Peer peer;
    std::string body;
    std::stop_token left;  ///< stopped on the live thread when whoever asked went away before the answer
};

struct Response {
    int status{200};
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;
    /// Instead of body: bytes that live as long as the program.
    std::string_view shared_body;
    bool close{};  ///< say so and close afterwards

    [[nodiscard]] std::string_view content() const { return shared_body.empty() ? std::string_view{body} : shared_body; }
    Response& with(std::string name, std::string value) {
        fields.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

using Reply = std::move_only_function<void(Response)>;

/// `{"error": code}` with this status. `code` is one of our own words.
[[nodiscard]] Response error_response(int status, std::string_view code);
[[nodiscard]] Response json_response(int status, std::string body);

/// The reason phrase of a status.
[[nodiscard]] std::string_view reason_of(int status);

/// Percent-decodes; anything that is not well formed becomes empty.
[[nodiscard]] std::string percent_decode(std::string_view text);

[[nodiscard]] std::string lower_case(std::string_view text);

/// The whole head of the answer, with the security headers that every answer carries, up to and with the empty line. `host` is
/// the Host field that was found to be ours, or empty: older Safaris do not count our own WebSocket as 'self'.
[[nodiscard]] std::string head_of(const Response& response, bool keep_alive, std::string_view host);

}  // namespace kiemkring::edge
