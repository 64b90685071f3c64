// What is written for calendars, read again by the library and as plain lines.
#include <catch2/catch.hpp>

#include <libical/ical.h>

#include <memory>

#include "report/calendar.h"

namespace kiemkring::report::calendar_test {

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component read(const std::string& text) {
    Component whole{icalparser_parse_string(text.c_str())};
    REQUIRE(whole);
    icalcomponent_strip_errors(whole.get());
    REQUIRE(icalcomponent_count_errors(whole.get()) == 0);
    REQUIRE(icalrestriction_check(whole.get()));
    return whole;
}
icalcomponent* first(const Component& whole, icalcomponent_kind kind) {
    auto* found = icalcomponent_get_first_component(whole.get(), kind);
    REQUIRE(found);
    return found;
}
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines{""};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\r\n") != 0) lines.back() += text[i];
        else lines.emplace_back(), ++i;
    }
    return lines;
}
CalendarItem meeting() {
    CalendarItem item;
    item.uid = "a-session@example.org";
    item.sequence = 7;
    item.changed_at = base::Time{base::Milliseconds{1'795'000'000'000}};
    item.starts_on = "2026-03-28";
    item.starts_at = "13:30";
    item.ends_at = "16:30";
    item.summary = "Kleine plek";
    item.description = "Kom ook";
    item.location = "Kantine, hal 3";
    return item;
}

TEST_CASE("A meeting has its time, place and words in a calendar, in the time of Amsterdam") {
    const auto text = calendar("Agenda", {meeting()});
    const auto whole = read(text);
    auto* event = first(whole, ICAL_VEVENT_COMPONENT);
    CHECK(std::string{icalcomponent_get_uid(event)} == "a-session@example.org");
    CHECK(icalcomponent_get_sequence(event) == 7);
    CHECK(std::string{icalcomponent_get_summary(event)} == "Kleine plek");
    CHECK(std::string{icalcomponent_get_location(event)} == "Kantine, hal 3");
    const auto starts = icalcomponent_get_dtstart(event), ends = icalcomponent_get_dtend(event);
    CHECK(icaltime_as_timet_with_zone(starts, starts.zone) == 1'774'701'000);  // 12:30 UTC, in winter
    CHECK(icaltime_as_timet_with_zone(ends, ends.zone) == 1'774'711'800);
    // A day later summer has begun.
    auto next_day = meeting();
    next_day.starts_on = "2026-03-29";
    const auto summer = read(calendar("Agenda", {next_day}));
    const auto later = icalcomponent_get_dtstart(first(summer, ICAL_VEVENT_COMPONENT));
    CHECK(icaltime_as_timet_with_zone(later, later.zone) == 1'774'783'800);  // 11:30 UTC
}

TEST_CASE("Whole days end on the day after the last") {
    auto item = meeting();
    item.starts_at = item.ends_at = "";
    item.ends_on = "2026-03-31";
    const auto whole = read(calendar("Agenda", {item}));
    auto* event = first(whole, ICAL_VEVENT_COMPONENT);
    CHECK(std::string{icaltime_as_ical_string(icalcomponent_get_dtstart(event))} == "20260328");
    CHECK(std::string{icaltime_as_ical_string(icalcomponent_get_dtend(event))} == "20260401");
}

TEST_CASE("What is due has its day, and whether it is done") {
    auto item = meeting();
    item.sort = CalendarSort::due;
    item.starts_at = item.ends_at = "";
    item.is_done = true;
    const auto whole = read(calendar("Agenda", {item}));
    auto* to_do = first(whole, ICAL_VTODO_COMPONENT);
    CHECK(std::string{icaltime_as_ical_string(icalcomponent_get_due(to_do))} == "20260328");
    CHECK(icalcomponent_get_status(to_do) == ICAL_STATUS_COMPLETED);
}

TEST_CASE("What comes again does so every so many months until its last day, and on the last day of a shorter month") {
    auto item = meeting();
    item.starts_on = "2026-08-31";
    item.starts_at = item.ends_at = "";
    item.every_months = 6;
    item.repeats_until = "2028-02-29";
    const auto whole = read(calendar("Agenda", {item}));
    auto* event = first(whole, ICAL_VEVENT_COMPONENT);
    auto* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    REQUIRE(rule);
    auto* iterator = icalrecur_iterator_new(icalproperty_get_rrule(rule), icalcomponent_get_dtstart(event));
    std::vector<std::string> days;
    for (auto day = icalrecur_iterator_next(iterator); !icaltime_is_null_time(day); day = icalrecur_iterator_next(iterator))
        days.emplace_back(icaltime_as_ical_string(day));
    icalrecur_iterator_free(iterator);
    CHECK(days == std::vector<std::string>{"20260831", "20270228", "20270831", "20280229"});
}

TEST_CASE("A reminder comes so many days before, of a meeting at its own hour") {
    auto item = meeting();
    item.remind_days = 2;
    item.contact = "beheer@example.org";
    const auto reminds = [](const CalendarItem& one) {
        const auto whole = read(calendar("Agenda", {one}));
        auto* alarm = icalcomponent_get_first_component(first(whole, ICAL_VEVENT_COMPONENT), ICAL_VALARM_COMPONENT);
        REQUIRE(alarm);
        auto* trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
        return icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration);
    };
    CHECK(reminds(item) == -2 * 24 * 60 * 60);
    item.starts_at = item.ends_at = "";
    CHECK(reminds(item) == (-2 * 24 + 9) * 60 * 60);
    const auto whole = read(calendar("Agenda", {item}));
    auto* contact = icalcomponent_get_first_property(first(whole, ICAL_VEVENT_COMPONENT), ICAL_CONTACT_PROPERTY);
    REQUIRE(contact);
    CHECK(std::string{icalproperty_get_contact(contact)} == "beheer@example.org");
}

TEST_CASE("No text in a calendar is anything but text") {
    const std::vector<std::string> texts{
        "<script>alert(1)</script>", "<img onerror>", "javascript:", "=1+1", "+cmd!A1", "-2+3", "@SUM(1)", "\ttab first", "＝1",
        "'; DROP TABLE ev;--", "a\r\nSet-Cookie:", "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:mine", "a\nATTACH:file:///etc/passwd", "a,b;c:d\\n\\",
        "\"quoted\"", "x;VALUE=DATE", "x\x01\x7f", "Müller’s 🌳 plantsoen", std::string(300, 'x'), [] {
            std::string trees;
            for (int i = 0; i < 60; ++i) trees += "🌳";
            return trees;
        }()};
    for (const auto& bad : texts) {
        CAPTURE(bad);
        auto item = meeting();
        item.summary = item.description = item.location = item.contact = bad;
        item.remind_days = 14;
        item.uid = bad + "@example.org";
        auto due = item;
        due.sort = CalendarSort::due;
        const auto text = calendar(bad, {item, due});
        for (const auto& line : lines_of(text)) {
            CHECK(line.size() <= 75);
            for (const char character : line) CHECK(static_cast<unsigned char>(character) >= 0x20);
        }
        const auto whole = read(text);
        CHECK(icalcomponent_count_components(whole.get(), ICAL_ANY_COMPONENT) == 3);  // the zone, the meeting, what is due
        auto* event = first(whole, ICAL_VEVENT_COMPONENT);
        CHECK(icalcomponent_count_properties(event, ICAL_ANY_PROPERTY) == 9);
        CHECK(icalcomponent_count_properties(whole.get(), ICAL_ANY_PROPERTY) == 3);
        std::string kept;  // all but what cannot be in a calendar
        for (const char character : bad)
            if (character == '\n' || (static_cast<unsigned char>(character) >= 0x20 && character != 0x7f)) kept += character;
        CHECK(std::string{icalcomponent_get_summary(event)} == kept);
        CHECK(std::string{icalcomponent_get_description(event)} == kept);
        CHECK(std::string{icalcomponent_get_location(event)} == kept);
    }
}

TEST_CASE("What says nothing is left out of a calendar") {
    auto item = meeting();
    item.summary = item.description = item.location = "\x01";
    const auto whole = read(calendar("", {item}));
    CHECK(icalcomponent_count_properties(whole.get(), ICAL_ANY_PROPERTY) == 2);
    CHECK(icalcomponent_count_properties(first(whole, ICAL_VEVENT_COMPONENT), ICAL_ANY_PROPERTY) == 5);
}

TEST_CASE("What has no day is in no calendar") {
    for (const auto* day : {"", "2026-02-30", "2026-2-3", "tomorrow"}) {
        auto item = meeting();
        item.starts_on = day;
        CHECK(icalcomponent_count_components(read(calendar("Agenda", {item})).get(), ICAL_ANY_COMPONENT) == 1);
    }
}

}  // namespace kiemkring::report::calendar_test
