// What people typed, made fit to keep: trimmed, counted as people count, and free of control characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/refusal.h"

namespace kiemkring::wire {

/// Whether it is well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

/// User-perceived characters (extended grapheme clusters) of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The beginning of valid UTF-8: at most `count` characters, and at most eight bytes for each.
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t count);

/// Cuts white space at both ends. A text of invisible characters alone becomes empty.
void trim(std::string& text);

/// Trims `text`; the reason when it is refused: `bad_text` or `too_long`.
[[nodiscard]] std::optional<domain::Reason> check_optional_text(std::string& text, std::size_t characters_max);
/// The same, and `empty_text` when nothing is left.
[[nodiscard]] std::optional<domain::Reason> check_text(std::string& text, std::size_t characters_max);

/// A day of the calendar as YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);
/// A time of the day as HH:MM.
[[nodiscard]] bool is_clock_time(std::string_view text);
/// Looks like an address that mail can be sent to: one @, a domain with a dot, no quotes, 254 bytes at most.
[[nodiscard]] bool is_email(std::string_view text);
/// 8 to 15 digits, with a + in front and spaces, dots, dashes and brackets between.
[[nodiscard]] bool is_phone(std::string_view text);
/// `count` lower-case hex digits.
[[nodiscard]] bool is_hex(std::string_view text, std::size_t count);

}  // namespace kiemkring::wire
