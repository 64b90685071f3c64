#include "report/opening_calendar.h"

namespace kiemkring::report {

using domain::trajectory::EntryId, domain::trajectory::Opening, domain::trajectory::Place, domain::trajectory::Trajectory,
    domain::trajectory::Upkeep;

namespace {

CalendarItem item_of(const Trajectory& trajectory, EntryId id) {
    const auto& kept = trajectory.entries.at(id);
    CalendarItem item;
    item.uid = trajectory.id + "-" + std::to_string(id.value) + "@kiemkring";
    item.sequence = static_cast<std::int64_t>(kept.set_at);
    item.changed_at = kept.at;
    return item;
}
std::string place_of(const Trajectory& trajectory) {
    const auto* place = trajectory.one<Place>();
    return place ? place->name : std::string{};
}

}  // namespace

std::string function_of(const Upkeep& work) {
    return work.function.empty() || work.email.empty() ? work.function + work.email : work.function + "\n" + work.email;
}

std::vector<CalendarItem> party_of(const Trajectory& trajectory) {
    std::vector<CalendarItem> items;
    for (const auto& [id, opening] : trajectory.all<Opening>()) {
        auto item = item_of(trajectory, id);
        item.starts_on = opening->held_on;
        item.starts_at = opening->starts_at;
        item.ends_at = opening->ends_at;
        item.summary = place_of(trajectory);
        item.description = opening->invitation;
        item.location = opening->location;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<CalendarItem> upkeep_of(const Trajectory& trajectory) {
    std::vector<CalendarItem> items;
    for (const auto& [id, work] : trajectory.all<Upkeep>()) {
        auto item = item_of(trajectory, id);
        item.starts_on = work->starts_on;
        item.summary = work->what + ": " + place_of(trajectory);
        item.description = item.contact = function_of(*work);
        item.remind_days = upkeep_reminder_days;
        item.every_months = work->every_months;
        item.repeats_until = work->ends_on;
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace kiemkring::report
