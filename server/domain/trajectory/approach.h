// What the approach brings along for a new trajectory: amounts, hours and factors. An organiser changes it for all new ones.
#pragma once

#include <string_view>
#include <vector>

#include "domain/trajectory/entry.h"

namespace kiemkring::domain::trajectory {

/// A factor of the green date in both languages; where there is no English it is the Dutch one.
struct ProposedFactor {
    std::string name_nl, name_en, question_nl, question_en;
    bool operator==(const ProposedFactor&) const = default;
};

struct Approach {
    Cents fee{}, refund{};                     ///< of steps 1 to 3, exempt from VAT; of it so much goes back when it is no match
    std::int64_t hours_from{}, hours_to{};     ///< a week, in kind, of the contact person
    std::vector<ProposedFactor> factors;
    std::int64_t contingency_percent{};        ///< of the cost, kept for setbacks: a rule of thumb that a plan begins with
    bool operator==(const Approach&) const = default;
};

/// As it comes along. The approach itself does not list the seven factors: these are a proposal.
[[nodiscard]] const Approach& proposed_approach();

/// All open. `language` is nl or en.
[[nodiscard]] std::vector<Factor> factors_of(const Approach& approach, std::string_view language);

/// What a new trajectory has besides its place: the factors and the money.
[[nodiscard]] std::vector<Entry> first_entries(const Approach& approach, std::string_view language);

}  // namespace kiemkring::domain::trajectory
