#include "report/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <memory>
#include <optional>

#include "report/dutch_time.h"

namespace kiemkring::report {
namespace {

using domain::trajectory::ClockTime, domain::trajectory::Day;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

std::optional<int> number_in(std::string_view text, std::size_t from, std::size_t digits) {
    int number = 0;
    if (text.size() < from + digits) return std::nullopt;
    const auto* end = text.data() + from + digits;
    const auto read = std::from_chars(text.data() + from, end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

std::optional<icaltimetype> on_day(const Day& day) {
    const auto year = number_in(day, 0, 4), month = number_in(day, 5, 2), date = number_in(day, 8, 2);
    if (day.size() != 10 || !year || !month || !date || *year < 1900) return std::nullopt;
    const std::chrono::year_month_day there{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                            std::chrono::day(static_cast<unsigned>(*date))};
    if (!there.ok()) return std::nullopt;
    auto time = icaltime_null_date();
    time.year = *year;
    time.month = *month;
    time.day = *date;
    return time;
}

/// At that time of the day, when one is known.
icaltimetype at_time(icaltimetype day, const ClockTime& clock) {
    const auto hour = number_in(clock, 0, 2), minute = number_in(clock, 3, 2);
    if (!hour || !minute) return day;
    day.is_date = 0;
    day.hour = *hour;
    day.minute = *minute;
    day.second = 0;
    return day;
}

icaltimetype moment(base::Time when) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

/// What the library would write in a way of its own, as the standard has it.
std::string plain(std::string_view text) {
    std::string kept;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (character == '\n' || (code >= 0x20 && code != 0x7f)) kept += character;
        else if (character == '\t') kept += ' ';
    }
    return kept.substr(std::min(kept.size(), kept.find_first_not_of(' ')));  // readers drop these
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }

void add_time(icalcomponent* to, icalproperty* property, const icaltimetype& time) {
    if (time.is_date) icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_DATE));
    else icalproperty_add_parameter(property, icalparameter_new_tzid(zone_name));
    add(to, property);
}

/// A month without that day has it on its last one.
std::string repetition(const CalendarItem& item, const icaltimetype& first) {
    std::string rule = "FREQ=MONTHLY;INTERVAL=" + std::to_string(item.every_months);
    if (first.day > 28) {
        rule += ";BYMONTHDAY=28";
        for (int day = 29; day <= first.day; ++day) rule += "," + std::to_string(day);
        rule += ";BYSETPOS=-1";
    }
    if (auto until = on_day(item.repeats_until)) {
        if (!first.is_date) {
            // The end of that day, in the time that it must be said in.
            *until = at_time(*until, "22:59");
            until->zone = icaltimezone_get_utc_timezone();
        }
        rule += std::string{";UNTIL="} + icaltime_as_ical_string(*until);
    }
    return rule;
}

void add_meeting_times(icalcomponent* to, const CalendarItem& item, const icaltimetype& first) {
    add_time(to, icalproperty_new_dtstart(first), first);
    auto last = on_day(item.ends_on).value_or(*on_day(item.starts_on));
    if (first.is_date) {
        // The end is the first day that no longer belongs to it.
        icaltime_adjust(&last, 1, 0, 0, 0);
        return add_time(to, icalproperty_new_dtend(last), last);
    }
    last = at_time(last, item.ends_at);
    if (!last.is_date && icaltime_compare(last, first) > 0) add_time(to, icalproperty_new_dtend(last), last);
}

void add_due_time(icalcomponent* to, const CalendarItem& item, const icaltimetype& first) {
    // What comes again needs a start to count from.
    if (item.every_months > 0) add_time(to, icalproperty_new_dtstart(first), first);
    else add_time(to, icalproperty_new_due(first), first);
    add(to, icalproperty_new_status(item.is_done ? ICAL_STATUS_COMPLETED : ICAL_STATUS_NEEDSACTION));
}

/// Shown by the calendar of whoever has it: nothing is sent to anybody. Of a whole day at nine in the morning.
void add_reminder(icalcomponent* to, const CalendarItem& item, const icaltimetype& first) {
    if (item.remind_days <= 0) return;
    constexpr int day_seconds = 24 * 60 * 60, morning = 9 * 60 * 60;
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(static_cast<int>(item.remind_days) * -day_seconds + (first.is_date ? morning : 0));
    auto* alarm = icalcomponent_new_valarm();
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    auto* when = icalproperty_new_trigger(trigger);
    // What is due once has no start to count from.
    if (item.sort == CalendarSort::due && item.every_months == 0) icalproperty_add_parameter(when, icalparameter_new_related(ICAL_RELATED_END));
    add(alarm, when);
    add(alarm, icalproperty_new_description(plain(item.summary).c_str()));
    icalcomponent_add_component(to, alarm);
}

Component component_of(const CalendarItem& item) {
    const auto day = on_day(item.starts_on);
    if (!day) return nullptr;
    const bool is_meeting = item.sort == CalendarSort::meeting;
    const auto first = at_time(*day, item.starts_at);
    Component made{is_meeting ? icalcomponent_new_vevent() : icalcomponent_new_vtodo()};
    auto* to = made.get();
    add(to, icalproperty_new_uid(plain(item.uid).c_str()));
    add(to, icalproperty_new_dtstamp(moment(item.changed_at)));
    add(to, icalproperty_new_sequence(static_cast<int>(item.sequence)));
    if (is_meeting) add_meeting_times(to, item, first);
    else add_due_time(to, item, first);
    if (item.every_months > 0)
        add(to, icalproperty_new_rrule(icalrecurrencetype_from_string(repetition(item, first).c_str())));
    if (const auto text = plain(item.summary); !text.empty()) add(to, icalproperty_new_summary(text.c_str()));
    if (const auto text = plain(item.description); !text.empty()) add(to, icalproperty_new_description(text.c_str()));
    if (const auto text = plain(item.location); !text.empty()) add(to, icalproperty_new_location(text.c_str()));
    if (const auto text = plain(item.contact); !text.empty()) add(to, icalproperty_new_contact(text.c_str()));
    add_reminder(to, item, first);
    return made;
}

/// No part of the standard, and read by every calendar.
void add_name(icalcomponent* to, const std::string& name) {
    if (name.empty()) return;
    auto* property = icalproperty_new_x(name.c_str());
    icalproperty_set_x_name(property, "X-WR-CALNAME");
    add(to, property);
}

}  // namespace

std::string calendar(std::string_view name, const std::vector<CalendarItem>& items) {
    Component whole{icalcomponent_new_vcalendar()};
    add(whole.get(), icalproperty_new_version("2.0"));
    add(whole.get(), icalproperty_new_prodid("-//Kiemkring//Kiemkring//NL"));
    add_name(whole.get(), plain(name));
    icalcomponent_add_component(whole.get(), icalparser_parse_string(zone_text));
    for (const auto& item : items)
        if (auto made = component_of(item)) icalcomponent_add_component(whole.get(), made.release());
    char* written = icalcomponent_as_ical_string_r(whole.get());
    std::string text{written ? written : ""};
    icalmemory_free_buffer(written);
    return text;
}

}  // namespace kiemkring::report
