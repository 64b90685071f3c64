// What a trajectory has planned, for somebody's calendar.
#pragma once

#include <string>

#include "domain/trajectory/trajectory.h"

namespace kiemkring::report {

/// Tasks, planning, permits, meetings, the opening and upkeep that have a day.
[[nodiscard]] std::string calendar_of(const domain::trajectory::Trajectory& trajectory);

}  // namespace kiemkring::report
