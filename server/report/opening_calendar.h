// The party of step 5 and the upkeep after it, for calendars.
#pragma once

#include <vector>

#include "domain/trajectory/trajectory.h"
#include "report/calendar.h"

namespace kiemkring::report {

/// Nothing as long as its day is not known.
[[nodiscard]] std::vector<CalendarItem> party_of(const domain::trajectory::Trajectory& trajectory);

/// Days before upkeep of which a calendar says that it comes: time to ask somebody for it.
inline constexpr std::int64_t upkeep_reminder_days = 14;

/// The function that does it and how to reach that, on two lines.
[[nodiscard]] std::string function_of(const domain::trajectory::Upkeep& work);

/// Work that comes back, each on its first day and again every so many months, with a reminder before each time; in the description
/// the function that does it.
[[nodiscard]] std::vector<CalendarItem> upkeep_of(const domain::trajectory::Trajectory& trajectory);

}  // namespace kiemkring::report
