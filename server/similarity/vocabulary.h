// Words that speak of the same thing: what tells that a hammock and a bench are alike. Everything here is data; the
// desk may give another vocabulary one day.
#pragma once

#include <string>
#include <vector>

namespace kiemkring::similarity {

/// One subject: a theme, or a concept of the catalogue. A "word" may be up to three.
struct Topic {
    std::string area;  ///< topics of one area are a little alike; empty: stands alone
    std::vector<std::string> dutch, english;
};
using Vocabulary = std::vector<Topic>;

/// vocabulary/themes.json and the keywords of domain/catalogue/concepts.json.
[[nodiscard]] const Vocabulary& built_in_vocabulary();

}  // namespace kiemkring::similarity
