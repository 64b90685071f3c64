#include "wire/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace kiemkring::wire {

using domain::Reason;

namespace {

/// Calls `see(code point, where it starts, where it ends)` until that answers false.
template <class F>
void for_each_code_point(std::string_view text, F&& see) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t code_point = -1;
        const auto length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        const auto end = at + static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1));
        if (!see(length > 0 ? code_point : 0xFFFD, at, end)) return;
        at = end;
    }
}

bool is_white(utf8proc_int32_t code_point) {
    if (code_point >= 9 && code_point <= 13) return true;
    switch (utf8proc_category(code_point)) {
        case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: return true;
        default: return false;
    }
}

/// Leaves no ink: white space, joiners, marks of direction, fillers, variation selectors.
bool is_invisible(utf8proc_int32_t code_point) {
    if (is_white(code_point)) return true;
    switch (utf8proc_category(code_point)) {
        case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CC: return true;
        default: break;
    }
    switch (code_point) {
        case 0x034F: case 0x115F: case 0x1160: case 0x17B4: case 0x17B5: case 0x180B: case 0x180C: case 0x180D:
        case 0x2800: case 0x3164: case 0xFFA0: return true;
        default:
            return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
                   (code_point >= 0xE0000 && code_point <= 0xE0FFF);
    }
}

bool has_control_characters(std::string_view text) {
    bool found = false;
    for_each_code_point(text, [&](auto code_point, auto, auto) {
        const bool allowed = code_point == '\t' || code_point == '\n';
        found = !allowed && utf8proc_category(code_point) == UTF8PROC_CATEGORY_CC;
        return !found;
    });
    return found;
}

/// Printable ASCII alone, as most of what people type: every byte is a character.
bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Letters, digits and `others`, with single dots between them.
bool is_dotted(std::string_view text, std::string_view others) {
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != text.npos) return false;
    return std::ranges::all_of(
        text, [&](char c) { return is_alphanumeric(c) || c == '.' || others.find(c) != others.npos; });
}

}  // namespace

bool is_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code_point = -1;
        const auto length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        if (length <= 0) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    utf8proc_int32_t before = -1, state = 0;
    for_each_code_point(text, [&](auto code_point, auto, auto) {
        if (before < 0 || utf8proc_grapheme_break_stateful(before, code_point, &state)) ++count;
        before = code_point;
        return true;
    });
    return count;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t characters = 0, end = 0;
    utf8proc_int32_t before = -1, state = 0;
    for_each_code_point(text, [&](auto code_point, auto, auto to) {
        if (before < 0 || utf8proc_grapheme_break_stateful(before, code_point, &state)) ++characters;
        before = code_point;
        if (characters > count || to > 8 * count) return false;
        end = to;
        return true;
    });
    return text.substr(0, end);
}

void trim(std::string& text) {
    std::size_t begin = text.npos, end = 0;
    bool visible = false;
    for_each_code_point(text, [&](auto code_point, auto from, auto to) {
        visible = visible || !is_invisible(code_point);
        if (is_white(code_point)) return true;
        begin = std::min(begin, from);
        end = to;
        return true;
    });
    // A control character alone is refused for what it is, not taken for nothing.
    if (!visible && !has_control_characters(begin < end ? text.substr(begin, end - begin) : "")) text.clear();
    else text = text.substr(begin, end - begin);
}

std::optional<Reason> check_optional_text(std::string& text, std::size_t characters_max) {
    if (is_plain(text)) {
        text.erase(text.find_last_not_of(' ') + 1);  // all of it when there is nothing else
        text.erase(0, text.find_first_not_of(' '));
        return text.size() > characters_max ? std::optional{Reason::too_long} : std::nullopt;
    }
    trim(text);
    if (has_control_characters(text)) return Reason::bad_text;
    if (count_characters(text) > characters_max) return Reason::too_long;
    return {};
}

std::optional<Reason> check_text(std::string& text, std::size_t characters_max) {
    if (const auto reason = check_optional_text(text, characters_max)) return reason;
    if (text.empty()) return Reason::empty_text;
    return {};
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    int part[3] = {};
    const std::string_view parts[] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
    for (int i = 0; i < 3; ++i) {
        if (!std::ranges::all_of(parts[i], is_digit)) return false;
        std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), part[i]);
    }
    using namespace std::chrono;
    return year_month_day{year{part[0]}, month{static_cast<unsigned>(part[1])}, day{static_cast<unsigned>(part[2])}}
        .ok();
}

bool is_clock_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return false;
    if (!is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) || !is_digit(text[4])) return false;
    return text.substr(0, 2) < "24" && text[3] < '6';
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (text.size() > 254 || at == text.npos || at > 64 || text.find('@', at + 1) != text.npos) return false;
    const auto name = text.substr(0, at), domain = text.substr(at + 1);
    if (has_control_characters(text) || !is_dotted(name, "!#$%&'*+-/=?^_`{|}~") || !is_dotted(domain, "-")) return false;

    std::size_t begin = 0, labels = 0;
    std::string_view label;
    while (begin <= domain.size()) {
        const auto dot = std::min(domain.find('.', begin), domain.size());
        label = domain.substr(begin, dot - begin);
        if (label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
        ++labels;
        begin = dot + 1;
    }
    return labels >= 2 && label.size() >= 2 && !std::ranges::all_of(label, is_digit);
}

bool is_phone(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto digits = std::ranges::count_if(text, is_digit);
    return digits >= 8 && digits <= 15 && text.size() <= 30 &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || std::string_view{" .-()/"}.contains(c); });
}

bool is_hex(std::string_view text, std::size_t count) {
    return text.size() == count &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace kiemkring::wire
