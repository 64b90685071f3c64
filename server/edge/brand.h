// The look of the organisation, as its papers have it.
#pragma once

#include "domain/brand.h"
#include "live/hub.h"

namespace kiemkring::edge {

inline const std::string brand_document{"brand"};

/// As it was chosen; what comes along where nobody chose.
[[nodiscard]] domain::Brand chosen_brand(const live::Hub& hub);
/// With a colour in which text can be read.
[[nodiscard]] domain::Brand printed_brand(const live::Hub& hub);

}  // namespace kiemkring::edge
