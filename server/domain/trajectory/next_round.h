// What was not chosen is where a next round begins.
#pragma once

#include <vector>

#include "domain/trajectory/trajectory.h"

namespace kiemkring::domain::trajectory {

/// A next round for the same place: these of the ideas that were not chosen, without what a session made of them; the companies; and
/// of people only who is wanted.
struct NextRound {
    std::vector<EntryId> ideas;
    bool with_people{};
};

/// What the new trajectory starts with, its factors and money as proposed; nothing when one of the ideas is not there or was chosen.
[[nodiscard]] std::optional<std::vector<Entry>> entries_of(const NextRound& round, const Trajectory& before, std::string_view language);

}  // namespace kiemkring::domain::trajectory
