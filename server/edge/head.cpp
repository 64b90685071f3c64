#include "edge/head.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kiemkring::edge {
namespace {

bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_character); }

bool is_value(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

Response bad_request() {
    Response response = error_response(400, "bad_request");
    response.close = true;
    return response;
}

/// Fields of which a second one is a trick, whatever it says.
constexpr std::array single{std::string_view{"host"},          std::string_view{"content-length"},
                            std::string_view{"content-type"},  std::string_view{"transfer-encoding"},
                            std::string_view{"origin"},        std::string_view{"authorization"},
                            std::string_view{"expect"},        std::string_view{"sec-websocket-key"},
                            std::string_view{"sec-websocket-version"}};

bool read_first_line(std::string_view line, RequestHead& head) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return false;
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method) || target.empty()) return false;
    if (!std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f; })) return false;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return false;

    const auto question = target.find('?');
    head.method = method;
    head.path = target.substr(0, question);
    if (question != std::string_view::npos) head.query = target.substr(question + 1);
    head.http_1_1 = version == "HTTP/1.1";
    return true;
}

bool read_field(std::string_view line, RequestHead& head) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
    if (!is_value(value)) return false;

    std::string name = lower_case(line.substr(0, colon));
    if (std::ranges::find(single, name) != single.end() && head.has(name)) return false;
    head.fields.push_back({std::move(name), std::string{value}});
    return true;
}

}  // namespace

std::expected<RequestHead, Response> read_head(std::string_view text) {
    RequestHead head;
    bool first = true;
    while (true) {
        const auto end = text.find("\r\n");
        if (end == std::string_view::npos) return std::unexpected(bad_request());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 2);
        if (line.empty() && !first) break;
        if (line.find('\r') != std::string_view::npos || line.find('\n') != std::string_view::npos)
            return std::unexpected(bad_request());
        if (!(first ? read_first_line(line, head) : read_field(line, head))) return std::unexpected(bad_request());
        first = false;
    }

    if (!head.has("host") || head.field("host").empty()) return std::unexpected(bad_request());
    if (head.has("transfer-encoding")) {
        if (head.has("content-length") || !head.http_1_1) return std::unexpected(bad_request());
        if (lower_case(head.field("transfer-encoding")) != "chunked") return std::unexpected(bad_request());
    }
    if (head.has("content-length")) {
        const auto length = head.field("content-length");
        if (length.empty() || !std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; }))
            return std::unexpected(bad_request());
        if (length.size() > 18) {
            Response response = error_response(413, "too_large");
            response.close = true;
            return std::unexpected(response);
        }
    }
    if (head.has("expect") && lower_case(head.field("expect")) != "100-continue") return std::unexpected(bad_request());
    return head;
}

std::optional<std::uint64_t> body_length(const RequestHead& head) {
    if (head.has("transfer-encoding")) return std::nullopt;
    const auto text = head.field("content-length");
    std::uint64_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

}  // namespace kiemkring::edge
