#include "edge/addresses.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace kiemkring::edge {
namespace {

template <class Number>
std::optional<Number> read_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool is_mapped_ipv4(const AddressBytes& address) {
    return std::ranges::all_of(address.begin(), address.begin() + 10, [](auto byte) { return byte == 0; }) &&
           address[10] == 0xff && address[11] == 0xff;
}

std::string bracketed(const std::string& host) {
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

bool is_private_ipv4(const std::uint8_t* bytes) {
    return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] >= 16 && bytes[1] < 32) || (bytes[0] == 192 && bytes[1] == 168);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<AddressBytes> read_address(std::string_view text) {
    if (text.size() > 45) return std::nullopt;
    const std::string zero_ended{text};
    AddressBytes address{};
    if (inet_pton(AF_INET6, zero_ended.c_str(), address.data()) == 1) return address;
    address = {};
    address[10] = address[11] = 0xff;
    if (inet_pton(AF_INET, zero_ended.c_str(), address.data() + 12) == 1) return address;
    return std::nullopt;
}

bool Network::holds(const AddressBytes& other) const {
    for (unsigned bit = 0; bit < bits; bit += 8) {
        const auto wanted = std::min(8U, bits - bit);
        const auto mask = static_cast<std::uint8_t>(0xff << (8 - wanted));
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
    }
    return true;
}

std::optional<Network> read_network(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = read_address(text.substr(0, slash));
    if (!address) return std::nullopt;
    const bool ipv4 = is_mapped_ipv4(*address) && text.find('.') != std::string_view::npos;
    if (slash == std::string_view::npos) return Network{*address, 128};
    const auto bits = read_number<unsigned>(text.substr(slash + 1));
    if (!bits || *bits > (ipv4 ? 32U : 128U)) return std::nullopt;
    return Network{*address, ipv4 ? *bits + 96 : *bits};
}

std::vector<InterfaceAddress> interface_addresses() {
    std::vector<InterfaceAddress> addresses;
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0) return addresses;
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner{list, &freeifaddrs};
    for (const auto* entry = list; entry; entry = entry->ifa_next) {
        if (!entry->ifa_addr || !(entry->ifa_flags & IFF_UP)) continue;
        char text[INET6_ADDRSTRLEN]{};
        InterfaceAddress address;
        address.loopback = entry->ifa_flags & IFF_LOOPBACK;
        if (entry->ifa_addr->sa_family == AF_INET) {
            const auto& ipv4 = reinterpret_cast<const sockaddr_in*>(entry->ifa_addr)->sin_addr;
            inet_ntop(AF_INET, &ipv4, text, sizeof text);
            address.ipv4 = true;
            address.is_private = is_private_ipv4(reinterpret_cast<const std::uint8_t*>(&ipv4));
        } else if (entry->ifa_addr->sa_family == AF_INET6) {
            const auto& ipv6 = reinterpret_cast<const sockaddr_in6*>(entry->ifa_addr)->sin6_addr;
            if (IN6_IS_ADDR_LINKLOCAL(&ipv6)) continue;
            inet_ntop(AF_INET6, &ipv6, text, sizeof text);
            address.is_private = (ipv6.s6_addr[0] & 0xfe) == 0xfc;
        } else {
            continue;
        }
        address.text = text;
        address.interface = entry->ifa_name;
        addresses.push_back(std::move(address));
    }
    return addresses;
}

std::optional<HostPort> read_host_port(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto port = read_number<std::uint16_t>(text.substr(colon + 1));
    std::string_view host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos) return std::nullopt;
    if (!port || host.empty()) return std::nullopt;
    return HostPort{std::string{host}, *port};
}

std::optional<Origin> read_origin(std::string_view text) {
    const std::string lower = lower_case(text);
    std::string_view rest = lower;
    Origin origin;
    if (rest.starts_with("https://")) origin.https = true, rest.remove_prefix(8);
    else if (rest.starts_with("http://")) rest.remove_prefix(7);
    else return std::nullopt;
    if (rest.empty() || rest.find_first_of("/?#@ ") != std::string_view::npos) return std::nullopt;
    const std::string_view own_port = origin.https ? ":443" : ":80";
    if (rest.ends_with(own_port)) rest.remove_suffix(own_port.size());
    origin.host = rest;
    return origin;
}

OwnNames::OwnNames(const std::vector<HostPort>& listening, std::optional<Origin> public_origin)
    : listening_{listening}, public_origin_{std::move(public_origin)} {
    look_at_interfaces();
}

void OwnNames::look_at_interfaces() {
    looked_at_ = std::chrono::steady_clock::now();
    hosts_.clear();
    if (public_origin_) {
        hosts_.insert(public_origin_->host);
        hosts_.insert(public_origin_->host + (public_origin_->https ? ":443" : ":80"));
    }
    const auto addresses = interface_addresses();
    for (const auto& [host, port] : listening_) {
        const auto add = [&](const std::string& name) {
            hosts_.insert(fmt::format("{}:{}", bracketed(lower_case(name)), port));
            if (port == 80) hosts_.insert(bracketed(lower_case(name)));
        };
        add("localhost");
        add("127.0.0.1");
        add("::1");
        if (host != "0.0.0.0" && host != "::") add(host);
        for (const auto& address : addresses) add(address.text);
    }
}

std::string OwnNames::nearest_host() const {
    const auto& [host, port] = listening_.front();
    const bool everywhere = host == "0.0.0.0" || host == "::" || host == "localhost";
    return fmt::format("{}:{}", everywhere ? "127.0.0.1" : bracketed(host), port);
}

bool OwnNames::is_own_host(std::string_view host) {
    const std::string lower = lower_case(host);
    if (hosts_.contains(lower)) return true;
    if (std::chrono::steady_clock::now() - looked_at_ < std::chrono::seconds{1}) return false;
    look_at_interfaces();
    return hosts_.contains(lower);
}

bool OwnNames::is_own_origin(std::string_view origin, std::string_view host, bool https) const {
    const auto asked = read_origin(origin);
    if (!asked) return false;
    const auto through = [&](bool secure) {
        return read_origin(fmt::format("{}://{}", secure ? "https" : "http", host));
    };
    if (public_origin_) {
        const auto own = through(public_origin_->https);
        if (own && own->host == public_origin_->host)
            return asked->https == public_origin_->https && asked->host == public_origin_->host;
    }
    const auto own = through(https);
    return own && asked->https == https && asked->host == own->host;
}

Peer client_of(const std::string& socket_address, const RequestHead& head, const std::vector<Network>& trusted_proxies) {
    const auto is_trusted = [&](std::string_view text) {
        const auto address = read_address(text);
        return address && std::ranges::any_of(trusted_proxies, [&](const auto& network) { return network.holds(*address); });
    };
    Peer peer{.address = socket_address, .local_admin = false, .https = false};
    if (!is_trusted(socket_address)) return peer;

    peer.https = lower_case(head.field("x-forwarded-proto")) == "https";
    std::string chain;
    for (const auto& field : head.fields)
        if (field.name == "x-forwarded-for") chain += (chain.empty() ? "" : ",") + field.value;
    std::string_view rest = chain;
    while (!rest.empty()) {
        const auto comma = rest.rfind(',');
        const auto last = trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
        if (!read_address(last)) break;
        peer.address = last;
        if (!is_trusted(last) || comma == std::string_view::npos) break;
        rest = rest.substr(0, comma);
    }
    return peer;
}

}  // namespace kiemkring::edge
