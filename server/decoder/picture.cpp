#include "decoder/picture.h"

#include <vips/vips.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "pictures/verdicts.h"

namespace kiemkring::decoder {

namespace verdict = pictures::verdict;

namespace {

constexpr std::uint64_t pixels_max = 50'000'000;
constexpr int side_max = 20'000;
constexpr int thumbnail_side = 400, photo_side = 1600, plan_side = 3200, logo_side = 800;
constexpr std::size_t photo_bytes_max = 600'000, plan_bytes_max = 3'000'000, logo_bytes_max = 400'000;

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

enum class Format { unknown, jpeg, png, webp, pdf };

Format format_of(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return Format::jpeg;
    if (bytes.starts_with(std::string_view{"\x89PNG\r\n\x1a\n", 8})) return Format::png;
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return Format::webp;
    if (bytes.starts_with("%PDF-")) return Format::pdf;
    return Format::unknown;
}

/// Reads the head; pixels only when somebody asks for them.
Image open(Format format, const std::string& upload, int shrink, int page, double scale) {
    auto* bytes = const_cast<char*>(upload.data());
    VipsImage* image = nullptr;
    const auto in_order = VIPS_ACCESS_SEQUENTIAL;
    const auto strictly = VIPS_FAIL_ON_ERROR;
    switch (format) {
        case Format::jpeg:
            vips_jpegload_buffer(bytes, upload.size(), &image, "access", in_order, "fail_on", strictly, "shrink", shrink, nullptr);
            break;
        case Format::png: vips_pngload_buffer(bytes, upload.size(), &image, "access", in_order, "fail_on", strictly, nullptr); break;
        case Format::webp: vips_webpload_buffer(bytes, upload.size(), &image, "access", in_order, "fail_on", strictly, nullptr); break;
        case Format::pdf: vips_pdfload_buffer(bytes, upload.size(), &image, "page", page - 1, "scale", scale, nullptr); break;
        case Format::unknown: break;
    }
    return Image{image};
}

/// At most `side` wide and high, never larger than it was.
Image shrunk(VipsImage* image, int side) {
    VipsImage* result = nullptr;
    if (vips_thumbnail_image(image, &result, side, "height", side, "size", VIPS_SIZE_DOWN, "no_rotate", TRUE, "export_profile",
                             "srgb", nullptr))
        return nullptr;
    return Image{result};
}

/// In memory, upright, without transparency, 8 bits of sRGB.
Image plain(Image image, bool keeps_transparency = false) {
    const auto then = [&image](auto step) {
        VipsImage* result = nullptr;
        if (image) image = Image{step(image.get(), &result) ? nullptr : result};
    };
    image = Image{image ? vips_image_copy_memory(image.get()) : nullptr};
    then([](auto* in, auto** out) { return vips_autorot(in, out, nullptr); });
    if (image && !keeps_transparency && vips_image_hasalpha(image.get()))
        then([](auto* in, auto** out) {
            auto* white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
            const int failed = vips_flatten(in, out, "background", white, nullptr);
            vips_area_unref(VIPS_AREA(white));
            return failed;
        });
    then([](auto* in, auto** out) { return vips_colourspace(in, out, VIPS_INTERPRETATION_sRGB, nullptr); });
    then([](auto* in, auto** out) { return vips_cast_uchar(in, out, nullptr); });
    return Image{image ? vips_image_copy_memory(image.get()) : nullptr};
}

/// A JPEG of at most so many bytes, if need be of a lower quality; empty when that fails.
std::string jpeg(VipsImage* image, int quality, bool is_drawing, std::size_t bytes_max) {
    std::string bytes;
    for (; quality >= 30; quality -= 15) {
        void* buffer = nullptr;
        std::size_t size = 0;
        if (vips_jpegsave_buffer(image, &buffer, &size, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, "subsample_mode",
                                 is_drawing ? VIPS_FOREIGN_SUBSAMPLE_OFF : VIPS_FOREIGN_SUBSAMPLE_AUTO, nullptr))
            return {};
        bytes.assign(static_cast<const char*>(buffer), size);
        g_free(buffer);
        if (size <= bytes_max) return bytes;
    }
    return bytes;
}

/// A PNG of at most so many bytes, if need be of fewer pixels; empty when that fails.
std::string png(Image image, std::size_t bytes_max) {
    while (image) {
        void* buffer = nullptr;
        std::size_t size = 0;
        if (vips_pngsave_buffer(image.get(), &buffer, &size, "strip", TRUE, "compression", 9, nullptr)) return {};
        const std::string bytes{static_cast<const char*>(buffer), size};
        g_free(buffer);
        if (size <= bytes_max) return bytes;
        const int side = std::max(vips_image_get_width(image.get()), vips_image_get_height(image.get()));
        image = plain(shrunk(image.get(), side * 2 / 3), true);
    }
    return {};
}

bool has_too_many_pixels(double width, double height) {
    return width > side_max || height > side_max || width * height > static_cast<double>(pixels_max);
}

}  // namespace

bool start_library() {
    if (VIPS_INIT("kiemkring-decoder")) return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return true;
}

std::expected<Picture, int> decode(const std::string& upload, Kind kind, int page) {
    const bool is_plan = kind == Kind::plan, is_logo = kind == Kind::logo;
    if (upload.empty()) return std::unexpected(verdict::bad_image);
    const auto format = format_of(upload);
    if (format == Format::unknown || (format == Format::pdf && !is_plan)) return std::unexpected(verdict::unsupported_image);

    const int side = is_logo ? logo_side : is_plan ? plan_side : photo_side;
    const auto head = open(format, upload, 1, format == Format::pdf ? 1 : page, 1.0);
    if (!head) return std::unexpected(verdict::bad_image);
    double scale = 1.0;
    int shrink = 1;
    const int width = vips_image_get_width(head.get()), height = vips_image_get_height(head.get());
    if (has_too_many_pixels(width, height)) return std::unexpected(verdict::too_many_pixels);
    if (format == Format::pdf) {
        int pages = 1;
        if (vips_image_get_typeof(head.get(), "n-pages")) vips_image_get_int(head.get(), "n-pages", &pages);
        if (page < 1 || page > pages) return std::unexpected(verdict::no_such_page);
        const auto wanted = open(format, upload, 1, page, 1.0);
        if (!wanted) return std::unexpected(verdict::bad_image);
        const int w = vips_image_get_width(wanted.get()), h = vips_image_get_height(wanted.get());
        if (has_too_many_pixels(w, h)) return std::unexpected(verdict::too_many_pixels);
        scale = static_cast<double>(side) / std::max({w, h, 1});
    }
    while (format == Format::jpeg && shrink < 8 && std::max(width, height) / (shrink * 2) >= side) shrink *= 2;

    const auto source = open(format, upload, shrink, page, scale);
    const auto large = source ? plain(shrunk(source.get(), side), is_logo) : nullptr;
    const auto small = large ? plain(shrunk(large.get(), thumbnail_side)) : nullptr;
    if (!small) return std::unexpected(verdict::bad_image);

    Picture picture;
    picture.width = static_cast<std::uint32_t>(vips_image_get_width(large.get()));
    picture.height = static_cast<std::uint32_t>(vips_image_get_height(large.get()));
    picture.large = is_logo ? png(Image{vips_image_copy_memory(large.get())}, logo_bytes_max) : jpeg(large.get(), is_plan ? 88 : 80, is_plan, is_plan ? plan_bytes_max : photo_bytes_max);
    picture.thumbnail = jpeg(small.get(), 75, false, 80'000);
    if (picture.large.empty() || picture.thumbnail.empty()) return std::unexpected(verdict::bad_image);
    return picture;
}

}  // namespace kiemkring::decoder
