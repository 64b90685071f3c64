#include "cli/reach.h"

#include <algorithm>

#include <fmt/format.h>

namespace kiemkring::cli {
namespace {

std::string url_of(const std::string& host, std::uint16_t port) {
    const auto bracketed = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return port == 80 ? "http://" + bracketed : fmt::format("http://{}:{}", bracketed, port);
}

bool is_virtual(const std::string& interface) {
    for (const auto* start : {"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "podman", "cni"})
        if (interface.starts_with(start)) return true;
    return false;
}

}  // namespace

Reach find_reach(const std::vector<edge::HostPort>& listen, const std::string& public_url) {
    if (!public_url.empty())
        return {public_url.ends_with('/') ? public_url.substr(0, public_url.size() - 1) : public_url, true, {}};

    auto addresses = edge::interface_addresses();
    std::erase_if(addresses, [](const auto& address) { return address.loopback; });
    const auto rank = [](const edge::InterfaceAddress& address) {
        return (is_virtual(address.interface) ? 4 : 0) + (address.ipv4 ? 0 : 2) + (address.is_private ? 0 : 1);
    };
    std::ranges::stable_sort(addresses, {}, rank);

    for (const auto& [host, port] : listen) {
        const bool everywhere = host == "0.0.0.0" || host == "::";
        const auto found = std::ranges::find_if(addresses, [&](const auto& address) {
            return everywhere ? address.ipv4 || host == "::" : address.text == host;
        });
        if (found != addresses.end()) return {url_of(found->text, port), true, {}};
    }

    const auto& first = listen.front();
    const bool everywhere = first.host == "0.0.0.0" || first.host == "::";
    return {url_of(everywhere ? "localhost" : first.host, first.port), false,
            everywhere ? "This machine has no address on a network, so phones cannot reach it: connect it to a network, and "
                         "start again."
                       : fmt::format("It listens on {} only, so phones cannot reach it: listen on 0.0.0.0:{} for a room, or set "
                                     "a public URL.", first.host, first.port)};
}

}  // namespace kiemkring::cli
