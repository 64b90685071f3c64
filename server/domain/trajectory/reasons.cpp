#include "domain/trajectory/reasons.h"

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace kiemkring::domain::trajectory {
namespace {

constexpr auto step_count = boost::mp11::mp_size<boost::describe::describe_enumerators<Step>>::value;
using AllReasons = std::array<StepReasons, step_count>;

void follow(AllReasons& reasons, const ProgressSet& set) {
    const auto from = static_cast<std::size_t>(set.was.step), to = static_cast<std::size_t>(set.now.step);
    if (set.now.outcome != Outcome::running) return;
    if (to == from + 1) {
        reasons[to].opened = set.now.reason;
        reasons[from].reopened.clear();
    } else if (to <= from) {
        reasons[to].reopened = set.now.reason;
        for (auto later = to + 1; later < step_count; ++later) reasons[later] = {};
    }
}

}  // namespace

std::vector<StepReasons> reasons_of(const Trajectory& trajectory) {
    AllReasons reasons;
    std::map<Version, AllReasons> before;
    for (const auto& one : trajectory.decisions) {
        const auto* set = std::get_if<ProgressSet>(&one.what);
        if (!set || one.key == trajectory.made_with) continue;
        before[one.version] = reasons;
        const auto back_to = before.find(one.undoes);
        if (back_to != before.end()) reasons = AllReasons{back_to->second};
        else follow(reasons, *set);
    }
    std::vector<StepReasons> found;
    for (std::size_t step = 0; step < step_count; ++step) {
        if (reasons[step].opened.empty() && reasons[step].reopened.empty()) continue;
        reasons[step].step = static_cast<Step>(step);
        found.push_back(std::move(reasons[step]));
    }
    return found;
}

}  // namespace kiemkring::domain::trajectory
