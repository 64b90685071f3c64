#include "report/direction.h"

#include <algorithm>
#include <cstdint>

namespace kiemkring::report {
namespace {

/// U+2066 to U+2068 begin one, U+2069 ends one; all are three bytes.
constexpr std::size_t sign_size = 3;
bool begins_isolate(std::string_view rest) { return rest.starts_with("\u2066") || rest.starts_with("\u2067") || rest.starts_with("\u2068"); }
bool ends_isolate(std::string_view rest) { return rest.starts_with(isolate_end); }

/// Of UTF-8 that was checked when it came in.
std::uint32_t letter_at(std::string_view text, std::size_t at, std::size_t& size) {
    const auto first = static_cast<unsigned char>(text[at]);
    size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    size = std::min(size, text.size() - at);
    std::uint32_t letter = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) letter = letter << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    return letter;
}

/// Blocks that Unicode keeps for scripts from right to left (DerivedBidiClass), and the signs of direction.
bool turns(std::uint32_t letter) {
    return (letter >= 0x590 && letter <= 0x8FF) || (letter >= 0xFB1D && letter <= 0xFDFF) || (letter >= 0xFE70 && letter <= 0xFEFE) || (letter >= 0x10800 && letter <= 0x10FFF) ||
           (letter >= 0x1E800 && letter <= 0x1EFFF) || letter == 0x200F || (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

}  // namespace

bool turns_round(std::string_view text) {
    for (std::size_t at = 0, size = 1; at < text.size(); at += size)
        if (turns(letter_at(text, at, size))) return true;
    return false;
}

std::string balanced(std::string_view text) {
    std::string kept;
    std::size_t open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        open += begins_isolate(rest);
        if (ends_isolate(rest)) {
            if (open == 0) kept.insert(0, isolate_begin);
            else --open;
        }
        kept += text[at];
    }
    for (; open > 0; --open) kept += isolate_end;
    return kept;
}

std::string isolated(std::string_view text) {
    if (!turns_round(text)) return std::string{text};
    std::string apart;
    // The order of letters is of a line: nothing goes on over its end.
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (const auto line = text.substr(at, end - at); turns_round(line)) apart.append(isolate_begin).append(balanced(line)).append(isolate_end);
        else apart += line;
        if (end < text.size()) apart += '\n';
        at = end + 1;
    }
    return apart;
}

std::string outside_isolates(std::string_view text) {
    std::string outside;
    std::size_t open = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        if (begins_isolate(rest) || ends_isolate(rest)) {
            if (begins_isolate(rest)) ++open;
            else if (open > 0) --open;
            at += sign_size;
            continue;
        }
        if (open == 0) outside += text[at];
        ++at;
    }
    return outside;
}

}  // namespace kiemkring::report
