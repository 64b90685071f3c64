#include "similarity/word_parts.h"

#include <array>

namespace kiemkring::similarity {

std::vector<std::string> PartList::parts_of(const std::string& stem) const {
    if (stem.size() < word_bytes_min || stem.size() > word_bytes_max || whole_.contains(stem)) return {};
    std::string lone;
    for (std::size_t at = part_bytes_min; at + part_bytes_min <= stem.size(); ++at) {
        const auto first = known_first(std::string_view{stem}.substr(0, at), stem);
        const auto last = stem.substr(at);
        const bool last_is_known = is_known(last, stem);
        if (!first.empty() && last_is_known) return {first, last};
        if (last_is_known && last.size() >= lone_part_bytes_min && last.size() > lone.size()) lone = last;
        const bool first_is_long = first.size() >= lone_part_bytes_min || at > lone_part_bytes_min;  // "regen-" is, "reg" is not
        if (!first.empty() && first_is_long && first.size() > lone.size()) lone = first;
    }
    if (lone.empty()) return {};
    return {lone};
}

/// The stem in front: "bloem" of "bloemen-", "stad" of "stads-", "bom" (that of "boom") of "boom-".
std::string PartList::known_first(std::string_view front, const std::string& whole) const {
    constexpr std::array<std::string_view, 5> links{"", "s", "e", "en", "n"};
    for (const auto link : links) {
        if (!front.ends_with(link) || front.size() < link.size() + part_bytes_min) continue;
        std::string part{front.substr(0, front.size() - link.size())};
        if (is_known(part, whole)) return part;
        if (!link.empty()) continue;
        const auto last = part.size() - 1;  // in a stem a long vowel stands once
        if (part.size() > part_bytes_min && part[last - 1] == part[last - 2] && std::string_view{"aeou"}.contains(part[last - 1])) {
            part.erase(last - 1, 1);
            if (is_known(part, whole)) return part;
        }
    }
    return {};
}

}  // namespace kiemkring::similarity
