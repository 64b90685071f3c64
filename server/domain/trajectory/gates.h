// What each step needs before the next one opens without a reason: a file for each.
#pragma once

#include <vector>

#include "domain/trajectory/decide.h"

namespace kiemkring::domain::trajectory {

/// Who is in, whether there is money, how others hear of it, and every factor green, with all of the approach among them.
[[nodiscard]] std::vector<Missing> missing_at_green_date(const Trajectory& trajectory);
/// The party held, what was measured and who was thanked, and somebody to be reminded of the upkeep: then it is finished.
[[nodiscard]] std::vector<Missing> missing_at_opening(const Trajectory& trajectory);

/// A session was held, or its ideas are written down; and of each of the first is known what had to be found out.
[[nodiscard]] std::vector<Missing> missing_at_session(const Trajectory& trajectory);

/// Who decides, one idea chosen, every criterion looked at for it, and what it will be: a concept or a plan of their own. Of two
/// that became one, what each will be.
[[nodiscard]] std::vector<Missing> missing_at_choice(const Trajectory& trajectory);
/// A whole plan, what is agreed for later and confirmed, and that it was marked ready as it stands.
[[nodiscard]] std::vector<Missing> missing_at_plan(const Trajectory& trajectory, const Day& today = {});

}  // namespace kiemkring::domain::trajectory
