// Which names and addresses are ours, and whose word about a client we take.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "edge/http.h"

namespace kiemkring::edge {

/// An IPv4 or IPv6 address; IPv4 in its mapped form.
using AddressBytes = std::array<std::uint8_t, 16>;

[[nodiscard]] std::optional<AddressBytes> read_address(std::string_view text);

/// A network in the form 10.0.0.0/8, or one address.
struct Network {
    AddressBytes address{};
    unsigned bits{};
    [[nodiscard]] bool holds(const AddressBytes& other) const;
};
[[nodiscard]] std::optional<Network> read_network(std::string_view text);

/// The addresses of the interfaces that are up; IPv6 link-local ones are left out.
struct InterfaceAddress {
    std::string text, interface;
    bool loopback{}, ipv4{}, is_private{};
};
[[nodiscard]] std::vector<InterfaceAddress> interface_addresses();

/// Where to listen, "HOST:PORT" or "[HOST]:PORT".
struct HostPort {
    std::string host;
    std::uint16_t port{};
};
[[nodiscard]] std::optional<HostPort> read_host_port(std::string_view text);

/// An origin: "http://name:8080" or "https://name", in lower case and without a path.
struct Origin {
    bool https{};
    std::string host;  ///< as a Host field has it, without the port when that is the scheme's own
};
[[nodiscard]] std::optional<Origin> read_origin(std::string_view text);

/// Knows the names under which a browser may reach us: the listen address, every address of this machine, localhost and
/// the public name. Everything else is DNS rebinding or a mistake.
class OwnNames {
public:
    OwnNames(const std::vector<HostPort>& listening, std::optional<Origin> public_origin);

    /// Where this machine itself reaches us, as a Host field has it.
    [[nodiscard]] std::string nearest_host() const;
    /// Whether a Host field names us. Looks again for new interfaces at most once a second.
    [[nodiscard]] bool is_own_host(std::string_view host);
    /// Whether an Origin field is the one that this request's Host makes.
    [[nodiscard]] bool is_own_origin(std::string_view origin, std::string_view host, bool https) const;

private:
    void look_at_interfaces();

    std::vector<HostPort> listening_;
    std::optional<Origin> public_origin_;
    std::unordered_set<std::string> hosts_;
    std::chrono::steady_clock::time_point looked_at_{};
};

/// The client behind trusted proxies: the last address of X-Forwarded-For that is not itself trusted. From anybody else
/// the fields mean nothing.
[[nodiscard]] Peer client_of(const std::string& socket_address, const RequestHead& head,
                             const std::vector<Network>& trusted_proxies);

}  // namespace kiemkring::edge
