#include <algorithm>

#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {

std::vector<Missing> missing_at_opening(const Trajectory& trajectory) {
    std::vector<Missing> lacks;
    const auto need = [&](bool is_there, Lack what, EntryId entry = {}) {
        if (!is_there) lacks.push_back({what, entry});
    };
    const auto* opening = trajectory.one<Opening>();
    need(opening && !opening->held_on.empty(), Lack::opening_day);
    for (const auto& [id, task] : trajectory.all<Task>())
        if (task->topic == TaskTopic::opening) need(task->state == TaskState::done, Lack::opening_task, id);
    need(opening && opening->area_m2 > 0, Lack::measured);
    const auto thanks = trajectory.all<Thanks>();
    need(std::ranges::any_of(thanks, [](const auto& one) { return one.second->thanked; }), Lack::thanks);
    const auto upkeep = trajectory.all<Upkeep>();
    need(!upkeep.empty(), Lack::upkeep);
    for (const auto& [id, work] : upkeep) need(!work->function.empty() && work->every_months > 0, Lack::upkeep_function, id);
    return lacks;
}

}  // namespace kiemkring::domain::trajectory
