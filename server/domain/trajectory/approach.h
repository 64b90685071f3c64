// What the approach brings along for a new trajectory: amounts and factors, each of which a desk may change.
#pragma once

#include <string_view>
#include <vector>

#include "domain/trajectory/entry.h"

namespace kiemkring::domain::trajectory {

/// Steps 1 to 3 cost this, exempt from VAT; of it so much goes back when it is no match.
inline constexpr Cents fee_default = 10'400'00, refund_default = 9'000'00;

/// The seven green factors, all open. The approach does not list them: these are a proposal. `language` is nl or en.
[[nodiscard]] std::vector<Factor> proposed_factors(std::string_view language);

}  // namespace kiemkring::domain::trajectory
