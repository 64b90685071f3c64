// Concepts that a place may become, from concepts.json: orientation for a group, and nothing that binds anybody.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiemkring::domain {

struct Concept {
    using Range = std::array<std::uint32_t, 2>;
    std::string id, name_nl, name_en, description_nl;
    Range area_m2{}, cost_eur{}, months{};
    std::string kind;  ///< "ivn" and what begins so: one of the approach's own
    std::string within_one_year_nl, season_nl, upkeep_nl, unit_cost_nl, check_first_nl;
    std::string basis;  ///< of the figures: S a source, M partly, E an estimate
    std::array<std::uint32_t, 5> effects{};  ///< 0 to 3, our own estimate: heat, water, nature, meeting, health
    std::vector<std::string> keywords_nl;
    std::string sources;  ///< where the figures were read, as whoever wrote it down names them; empty: none
    bool operator==(const Concept&) const = default;
};

inline constexpr std::size_t concepts_max = 300, keywords_per_concept_max = 30;

/// All that come along, in the order of the file.
[[nodiscard]] const std::vector<Concept>& concepts();
/// Null when there is none.
[[nodiscard]] const Concept* find_concept(std::string_view id);

/// One of the approach's own: step 4 then goes its way.
[[nodiscard]] bool is_ivn(const Concept& known);

[[nodiscard]] std::string name_of(const Concept& known, std::string_view language);
/// Empty where nobody wrote one in this language.
[[nodiscard]] std::string description_of(const Concept& known, std::string_view language);
/// Roughly how much it costs, how large it is and how long it takes, and what that stands on: "€ 2.000 tot 8.000", "100 tot 250 m²",
/// "4 tot 10 maanden", "geschat".
[[nodiscard]] std::vector<std::string> facts_of(const Concept& known, std::string_view language);

}  // namespace kiemkring::domain
