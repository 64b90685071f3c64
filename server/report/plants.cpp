#include "report/plants.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kiemkring::report {
namespace {

constexpr std::string_view leaf = "M0 0C2.4-6.9 9.3-11.8 18.2-10.8 17.3-3.3 10.2 2.2 0 0Z", vein = "M2.2-1.1C6.3-3.1 10.3-5.6 13.9-8.5",
                           petal = "M0-3.3C-4.2-6.9-4.5-11.7-.3-15.3 4.2-12.3 4.4-7 0-3.3Z",
                           stake = "M3.5 4.7C15.6 3.1 28.7 3.2 41 3.9 41.7 13 41.6 22.2 40.9 31.3C35.3 36.7 29.8 42.1 24.2 47.5 22.9 48.6 21.6 48.5 20.5 47.4C14.7 42.2 8.9 36.9 3.2 31.7 2.5 22.7 2.7 13.7 3.5 4.7Z";
/// How far the pen strays to the side at a third, at two thirds and at the top.
constexpr std::array<std::array<double, 3>, 6> bends{{{2.4, -3.6, 1.2}, {-3.2, 2.6, -1.8}, {1.2, 3.8, 2.6}, {-2.2, -4.2, -0.8}, {3.6, 0.6, -2.2}, {-1.4, 3, 1.6}}};

double along(double t, double a, double b, double c) {
    const double s = 1 - t;
    return 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * c;
}

}  // namespace

void draw_stem(Canvas& canvas, const Stem& stem) {
    const auto& [a, b, c] = bends.at(stem.variant % bends.size());
    const double h = stem.height;
    canvas.draw_path(fmt::format("M0 0C{} {} {} {} {} {}", a, -h * 0.33, b, -h * 0.67, c, -h), {stem.x, stem.y, 0, stem.scale}, {}, Canvas::Pen{moss, 2.6});
    for (unsigned n = 0; n < stem.leaves; ++n) {
        const double t = stem.leaves == 1 ? 0.5 : 0.2 + 0.62 * n / (stem.leaves - 1);
        const bool left = (n + stem.variant) % 2 == 0;
        const Canvas::Place place{stem.x + stem.scale * along(t, a, b, c), stem.y - stem.scale * h * along(t, 0.33, 0.67, 1),
                                  left ? (n % 3) * 4 - 2.0 : 3.0 - (n % 3) * 5, stem.scale * (1.06 - 0.45 * t) * std::min(1.0, 0.35 + h / 110), left};
        canvas.draw_path(leaf, place, colors_of(Hue::moss).tint, Canvas::Pen{moss, 1.6});
        canvas.draw_path(vein, place, {}, Canvas::Pen{moss, 1.2});
    }
    const double x = stem.x + stem.scale * c, y = stem.y - stem.scale * h;
    for (const double turn : {3, 62, 124, 181, 242, 303}) canvas.draw_path(petal, {x, y, turn, stem.scale}, gold, Canvas::Pen{ink, 1.4});
    canvas.fill_circle(x, y, 3.9 * stem.scale, ink, ink);
}

void draw_ground(Canvas& canvas, double x, double y, double width, double thickness) {
    const double w = width;
    canvas.draw_path(fmt::format("M0 0C{} -1.6 {} 1.8 {} .4 {} -1.2 {} 1.4 {} 0", w * 0.12, w * 0.3, w * 0.45, w * 0.6, w * 0.82, w), {x, y}, {}, Canvas::Pen{ink, thickness});
}

void draw_row_of_plants(Canvas& canvas, double x, double ground, double width, double scale) {
    constexpr std::array<double, 7> heights{46, 92, 64, 118, 78, 104, 54};
    draw_ground(canvas, x, ground, width, 2.4 * scale);
    for (std::size_t i = 0; i < heights.size(); ++i)
        draw_stem(canvas, {x + width * (static_cast<double>(i) + 0.5) / heights.size(), ground, heights[i], scale, static_cast<unsigned>(1 + heights[i] / 26), static_cast<unsigned>(i)});
}

void draw_label(Canvas& canvas, const std::string& letter, Hue hue, double x, double y, double height) {
    const double scale = height / 51;
    const auto colors = colors_of(hue);
    canvas.draw_path(stake, {x, y, 0, scale}, colors.tint, Canvas::Pen{colors.strong, 2.4});
    const auto text = canvas.text(letter, {height * 0.46, PANGO_WEIGHT_HEAVY}, height, Align::middle);
    canvas.draw(text, x + 22 * scale - height / 2, y + 0.45 * height - Canvas::height_of(text) / 2 - height * 0.04, ink);
}

}  // namespace kiemkring::report
