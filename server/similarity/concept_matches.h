// Which concepts of the catalogue an idea is like, and by which of its words.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue/catalogue.h"
#include "similarity/language.h"

namespace kiemkring::similarity {

struct ConceptMatch {
    const domain::Concept* what{};   ///< one of the catalogue
    std::vector<std::string> words;  ///< of the idea, never empty
};

inline constexpr std::size_t concept_matches_max = 3;

/// The most alike first; none where nothing is clearly alike. `idea` is its line and explanation; `otherwise` its language when it
/// does not tell its own. Points into `catalogue`.
[[nodiscard]] std::vector<ConceptMatch> concept_matches(const std::string& idea, std::span<const domain::Concept> catalogue,
                                                        Language otherwise);

}  // namespace kiemkring::similarity
