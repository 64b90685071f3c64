#include "report/noncharacters.h"

namespace kiemkring::report {
namespace {

bool is_noncharacter(std::string_view character) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 3) return (byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE) ||
                                      (byte(0) == 0xEF && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF);
    // The last two of each plane.
    return character.size() == 4 && (byte(1) & 0x0F) == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE;
}

}  // namespace

std::string without_noncharacters(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        auto end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        const auto character = text.substr(i, end - i);
        kept += is_noncharacter(character) ? std::string_view{"\uFFFD"} : character;
        i = end;
    }
    return kept;
}

}  // namespace kiemkring::report
