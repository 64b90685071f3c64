// The catalogue of concepts as this server has it.
#pragma once

#include <vector>

#include "domain/catalogue/catalogue.h"
#include "live/hub.h"

namespace kiemkring::edge {

inline constexpr const char* catalogue_name = "catalogue";

/// What was saved at the desk; what comes along when nothing was, or when it cannot be read.
[[nodiscard]] std::vector<domain::Concept> kept_catalogue(const live::Hub& hub);

}  // namespace kiemkring::edge
