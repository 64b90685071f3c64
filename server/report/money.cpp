#include "report/money.h"

#include <fmt/format.h>

namespace kiemkring::report {

std::string number_in_words(std::int64_t number, std::string_view language) {
    auto digits = std::to_string(number < 0 ? -number : number);
    for (auto at = std::ssize(digits) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), language == "nl" ? "." : ",");
    return number < 0 ? "-" + digits : digits;
}

std::string money_in_words(std::int64_t cents, std::string_view language) {
    const auto size = cents < 0 ? -cents : cents;
    const bool is_dutch = language == "nl";
    auto text = number_in_words(size / 100, language);
    if (size % 100 != 0) text += fmt::format("{}{:02}", is_dutch ? ',' : '.', size % 100);
    return fmt::format("{}{}{}", cents < 0 ? "-" : "", is_dutch ? "€\u00a0" : "€", text);
}

}  // namespace kiemkring::report
