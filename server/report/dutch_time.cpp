#include "report/dutch_time.h"

#include <libical/ical.h>

#include <charconv>
#include <memory>

namespace kiemkring::report {

const char* const zone_text = "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
                              "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
                              "DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
                              "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
                              "DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
                              "END:VTIMEZONE\r\n";

namespace {

struct FreeZone {
    void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
};
using Zone = std::unique_ptr<icaltimezone, FreeZone>;

icaltimetype local(base::Time at) {
    // Of this thread alone: a zone keeps what it worked out in itself.
    thread_local const Zone zone = [] {
        Zone made{icaltimezone_new()};
        icaltimezone_set_component(made.get(), icalparser_parse_string(zone_text));
        return made;
    }();
    return icaltime_from_timet_with_zone(std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(), 0, zone.get());
}

std::string in_words(int year, int month, int day, const ReportWords& words) {
    return fmt::format("{} {} {}", day, words.months[static_cast<std::size_t>(month - 1)], year);
}

}  // namespace

ClockMoment clock_moment(base::Time at) {
    const auto then = local(at);
    return {then.year, then.month, then.day, then.hour, then.minute, then.second};
}

std::string day_in_words(base::Time at, const ReportWords& words) {
    const auto then = local(at);
    return in_words(then.year, then.month, then.day, words);
}

std::string day_in_words(std::string_view day, const ReportWords& words) {
    int part[3]{};
    constexpr std::size_t begins[]{0, 5, 8}, ends[]{4, 7, 10};
    if (day.size() != 10) return std::string{day};
    for (int i = 0; i < 3; ++i)
        if (std::from_chars(day.data() + begins[i], day.data() + ends[i], part[i]).ec != std::errc{}) return std::string{day};
    return part[1] < 1 || part[1] > 12 ? std::string{day} : in_words(part[0], part[1], part[2], words);
}

std::string clock_time(base::Time at) {
    const auto then = local(at);
    return fmt::format("{:02}:{:02}", then.hour, then.minute);
}

}  // namespace kiemkring::report
