// Reports that somebody made, as they are remembered: not what was in them, but that it was the same or not.
#pragma once

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

#include "domain/session/event.h"

namespace kiemkring::store {

/// Of each session or trajectory so many are remembered, the newest.
inline constexpr std::size_t reports_max = 200;

struct ReportMade {
    std::uint32_t number{};     ///< of the content, from 1: the same content has the same
    std::string hash;           ///< of the content, 64 hex digits
    domain::Time made_at{};
    std::uint32_t organiser{};  ///< 0: a tablet, or the command line
    std::string readers, names, language, format;  ///< in the words of an export
    std::string parts;          ///< its sections with commas between them, or "summary"
    domain::Version version{};  ///< of what it was made of
    bool operator==(const ReportMade&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportMade, (), (number, hash, made_at, organiser, readers, names, language, format, parts, version))

/// Made again by the same person for the same readers in the same form: the old line makes room for the new one.
[[nodiscard]] inline bool is_repeat(const ReportMade& a, const ReportMade& b) {
    return a.hash == b.hash && a.organiser == b.organiser && a.readers == b.readers && a.format == b.format;
}

/// Of content that was made before; 0 for what is new.
[[nodiscard]] inline std::uint32_t number_of(const std::string& hash, std::span<const ReportMade> before) {
    const auto same = std::ranges::find(before, hash, &ReportMade::hash);
    return same == before.end() ? 0 : same->number;
}
/// Of what is made now: content that was made before has the same number again.
[[nodiscard]] inline std::uint32_t next_number(const std::string& hash, std::span<const ReportMade> before) {
    if (const auto same = number_of(hash, before); same > 0) return same;
    return before.empty() ? 1 : std::ranges::max(before, {}, &ReportMade::number).number + 1;
}

}  // namespace kiemkring::store
