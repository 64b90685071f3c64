// One picture of pixels, as a PNG.
#pragma once

#include <string>

#include "report/canvas.h"

namespace kiemkring::report {

class Raster : public Canvas {
public:
    /// `scale`: pixels for each unit of the size.
    Raster(Size size, double scale, const std::string& language);

    /// Empty when there was no memory for it.
    [[nodiscard]] std::string finish();
};

}  // namespace kiemkring::report
