#include "wire/brand.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/base64.h"
#include "wire/write.h"

namespace kiemkring::wire {
namespace {

constexpr std::string_view brand_form = "kiemkring_brand";
constexpr std::int64_t brand_version = 1;
constexpr std::size_t color_characters = 7, logo_characters_max = 600'000;

}  // namespace

std::string color_text(std::uint32_t color) { return fmt::format("#{:06x}", color & 0xffffffU); }

std::optional<std::uint32_t> read_color(std::string_view text) {
    std::uint32_t color = 0;
    if (text.size() != color_characters || text.front() != '#') return std::nullopt;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 1, end, color, 16);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{color} : std::nullopt;
}

std::expected<domain::Brand, DocumentProblems> read_brand(const Json& file) {
    DocumentReader reader;
    domain::Brand brand;
    std::string accent, logo;
    if (reader.begins(file, brand_form, brand_version, {"accent", "logo"})) {
        reader.text(file, "accent", accent, color_characters, true);
        reader.text(file, "logo", logo, logo_characters_max);
        const auto color = read_color(accent);
        auto bytes = base::from_base64(logo);
        if (reader.problems().empty() && !color) reader.problem("accent", "not_a_color");
        if (reader.problems().empty() && (!bytes || (!bytes->empty() && !bytes->starts_with("\x89PNG")))) reader.problem("logo", "not_a_picture");
        if (reader.problems().empty()) brand = {*color, std::move(*bytes)};
    }
    if (!reader.problems().empty()) return std::unexpected(std::move(reader.problems()));
    return brand;
}

std::string encode_brand(const domain::Brand& brand) {
    std::string text;
    ObjectWriter{text}.put(brand_form, brand_version).put("accent", color_text(brand.accent)).put("logo", base::to_base64(brand.logo));
    return text;
}

}  // namespace kiemkring::wire
