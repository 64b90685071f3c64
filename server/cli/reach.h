// Under which address phones reach this server.
#pragma once

#include <string>
#include <vector>

#include "edge/addresses.h"

namespace kiemkring::cli {

struct Reach {
    std::string url;  ///< without a slash at the end
    bool phones_can{};
    std::string why_not;  ///< a sentence, when they cannot
};

/// The public URL when there is one, else the first address of the listening ones that other machines can reach: a private
/// IPv4 address before a public one, that before IPv6; those of containers and virtual machines last.
[[nodiscard]] Reach find_reach(const std::vector<edge::HostPort>& listen, const std::string& public_url);

}  // namespace kiemkring::cli
