// What of a dossier comes first: what was written down as the next action, else the first thing in it that has a day and is still open.
#pragma once

#include "domain/trajectory/trajectory.h"

namespace kiemkring::domain::trajectory {

/// What is next. An action written by hand goes before everything with a day, also when it has none itself; taken away, it gives way.
///
/// Open are: a session of this step or a later one of which nothing was taken yet; a task that is not done, but for what had to be
/// found out of an idea that was not chosen; a permit that somebody still has to see to; the opening until something was measured; in
/// step 5, upkeep on its first turn after the last that was done, whatever else changes in the dossier. Of two on one day the earlier
/// kind in `NextKind` goes first. A trajectory without a match or that was stopped has nothing next, a finished one only its upkeep.
/// Needs no clock: a day that has passed stays next, and is late.
[[nodiscard]] Next next_of(const Trajectory& trajectory);

/// The same without what was written by hand: what a desk proposes for it.
[[nodiscard]] Next next_dated(const Trajectory& trajectory);

}  // namespace kiemkring::domain::trajectory
