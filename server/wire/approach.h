// The approach as a file: what the desk exports and imports, and what the store keeps.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "domain/trajectory/approach.h"
#include "wire/document.h"

namespace kiemkring::wire {

/// The approach, or everything that is wrong with the file: it is never half read.
[[nodiscard]] std::expected<domain::trajectory::Approach, DocumentProblems> read_approach(const Json& file);

/// The file; one that is read gives the same approach.
[[nodiscard]] std::string encode_approach(const domain::trajectory::Approach& approach);

}  // namespace kiemkring::wire
