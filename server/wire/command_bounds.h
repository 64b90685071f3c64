// The bounds of a command's arguments that its C++ types do not have.
#pragma once

#include <optional>

#include "domain/refusal.h"
#include "domain/session/command.h"

namespace kiemkring::wire {

/// Trims the texts of `command`. The reason when it is refused: `bad_args` for numbers, lists and names out of bounds,
/// else what is wrong with a text, date, address or consent.
[[nodiscard]] std::optional<domain::Reason> check_bounds(domain::Command& command);

}  // namespace kiemkring::wire
