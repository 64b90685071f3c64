// What each step needs before the next one opens without a reason: a file for each.
#pragma once

#include <vector>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain::trajectory {

/// Who is in, whether there is money, how others hear of it, and every factor green.
[[nodiscard]] std::vector<Missing> missing_at_green_date(const Trajectory& trajectory);

}  // namespace kiemkring::domain::trajectory
