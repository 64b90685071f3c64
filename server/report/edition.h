// Which version of its content a report is.
#pragma once

#include <cstdint>
#include <string>

#include "report/html_page.h"

namespace kiemkring::report {

/// 64 hex digits (SHA-256) of all that a document says and shows. Of a document that was made as if at `no_time`, so that the same
/// content is the same whenever it is made.
[[nodiscard]] std::string content_hash(const Document& document, const Pictures& pictures);
inline constexpr base::Time no_time{};

/// What stands in it of that; without a number when nothing remembers it. `language` is that of the document.
[[nodiscard]] std::string colophon(std::uint32_t number, const std::string& hash, std::string_view language);

}  // namespace kiemkring::report
