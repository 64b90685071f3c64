// How much happened since a report was made, of what reports tell.
#pragma once

#include <cstddef>
#include <span>

#include "domain/session/event.h"
#include "domain/trajectory/trajectory.h"

namespace kiemkring::report {

/// What was done after this version; what was undone since is no change.
[[nodiscard]] std::size_t changes_since(std::span<const domain::Happened> events, domain::Version version);
/// The same of a dossier, which remembers the last `recent_max` of them: then it is as many, or more.
[[nodiscard]] std::size_t changes_since(const domain::trajectory::Trajectory& trajectory, domain::Version version);

}  // namespace kiemkring::report
