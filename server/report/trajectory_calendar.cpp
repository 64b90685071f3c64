#include "report/trajectory_calendar.h"

#include <algorithm>
#include <iterator>

#include "domain/trajectory/choice_rules.h"
#include "report/calendar.h"
#include "report/opening_calendar.h"

namespace kiemkring::report {
namespace {

namespace dossier = domain::trajectory;

std::string lines_of(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + "\n" + second;
}

void fill(CalendarItem& item, const dossier::Task& task) {
    item.sort = CalendarSort::due;
    item.starts_on = task.due;
    item.summary = task.what;
    item.description = lines_of(task.who, task.note);
    item.is_done = task.state == dossier::TaskState::done;
}
void fill(CalendarItem& item, const dossier::Activity& activity) {
    item.starts_on = activity.starts_on.empty() ? activity.ends_on : activity.starts_on;
    item.ends_on = activity.ends_on;
    item.summary = activity.what;
    item.description = lines_of(activity.who, activity.note);
}
void fill(CalendarItem& item, const dossier::Permit& permit) {
    item.sort = CalendarSort::due;
    item.starts_on = permit.due;
    item.summary = permit.what;
    item.description = lines_of(permit.authority, permit.note);
    item.is_done = permit.state == dossier::PermitState::granted || permit.state == dossier::PermitState::not_needed;
}
void fill(CalendarItem& item, const dossier::NextAction& next) {
    item.sort = CalendarSort::due;
    item.starts_on = next.due;
    item.summary = next.what;
    item.description = next.who;
}
void fill(CalendarItem& item, const dossier::SessionPlan& session) {
    item.starts_on = session.held_on;
    item.starts_at = session.starts_at;
    item.ends_at = session.ends_at;
    item.summary = session.name;
    item.location = session.location;
}
void fill(CalendarItem& item, const dossier::Upkeep& upkeep) {
    item.sort = CalendarSort::due;
    item.starts_on = upkeep.starts_on;
    item.summary = upkeep.what;
    item.description = item.contact = function_of(upkeep);
    item.remind_days = upkeep_reminder_days;
    item.every_months = upkeep.every_months;
    item.repeats_until = upkeep.ends_on;
}

/// What had to be found out of an idea that was not chosen, and was not.
bool is_over(const dossier::Trajectory& trajectory, const dossier::Task& task) {
    return task.state != dossier::TaskState::done && dossier::was_left_out(trajectory, task.idea);
}
bool is_over(const dossier::Trajectory&, const auto&) { return false; }

template <class T>
concept Planned = requires(CalendarItem item, T one) { fill(item, one); };

}  // namespace

std::string calendar_of(const dossier::Trajectory& trajectory) {
    std::vector<CalendarItem> items;
    const auto* place = trajectory.one<dossier::Place>();
    for (const auto& [id, kept] : trajectory.entries)
        std::visit(
            [&]<class T>(const T& one) {
                if constexpr (Planned<T>) {
                    if (is_over(trajectory, one)) return;
                    CalendarItem item;
                    item.uid = trajectory.id + '-' + std::to_string(id.value) + "@kiemkring";
                    item.sequence = static_cast<std::int64_t>(kept.set_at);
                    item.changed_at = kept.at;
                    fill(item, one);
                    items.push_back(std::move(item));
                }
            },
            kept.entry);
    // Whoever was invited has the party already: it is the same one here.
    std::ranges::move(party_of(trajectory), std::back_inserter(items));
    return calendar(place ? place->name : std::string{}, items);
}

}  // namespace kiemkring::report
