#include "report/raster.h"

#include <cmath>

namespace kiemkring::report {
namespace {

cairo_status_t append(void* file, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Raster::Raster(Size size, double scale, const std::string& language)
    : Canvas(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(size.width * scale)), static_cast<int>(std::lround(size.height * scale))),
             scale, language) {}

std::string Raster::finish() {
    std::string png;
    cairo_surface_flush(surface_);
    if (cairo_surface_write_to_png_stream(surface_, append, &png) != CAIRO_STATUS_SUCCESS) png.clear();
    return png;
}

}  // namespace kiemkring::report
