// What earlier versions stored of a trajectory, and what desks of them send.
#pragma once

#include <array>

#include "domain/trajectory/decide.h"
#include "domain/trajectory/dossier.h"
#include "wire/described.h"

namespace kiemkring::wire {

/// Lists of earlier versions knew no results and no sessions.
template <>
inline constexpr std::array came_later<domain::trajectory::Summary>{
    std::string_view{"trees"}, std::string_view{"people"}, std::string_view{"sessions"}, std::string_view{"neighbours_until"},
    std::string_view{"measured_m2"}, std::string_view{"planned_trees"}, std::string_view{"joined"}, std::string_view{"next_kind"},
    std::string_view{"first_kind"}, std::string_view{"first_what"}, std::string_view{"first_due"}};
/// Desks of earlier versions do not say who carried it when they began to write.
template <>
inline constexpr std::array came_later<domain::trajectory::HandOver>{std::string_view{"was"}};
template <>
inline constexpr std::array came_later<domain::trajectory::SessionPlan>{std::string_view{"session_erased"}, std::string_view{"kept_note"},
                                                                       std::string_view{"kept_said"}};
template <>
inline constexpr std::array came_later<domain::trajectory::Contact>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<domain::trajectory::Commitment>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<domain::trajectory::Confirmation>{std::string_view{"may_be_named"}};
template <>
inline constexpr std::array came_later<domain::trajectory::Photo>{std::string_view{"beside"}};
template <>
inline constexpr std::array came_later<domain::trajectory::Upkeep>{std::string_view{"done_on"}};
/// Files of earlier versions do not say which factors were added: all of them count as those of the approach.
template <>
inline constexpr std::array came_later<domain::trajectory::DossierFile>{std::string_view{"added_factors"}};
/// A desk that takes over nothing need not say so.
template <>
inline constexpr std::array came_later<domain::trajectory::PutEntry>{std::string_view{"said"}};
/// Whether somebody is in the working group is said by what they were asked.
template <>
inline constexpr std::array went_away<domain::trajectory::Commitment>{std::string_view{"answer"}, std::string_view{"answered_on"}};

}  // namespace kiemkring::wire
