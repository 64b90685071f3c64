// Ready agendas, each with a sentence to say for every round.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/session/values.h"

namespace kiemkring::domain {

struct Template {
    std::string id;        ///< "workshop-180"; the same in every language
    std::string language;  ///< nl, en
    std::string title;
    std::uint32_t minutes{};  ///< of all rounds together
    std::vector<AgendaItem> rounds;
};

/// All of them, Dutch first, long before short.
[[nodiscard]] const std::vector<Template>& templates();

/// Null when there is none.
[[nodiscard]] const Template* find_template(std::string_view id, std::string_view language);

}  // namespace kiemkring::domain
