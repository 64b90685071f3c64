// What a dossier is made of: entries, each of one kind. Kinds are plain values, a file for each step; what may be done to them is
// the same for all.
#pragma once

#include <variant>

#include "domain/trajectory/choice.h"
#include "domain/trajectory/green_date.h"
#include "domain/trajectory/opening.h"
#include "domain/trajectory/plan.h"
#include "domain/trajectory/session_plan.h"

namespace kiemkring::domain::trajectory {

/// In the order in which a dossier shows them. What is stored names its kind, so one may be put anywhere.
using Entry = std::variant<Place, Company, Contact, Factor, Support, NextAction,                //
                           SessionPlan, Idea, Commitment, Task,                                 //
                           Decider, Criterion, Mark, Choice,                                    //
                           Plan, Cost, Cover, Activity, Risk, Permit, Agreement, Confirmation, Letter, PlanVersion, CalendarFeed,  //
                           Opening, SitePlan, Photo, Thanks, Upkeep, Neighbour>;

[[nodiscard]] inline std::string_view kind_of(const Entry& entry) {
    return std::visit([](const auto& one) { return one.entry_kind; }, entry);
}
/// Of a person: kept in a row of its own, so that it can be erased.
[[nodiscard]] inline bool is_personal(const Entry& entry) {
    return std::visit([](const auto& one) { return requires { one.is_personal; }; }, entry);
}
/// Comes with a picture, and is only made by bringing one.
[[nodiscard]] inline bool has_picture(const Entry& entry) {
    return std::visit([](const auto& one) { return requires { one.has_picture; }; }, entry);
}
[[nodiscard]] inline std::size_t most_of(const Entry& entry) {
    return std::visit([](const auto& one) { return one.most; }, entry);
}

}  // namespace kiemkring::domain::trajectory
