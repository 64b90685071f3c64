// What a desk reads of the concepts that an idea is like.
#pragma once

#include <string>
#include <vector>

#include "domain/catalogue/catalogue.h"

namespace kiemkring::wire {

struct ConceptMatchAnswer {
    const domain::Concept* what{};
    std::vector<std::string> words;
};
[[nodiscard]] std::string encode(const std::vector<ConceptMatchAnswer>& matches);

}  // namespace kiemkring::wire
