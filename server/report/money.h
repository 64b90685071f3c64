// Amounts in euros, as people write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kiemkring::report {

/// "€ 1.250,50" in Dutch, "€1,250.50" in English; whole euros without cents. The sign never stands on another line.
[[nodiscard]] std::string money_in_words(std::int64_t cents, std::string_view language);
/// "1.250" in Dutch, "1,250" in English.
[[nodiscard]] std::string number_in_words(std::int64_t number, std::string_view language);

}  // namespace kiemkring::report
