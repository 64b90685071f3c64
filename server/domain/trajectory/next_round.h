// What was not chosen is where a next round begins.
#pragma once

#include <vector>

#include "domain/trajectory/approach.h"
#include "domain/trajectory/trajectory.h"

namespace kiemkring::domain::trajectory {

/// A next round for the same place: these of the ideas that were not chosen, without what a session made of them; the companies; and
/// of people only who is wanted.
struct NextRound {
    std::vector<EntryId> ideas;
    bool with_people{};
};

/// What the new trajectory starts with, the factors and the money as the approach has them now; nothing when one of the ideas is not there or was chosen.
[[nodiscard]] std::optional<std::vector<Entry>> entries_of(const NextRound& round, const Trajectory& before, const Approach& approach,
                                                           std::string_view language);

}  // namespace kiemkring::domain::trajectory
