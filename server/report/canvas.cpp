#include "report/canvas.h"

#if __has_include(<qrcodegen/qrcodegen.hpp>)
#include <qrcodegen/qrcodegen.hpp>
#else
#include <qrcodegencpp/qrcodegen.hpp>
#endif

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <vector>

#include "report/direction.h"
#include "report/noncharacters.h"

namespace kiemkring::report {
namespace {

// Lato and Noto come as packages of the system; what they lack is looked for in all fonts there are.
constexpr const char* families = "Lato,Noto Sans,DejaVu Sans";

struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

/// The first letter says it.
bool begins_from_right(const std::string& text) {
    for (const char* at = text.c_str(); *at != 0; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at))) return turns_round({at, static_cast<std::size_t>(g_utf8_next_char(at) - at)});
    return false;
}

/// Pango asks the first letter of a line in which direction it runs, also one that is kept apart: a sign before it answers.
std::string with_direction(const std::string& text) {
    if (text.find(isolate_begin) == std::string::npos) return text;
    std::string lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = std::string_view{text}.substr(at, end - at);
        if (line.find(isolate_begin) != std::string_view::npos) {
            lines += begins_from_right(outside_isolates(line)) ? "\u200F" : "\u200E";
        }
        lines += line;
        if (end < text.size()) lines += '\n';
        at = end + 1;
    }
    return lines;
}

/// What stands between the letters of a path.
std::vector<double> numbers_at(std::string_view path, std::size_t& at) {
    std::vector<double> numbers;
    while (at < path.size() && (path[at] < 'A' || path[at] > 'Z')) {
        if (path[at] == ' ') {
            ++at;
            continue;
        }
        double number = 0;
        const auto read = std::from_chars(path.data() + at, path.data() + path.size(), number);
        if (read.ec != std::errc{}) break;
        at = static_cast<std::size_t>(read.ptr - path.data());
        numbers.push_back(number);
    }
    return numbers;
}

struct Unread {
    std::string_view bytes;
};
cairo_status_t read_on(void* from, unsigned char* into, unsigned int count) {
    auto& unread = static_cast<Unread*>(from)->bytes;
    if (unread.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::ranges::copy(unread.substr(0, count), into);
    unread.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Canvas::Canvas(cairo_surface_t* surface, double scale, const std::string& language) : surface_(surface), cairo_(cairo_create(surface)) {
    cairo_scale(cairo_, scale, scale);
    context_ = pango_cairo_create_context(cairo_);
    pango_cairo_context_set_resolution(context_, 72);
    pango_context_set_language(context_, pango_language_from_string(language.c_str()));
    // Letters lie where the printer puts them, not on the pixels of a screen.
    pango_context_set_round_glyph_positions(context_, FALSE);
}

Canvas::~Canvas() {
    g_object_unref(context_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

Layout Canvas::text(std::string_view text, const Font& font, double width, Align align) {
    Layout layout{pango_layout_new(context_)};
    const std::unique_ptr<PangoFontDescription, FreeFont> description{pango_font_description_new()};
    pango_font_description_set_family_static(description.get(), families);
    pango_font_description_set_absolute_size(description.get(), font.size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(), font.weight);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::max(width, font.size) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 1.15F);
    pango_layout_set_alignment(layout.get(), align == Align::left ? PANGO_ALIGN_LEFT : align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER);
    const auto shown = with_direction(without_noncharacters(text));
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    return layout;
}

Layout Canvas::fitted(std::string_view words, const Font& largest, double smallest, Size room, Align align) {
    auto font = largest;
    auto layout = text(words, font, room.width, align);
    while (height_of(layout) > room.height && font.size > smallest) {
        font.size = std::max(smallest, font.size * 0.94);
        layout = text(words, font, room.width, align);
    }
    if (height_of(layout) <= room.height) return layout;
    // Pango takes a number of lines as a height below zero.
    const double line = height_of(layout) / pango_layout_get_line_count(layout.get());
    pango_layout_set_height(layout.get(), -std::max(1, static_cast<int>(room.height / line)));
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    return layout;
}

double Canvas::height_of(const Layout& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Canvas::width_of(const Layout& layout) {
    PangoRectangle extents{};
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    return static_cast<double>(extents.width) / PANGO_SCALE;
}

bool Canvas::runs_from_right(const Layout& layout) {
    const auto* line = pango_layout_get_line_readonly(layout.get(), 0);
    return line && line->resolved_dir == PANGO_DIRECTION_RTL;
}

void Canvas::set(Color color) {
    cairo_set_source_rgb(cairo_, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

void Canvas::draw(const Layout& layout, double x, double y, Color color) {
    set(color);
    cairo_move_to(cairo_, x, y);
    pango_cairo_show_layout(cairo_, layout.get());
}

void Canvas::draw_line(PangoLayoutLine* line, double x, double baseline, Color color) {
    set(color);
    cairo_move_to(cairo_, x, baseline);
    pango_cairo_show_layout_line(cairo_, line);
}

void Canvas::fill_box(double x, double y, double width, double height, Color color, double radius) {
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

void Canvas::fill_circle(double x, double y, double radius, Color fill, Color edge) {
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
    set(fill);
    cairo_fill_preserve(cairo_);
    set(edge);
    cairo_set_line_width(cairo_, 1);
    cairo_stroke(cairo_);
}

void Canvas::draw_rule(double x, double y, double width, Color color, double thickness) { fill_box(x, y - thickness / 2, width, thickness, color); }

void Canvas::draw_stroke(double from_x, double from_y, double to_x, double to_y, Color color, double thickness) {
    set(color);
    cairo_set_line_width(cairo_, thickness);
    cairo_move_to(cairo_, from_x, from_y);
    cairo_line_to(cairo_, to_x, to_y);
    cairo_stroke(cairo_);
}

void Canvas::place(double x, double y, double scale) {
    cairo_save(cairo_);
    cairo_translate(cairo_, x, y);
    cairo_scale(cairo_, scale, scale);
}

void Canvas::place_back() { cairo_restore(cairo_); }

void Canvas::draw_path(std::string_view path, const Place& place, std::optional<Color> fill, std::optional<Pen> pen) {
    cairo_save(cairo_);
    cairo_translate(cairo_, place.x, place.y);
    cairo_rotate(cairo_, place.turn * std::numbers::pi / 180);
    cairo_scale(cairo_, place.mirrored ? -place.scale : place.scale, place.scale);
    cairo_new_path(cairo_);
    for (std::size_t at = 0; at < path.size();) {
        const char command = path[at++];
        const auto n = numbers_at(path, at);
        if (command == 'M' && n.size() >= 2) cairo_move_to(cairo_, n[0], n[1]);
        for (std::size_t i = 0; command == 'C' && i + 6 <= n.size(); i += 6) cairo_curve_to(cairo_, n[i], n[i + 1], n[i + 2], n[i + 3], n[i + 4], n[i + 5]);
        if (command == 'Z') cairo_close_path(cairo_);
    }
    if (fill) {
        set(*fill);
        cairo_fill_preserve(cairo_);
    }
    if (pen) {
        set(pen->color);
        cairo_set_line_width(cairo_, pen->width);
        cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(cairo_);
    }
    cairo_new_path(cairo_);
    cairo_restore(cairo_);
}

void Canvas::draw_qr(const std::string& text, double x, double y, double side) {
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int quiet = 4;
    const double module = side / (code.getSize() + 2 * quiet);
    fill_box(x, y, side, side, white);
    set(ink);
    // One shape: between two, a printer could leave a hair of white.
    for (int row = 0; row < code.getSize(); ++row)
        for (int column = 0; column < code.getSize(); ++column)
            if (code.getModule(column, row)) cairo_rectangle(cairo_, x + (column + quiet) * module, y + (row + quiet) * module, module, module);
    cairo_save(cairo_);
    cairo_set_antialias(cairo_, CAIRO_ANTIALIAS_NONE);
    cairo_fill(cairo_);
    cairo_restore(cairo_);
}

Size Canvas::draw_png(const std::string& png, double x, double y, Size room, Align align) {
    Unread unread{png};
    auto* picture = cairo_image_surface_create_from_png_stream(read_on, &unread);
    const double width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
    if (cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS || width <= 0 || height <= 0) {
        cairo_surface_destroy(picture);
        return {};
    }
    const double scale = std::min(room.width / width, room.height / height);
    const Size drawn{width * scale, height * scale};
    cairo_save(cairo_);
    cairo_translate(cairo_, x + (align == Align::left ? 0 : align == Align::right ? room.width - drawn.width : (room.width - drawn.width) / 2), y);
    cairo_scale(cairo_, scale, scale);
    cairo_set_source_surface(cairo_, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo_), CAIRO_FILTER_GOOD);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    cairo_surface_destroy(picture);
    return drawn;
}

}  // namespace kiemkring::report
