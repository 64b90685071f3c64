// How much happened since a report was made, of what reports tell.
#pragma once

#include <cstddef>
#include <span>

#include "domain/session/event.h"
#include "domain/trajectory/event.h"

namespace kiemkring::report {

/// What was done in a session after this version; what was undone since is no change.
[[nodiscard]] std::size_t changes_since(std::span<const domain::Happened> events, domain::Version version);
/// How much of a dossier is otherwise than at this version: each entry, the step that it is in, and who carries it counts once. What was
/// put back is no change.
[[nodiscard]] std::size_t changes_since(std::span<const domain::trajectory::Happened> events, domain::Version version);

}  // namespace kiemkring::report
