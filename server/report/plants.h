// The drawings of covers, cards and posters: those of the pages (web/ui/draw), so that paper and screen are of one hand.
#pragma once

#include <string>

#include "report/canvas.h"

namespace kiemkring::report {

/// A stem with leaves and a flower, which stands at (x, y). `height` is in units of the drawing, of which a full-grown one is 160 high.
struct Stem {
    double x{}, y{}, height{}, scale{1};
    unsigned leaves{}, variant{};
};
void draw_stem(Canvas& canvas, const Stem& stem);
/// A line as if drawn by hand.
void draw_ground(Canvas& canvas, double x, double y, double width, double thickness);
/// Seven of them, of different heights.
void draw_row_of_plants(Canvas& canvas, double x, double ground, double width, double scale);
/// A label on a stake with the letter of a group, so high.
void draw_label(Canvas& canvas, const std::string& letter, Hue hue, double x, double y, double height);

}  // namespace kiemkring::report
