#include "report/session_calendar.h"

#include "report/calendar.h"
#include "report/opening_calendar.h"
#include "report/words.h"

namespace kiemkring::report {
namespace {

namespace dossier = domain::trajectory;

CalendarItem next_step_of(const Log& log, const domain::SessionId& id, const ReportWords& words) {
    CalendarItem item;
    item.uid = id + "-next@kiemkring";
    for (const auto& happened : log.events)
        if (std::holds_alternative<domain::NextStepSet>(happened.what)) {
            item.sequence = static_cast<std::int64_t>(happened.version);
            item.changed_at = happened.at;
        }
    item.starts_on = log.session.next_step->date;
    const auto text = log.session.text(log.session.next_step->text);
    item.summary = text.empty() ? std::string{words.next_step} : text;
    item.description = log.session.info.title;
    return item;
}

CalendarItem item_of(const dossier::Trajectory& trajectory, dossier::EntryId id, const dossier::Task& task, Naming naming) {
    const auto& kept = trajectory.entries.at(id);
    CalendarItem item;
    item.sort = CalendarSort::due;
    item.uid = trajectory.id + '-' + std::to_string(id.value) + "@kiemkring";
    item.sequence = static_cast<std::int64_t>(kept.set_at);
    item.changed_at = kept.at;
    item.starts_on = task.due;
    item.summary = task.what;
    if (naming == Naming::everybody) item.description = task.who;
    item.is_done = task.state == dossier::TaskState::done;
    return item;
}

}  // namespace

std::string session_calendar(const Log& log, const domain::SessionId& id, std::string_view language, Naming naming,
                             const dossier::Trajectory* trajectory) {
    std::vector<CalendarItem> items;
    if (log.session.next_step) items.push_back(next_step_of(log, id, report_words(language)));
    if (trajectory) {
        for (const auto& [entry, task] : trajectory->all<dossier::Task>())
            if (!task->due.empty()) items.push_back(item_of(*trajectory, entry, *task, naming));
        for (auto& party : party_of(*trajectory))
            if (!party.starts_on.empty()) items.push_back(std::move(party));
    }
    return items.empty() ? std::string{} : calendar(log.session.info.title, items);
}

}  // namespace kiemkring::report
