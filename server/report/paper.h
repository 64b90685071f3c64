// Pages of a PDF that fill from top to bottom. The only home of Cairo and Pango, with what is drawn on cards and posters.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "report/palette.h"

namespace kiemkring::report {

/// Lengths are points of 1/72 inch.
struct PaperSize {
    double width{}, height{};
};
inline constexpr PaperSize a4{595.28, 841.89};

struct Font {
    double size{};
    PangoWeight weight{PANGO_WEIGHT_NORMAL};
    Color color{ink};
};

struct FreeLayout {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, FreeLayout>;

class Paper {
public:
    struct About {
        std::string title, author, language;
    };
    Paper(PaperSize size, const About& about);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    /// The finished file, empty when something could not be drawn; nothing can be drawn afterwards.
    [[nodiscard]] std::string finish();
    void next_page();
    [[nodiscard]] std::size_t pages() const { return pages_; }

    /// Text without markup, broken at `width`; words that are too long are broken too.
    [[nodiscard]] Layout text(std::string_view text, const Font& font, double width, bool to_the_right = false);
    [[nodiscard]] static double height_of(const Layout& layout);
    [[nodiscard]] static double width_of(const Layout& layout);
    void draw(const Layout& layout, double x, double y, Color color);
    /// One line of it; `draw_line` begins at the top of the line.
    void draw_line(PangoLayoutLine* line, double x, double baseline, Color color);

    void fill_box(double x, double y, double width, double height, Color color, double radius = 0);
    void fill_circle(double x, double y, double radius, Color fill, Color edge);
    void draw_rule(double x, double y, double width, Color color, double thickness);
    /// Puts the file in as it is. Nothing for what is no JPEG.
    void draw_jpeg(const std::string& jpeg, double x, double y, double width, double height);

    /// A name in the outline, which leads to this page.
    void add_to_outline(const std::string& name, int level);

private:
    void set(Color color);

    std::string file_;
    cairo_surface_t* surface_{};
    cairo_t* cairo_{};
    PangoContext* context_{};
    std::size_t pages_{1};
    int parents_[4]{};  ///< of the outline
};

}  // namespace kiemkring::report
