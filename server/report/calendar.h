// Meetings and days on which something is due, as a file or a feed for calendars (iCalendar, RFC 5545).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/trajectory/values.h"

namespace kiemkring::report {

/// A meeting takes time; what is due is done at some moment until the end of its day.
enum class CalendarSort { meeting, due };

struct CalendarItem {
    CalendarSort sort{};
    std::string uid;           ///< the same for the same thing, as long as it is there
    std::int64_t sequence{};   ///< more each time it changed: a version does
    base::Time changed_at{};
    domain::trajectory::Day starts_on, ends_on;         ///< without an end: the same day. Of what is due the first says when
    domain::trajectory::ClockTime starts_at, ends_at;   ///< on the clock in Amsterdam; none: whole days
    std::string summary, description, location;
    bool is_done{};            ///< of what is due
    std::int64_t every_months{};           ///< comes again; 0: once
    domain::trajectory::Day repeats_until; ///< the last day on which it may; empty: no end
    std::int64_t remind_days{};            ///< so many days before a calendar says that it comes, each time; 0: it does not
    std::string contact;                   ///< whom to ask about it: shown, and never invited
};

/// In the order given; an item without a valid first day is left out. No text in it can end its line or begin another property.
[[nodiscard]] std::string calendar(std::string_view name, const std::vector<CalendarItem>& items);

}  // namespace kiemkring::report
