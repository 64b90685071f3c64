#include "report/paper.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <numbers>
#include <optional>

#include "report/noncharacters.h"

namespace kiemkring::report {
namespace {

// Lato and Noto come as packages of the system; what they lack is looked for in all fonts there are.
constexpr const char* families = "Lato,Noto Sans,DejaVu Sans";

cairo_status_t keep(void* file, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

struct Pixels {
    int width{}, height{};
};
/// From the frame header of a JPEG (ITU T.81, B.2.2); nothing when there is none.
std::optional<Pixels> pixels_of(std::string_view jpeg) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
    const auto number = [&](std::size_t at) { return byte(at) << 8 | byte(at + 1); };
    if (jpeg.size() < 4 || number(0) != 0xFFD8) return std::nullopt;
    for (std::size_t at = 2; at + 9 <= jpeg.size() && byte(at) == 0xFF; at += 2 + static_cast<std::size_t>(number(at + 2))) {
        const auto marker = byte(at + 1);
        const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame && number(at + 5) > 0 && number(at + 7) > 0) return Pixels{number(at + 7), number(at + 5)};
    }
    return std::nullopt;
}

struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

}  // namespace

Paper::Paper(PaperSize size, const About& about) {
    surface_ = cairo_pdf_surface_create_for_stream(keep, &file_, size.width, size.height);
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, about.author.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Kiemkring");
    cairo_ = cairo_create(surface_);
    context_ = pango_cairo_create_context(cairo_);
    pango_cairo_context_set_resolution(context_, 72);
    pango_context_set_language(context_, pango_language_from_string(about.language.c_str()));
    // Letters lie where the printer puts them, not on the pixels of a screen.
    pango_context_set_round_glyph_positions(context_, FALSE);
}

Paper::~Paper() {
    g_object_unref(context_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

std::string Paper::finish() {
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    // After something that it cannot draw Cairo draws no more, and says so only here.
    if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) return {};
    return std::move(file_);
}

void Paper::next_page() {
    cairo_show_page(cairo_);
    ++pages_;
}

Layout Paper::text(std::string_view text, const Font& font, double width, bool to_the_right) {
    Layout layout{pango_layout_new(context_)};
    const std::unique_ptr<PangoFontDescription, FreeFont> description{pango_font_description_new()};
    pango_font_description_set_family_static(description.get(), families);
    pango_font_description_set_absolute_size(description.get(), font.size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(), font.weight);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::max(width, font.size) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 1.15F);
    if (to_the_right) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
    const auto shown = without_noncharacters(text);
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    return layout;
}

double Paper::height_of(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Paper::width_of(const Layout& layout) {
    PangoRectangle extents{};
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    return static_cast<double>(extents.width) / PANGO_SCALE;
}

void Paper::set(Color color) {
    cairo_set_source_rgb(cairo_, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void Paper::draw(const Layout& layout, double x, double y, Color color) {
    set(color);
    cairo_move_to(cairo_, x, y);
    pango_cairo_show_layout(cairo_, layout.get());
}

void Paper::draw_line(PangoLayoutLine* line, double x, double baseline, Color color) {
    set(color);
    cairo_move_to(cairo_, x, baseline);
    pango_cairo_show_layout_line(cairo_, line);
}

void Paper::fill_box(double x, double y, double width, double height, Color color, double radius) {
    set(color);
    radius = std::min({radius, width / 2, height / 2});
    if (radius <= 0) {
        cairo_rectangle(cairo_, x, y, width, height);
    } else {
        const double quarter = std::numbers::pi / 2;
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, x + width - radius, y + radius, radius, -quarter, 0);
        cairo_arc(cairo_, x + width - radius, y + height - radius, radius, 0, quarter);
        cairo_arc(cairo_, x + radius, y + height - radius, radius, quarter, 2 * quarter);
        cairo_arc(cairo_, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo_);
    }
    cairo_fill(cairo_);
}

void Paper::fill_circle(double x, double y, double radius, Color fill, Color edge) {
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
    set(fill);
    cairo_fill_preserve(cairo_);
    set(edge);
    cairo_set_line_width(cairo_, 1);
    cairo_stroke(cairo_);
}

void Paper::draw_rule(double x, double y, double width, Color color, double thickness) { fill_box(x, y - thickness / 2, width, thickness, color); }

void Paper::draw_jpeg(const std::string& jpeg, double x, double y, double width, double height) {
    const auto pixels = pixels_of(jpeg);
    if (!pixels) return;
    // Cairo puts the file itself into the PDF; the pixels of the surface are never looked at.
    auto* picture = cairo_image_surface_create(CAIRO_FORMAT_A8, pixels->width, pixels->height);
    auto* kept = new std::string{jpeg};
    cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(kept->data()), kept->size(),
                                [](void* bytes) { delete static_cast<std::string*>(bytes); }, kept);
    cairo_save(cairo_);
    cairo_translate(cairo_, x, y);
    cairo_scale(cairo_, width / pixels->width, height / pixels->height);
    cairo_set_source_surface(cairo_, picture, 0, 0);
    cairo_rectangle(cairo_, 0, 0, pixels->width, pixels->height);
    cairo_fill(cairo_);
    cairo_restore(cairo_);
    cairo_surface_destroy(picture);
}

void Paper::add_to_outline(const std::string& name, int level) {
    level = std::clamp(level, 0, 3);
    parents_[level] = cairo_pdf_surface_add_outline(surface_, level == 0 ? CAIRO_PDF_OUTLINE_ROOT : parents_[level - 1], name.c_str(),
                                                    ("page=" + std::to_string(pages_)).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

}  // namespace kiemkring::report
