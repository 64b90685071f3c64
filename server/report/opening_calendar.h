// The party of step 5 and the upkeep after it, for calendars.
#pragma once

#include <vector>

#include "domain/trajectory/trajectory.h"
#include "report/calendar.h"

namespace kiemkring::report {

/// Nothing as long as its day is not known.
[[nodiscard]] std::vector<CalendarItem> party_of(const domain::trajectory::Trajectory& trajectory);

/// Work that comes back, each on its first day and again every so many months; in the description the function that does it.
[[nodiscard]] std::vector<CalendarItem> upkeep_of(const domain::trajectory::Trajectory& trajectory);

}  // namespace kiemkring::report
