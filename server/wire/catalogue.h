// The catalogue of concepts as a file: what the desk exports and imports, and what the store keeps.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "domain/catalogue/catalogue.h"
#include "wire/document.h"

namespace kiemkring::wire {

/// The concepts, or everything that is wrong with the file: it is never half read.
[[nodiscard]] std::expected<std::vector<domain::Concept>, DocumentProblems> read_catalogue(const Json& file);

/// The file; one that is read gives the same concepts.
[[nodiscard]] std::string encode_catalogue(const std::vector<domain::Concept>& concepts);

}  // namespace kiemkring::wire
