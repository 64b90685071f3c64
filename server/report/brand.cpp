#include "report/brand.h"

#include <algorithm>
#include <cmath>

namespace kiemkring::report {
namespace {

double luminance(Color color) {
    const auto part = [color](int shift) {
        const double value = (color >> shift & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

Color darker(Color color) {
    const auto part = [color](int shift) { return static_cast<Color>((color >> shift & 255) * 24 / 25) << shift; };
    return part(16) | part(8) | part(0);
}

}  // namespace

double contrast(Color one, Color other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

Color readable_on_paper(Color color) {
    constexpr double text = 4.5;
    color &= white;
    while (contrast(color, poster_paper) < text) color = darker(color);
    return color;
}

}  // namespace kiemkring::report
