// The clock on the walls of the Netherlands, whatever the zone of the machine is and whatever it knows of zones.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "report/words.h"

namespace kiemkring::report {

inline constexpr const char* zone_name = "Europe/Amsterdam";
/// The zone as a component of iCalendar (RFC 5545), by the rules of the European Union since 1996.
extern const char* const zone_text;

struct ClockMoment {
    int year{}, month{}, day{}, hour{}, minute{}, second{};
};
[[nodiscard]] ClockMoment clock_moment(base::Time at);

/// "12 maart 2026"
[[nodiscard]] std::string day_in_words(base::Time at, const ReportWords& words);
/// The same of a day like 2026-03-12; what is none stays as it is.
[[nodiscard]] std::string day_in_words(std::string_view day, const ReportWords& words);
/// "14:05"
[[nodiscard]] std::string clock_time(base::Time at);

}  // namespace kiemkring::report
