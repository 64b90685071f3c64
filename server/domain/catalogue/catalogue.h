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
};

/// All of them, in the order of the file.
[[nodiscard]] const std::vector<Concept>& concepts();
/// Null when there is none.
[[nodiscard]] const Concept* find_concept(std::string_view id);

[[nodiscard]] std::string name_of(const Concept& known, std::string_view language);
/// Empty where nobody wrote one in this language.
[[nodiscard]] std::string description_of(const Concept& known, std::string_view language);
/// Roughly how much it costs, how large it is and how long it takes: "€ 2.000 tot 8.000", "100 tot 250 m²", "4 tot 10 maanden".
[[nodiscard]] std::vector<std::string> facts_of(const Concept& known, std::string_view language);

}  // namespace kiemkring::domain
