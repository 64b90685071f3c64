#include "domain/trajectory/next_dated.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <tuple>

#include "domain/trajectory/choice_rules.h"

namespace kiemkring::domain::trajectory {
namespace {

using std::chrono::year_month_day;

/// A day as it is stored; nothing for one that is none.
std::optional<year_month_day> day_in(const Day& day) {
    int year{};
    unsigned month{}, of_month{};
    const auto read = [&](std::size_t from, std::size_t size, auto& number) {
        return std::from_chars(day.data() + from, day.data() + from + size, number).ec == std::errc{};
    };
    if (day.size() != 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, of_month)) return std::nullopt;
    const year_month_day found{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
    return found.ok() ? std::optional{found} : std::nullopt;
}
Day day_text(year_month_day day) {
    // What begins on the 31st comes on the last day of a shorter month.
    if (!day.ok()) day = year_month_day{day.year() / day.month() / std::chrono::last};
    const auto padded = [](std::size_t size, auto number) {
        const auto digits = std::to_string(number);
        return std::string(size - std::min(size, digits.size()), '0') + digits;
    };
    return padded(4, static_cast<int>(day.year())) + '-' + padded(2, static_cast<unsigned>(day.month())) + '-' + padded(2, static_cast<unsigned>(day.day()));
}

/// The first turn of that work after the last that was done; empty when it is over, or comes once and was. As long as nobody said of any
/// that it was done: the latest that is not after `changed_at`, so that turns of years ago do not come back one by one, else the first.
Day next_turn(const Upkeep& work, Time changed_at) {
    const auto start = day_in(work.starts_on);
    if (!start) return {};
    const bool was_done = !work.done_on.empty();
    const auto seen = was_done ? work.done_on : day_text(year_month_day{std::chrono::floor<std::chrono::days>(changed_at)});
    Day latest;
    constexpr auto most_times = 1'200;
    for (int times = 0; times < most_times; ++times) {
        auto day = day_text(*start + std::chrono::months{times * work.every_months});
        if (!work.ends_on.empty() && day > work.ends_on) break;
        if (day > seen) return was_done || latest.empty() ? day : latest;
        latest = std::move(day);
        if (work.every_months <= 0) break;
    }
    return was_done ? Day{} : latest;
}

Step step_of(SessionPurpose purpose) {
    switch (purpose) {
        case SessionPurpose::green_date: return Step::green_date;
        case SessionPurpose::ideas: return Step::session;
        case SessionPurpose::choice: return Step::choice;
    }
    return Step::session;
}

bool is_open(PermitState state) { return state == PermitState::to_find_out || state == PermitState::to_ask || state == PermitState::asked; }

class First {
public:
    void look_at(Next one) {
        if (one.due.empty()) return;
        const auto rank = [](const Next& next) { return std::tuple{next.due, next.kind, next.entry}; };
        if (found_.kind == NextKind::nothing || rank(one) < rank(found_)) found_ = std::move(one);
    }
    [[nodiscard]] Next found() && { return std::move(found_); }

private:
    Next found_;
};

void look_at_upkeep(First& first, const Trajectory& trajectory) {
    for (const auto& [id, work] : trajectory.all<Upkeep>())
        first.look_at({NextKind::upkeep, work->what, work->function, next_turn(*work, trajectory.changed_at), id});
}

}  // namespace

Next next_dated(const Trajectory& trajectory) {
    First first;
    const auto& [step, outcome, reason, refund] = trajectory.progress;
    if (outcome == Outcome::no_match || outcome == Outcome::stopped) return {};
    if (step == Step::opening) look_at_upkeep(first, trajectory);
    if (outcome == Outcome::finished) return std::move(first).found();

    for (const auto& [id, plan] : trajectory.all<SessionPlan>())
        if (plan->session_version == 0 && !plan->session_erased && step <= step_of(plan->purpose))
            first.look_at({NextKind::session, plan->name, trajectory.facilitator, plan->held_on, id});
    for (const auto& [id, task] : trajectory.all<Task>())
        if (task->state != TaskState::done && !was_left_out(trajectory, task->idea))
            first.look_at({task->idea ? NextKind::fact_finding : NextKind::task, task->what, task->who, task->due, id});
    for (const auto& [id, permit] : trajectory.all<Permit>())
        if (is_open(permit->state)) first.look_at({NextKind::permit, permit->what, {}, permit->due, id});
    for (const auto& [id, opening] : trajectory.all<Opening>())
        if (opening->area_m2 == 0 && opening->trees == 0 && opening->tiles_out == 0 && opening->people == 0)
            first.look_at({NextKind::opening, {}, trajectory.facilitator, opening->held_on, id});
    return std::move(first).found();
}

Next next_of(const Trajectory& trajectory) {
    for (const auto& [id, action] : trajectory.all<NextAction>())
        if (!action->what.empty()) return {NextKind::by_hand, action->what, action->who, action->due, id};
    return next_dated(trajectory);
}

}  // namespace kiemkring::domain::trajectory
