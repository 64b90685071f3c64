// What reports, posters and cards are drawn on, whether it ends as a PDF or as pixels. With `paper` and `raster` the only home of
// Cairo and Pango.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "report/palette.h"

namespace kiemkring::report {

/// Lengths are points of 1/72 inch, of a picture its own pixels.
struct Size {
    double width{}, height{};
};
inline constexpr Size a4{595.28, 841.89};

struct Font {
    double size{};
    PangoWeight weight{PANGO_WEIGHT_NORMAL};
    Color color{ink};
};

struct FreeLayout {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, FreeLayout>;

enum class Align { left, middle, right };

class Canvas {
public:
    virtual ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Text without markup, broken at `width`; words that are too long are broken too.
    [[nodiscard]] Layout text(std::string_view text, const Font& font, double width, Align align = Align::left);
    /// As large as fits in the room, and not smaller than `smallest`: then it ends with an ellipsis.
    [[nodiscard]] Layout fitted(std::string_view text, const Font& largest, double smallest, Size room, Align align = Align::left);
    [[nodiscard]] static double height_of(const Layout& layout);
    [[nodiscard]] static double width_of(const Layout& layout);
    /// Its first line does.
    [[nodiscard]] static bool runs_from_right(const Layout& layout);
    void draw(const Layout& layout, double x, double y, Color color);
    /// One line of it; `draw_line` begins at the top of the line.
    void draw_line(PangoLayoutLine* line, double x, double baseline, Color color);

    void fill_box(double x, double y, double width, double height, Color color, double radius = 0);
    void fill_circle(double x, double y, double radius, Color fill, Color edge);
    void draw_rule(double x, double y, double width, Color color, double thickness);
    void draw_stroke(double from_x, double from_y, double to_x, double to_y, Color color, double thickness);
    /// What is drawn until `place_back` stands there, so much larger.
    void place(double x, double y, double scale);
    void place_back();
    /// The path of an SVG with M, C and Z alone, at a place, turned by degrees, made larger.
    struct Place {
        double x{}, y{}, turn{}, scale{1};
        bool mirrored{};
    };
    struct Pen {
        Color color{};
        double width{};
    };
    void draw_path(std::string_view path, const Place& place, std::optional<Color> fill, std::optional<Pen> pen);
    /// A dark code with its quiet zone, on white.
    void draw_qr(const std::string& text, double x, double y, double side);
    /// A PNG of our own making, as large as fits in the room. How large that was.
    Size draw_png(const std::string& png, double x, double y, Size room, Align align = Align::left);

protected:
    /// `scale`: how many of the surface's units are one of ours.
    Canvas(cairo_surface_t* surface, double scale, const std::string& language);
    void set(Color color);

    cairo_surface_t* surface_{};
    cairo_t* cairo_{};

private:
    PangoContext* context_{};
};

}  // namespace kiemkring::report
