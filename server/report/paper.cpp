#include "report/paper.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <optional>

namespace kiemkring::report {
namespace {

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

}  // namespace

Paper::Paper(Size size, const About& about, double scale) : Paper(std::make_unique<std::string>(), size, about, scale) {}

Paper::Paper(std::unique_ptr<std::string> file, Size size, const About& about, double scale)
    : Canvas(cairo_pdf_surface_create_for_stream(keep, file.get(), size.width, size.height), scale, about.language), file_(std::move(file)) {
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, about.author.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Kiemkring");
}

// Before the file goes to which Cairo still writes.
Paper::~Paper() { cairo_surface_finish(surface_); }

std::string Paper::finish() {
    cairo_show_page(cairo_);
    cairo_surface_finish(surface_);
    // After something that it cannot draw Cairo draws no more, and says so only here.
    if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS || cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) return {};
    return std::move(*file_);
}

void Paper::next_page() {
    cairo_show_page(cairo_);
    ++pages_;
}

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
