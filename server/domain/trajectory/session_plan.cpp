#include <algorithm>

#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {
namespace {

bool is_fact_finding(TaskTopic topic) {
    return topic == TaskTopic::owner_of_ground || topic == TaskTopic::cables || topic == TaskTopic::cost;
}

}  // namespace

std::vector<Missing> missing_at_session(const Trajectory& trajectory) {
    std::vector<Missing> lacks;
    const auto plans = trajectory.all<SessionPlan>();
    const auto ideas = trajectory.all<Idea>();
    const bool was_held = std::ranges::any_of(plans, [](const auto& plan) { return plan.second->session_version > 0; });
    // On paper: then its ideas are here.
    if (!was_held && ideas.empty()) lacks.push_back({Lack::session_held, plans.empty() ? EntryId{} : plans.front().first});
    else if (ideas.empty()) lacks.push_back({Lack::first_ideas, {}});
    for (const auto& [id, task] : trajectory.all<Task>())
        if (trajectory.entries.contains(task->idea) && is_fact_finding(task->topic) && task->state != TaskState::done) lacks.push_back({Lack::fact_finding, id});
    return lacks;
}

}  // namespace kiemkring::domain::trajectory
