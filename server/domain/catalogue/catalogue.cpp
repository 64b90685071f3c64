#include "domain/catalogue/catalogue.h"

#include <algorithm>

namespace kiemkring::domain {
namespace {

/// 20.000 in Dutch, 20,000 in English.
std::string number(std::uint32_t value, bool dutch) {
    auto digits = std::to_string(value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), dutch ? "." : ",");
    return digits;
}

std::string range(const Concept::Range& range, bool dutch) {
    if (range[0] == range[1]) return number(range[1], dutch);
    return number(range[0], dutch) + (dutch ? " tot " : " to ") + number(range[1], dutch);
}

/// What the figures stand on: none of them is shown without.
std::string basis_of(const Concept& known, bool dutch) {
    if (known.basis == "S") return dutch ? "uit een bron" : "from a source";
    if (known.basis == "M") return dutch ? "deels geschat" : "partly an estimate";
    return dutch ? "geschat" : "an estimate";
}

}  // namespace

const Concept* find_concept(std::string_view id) {
    const auto& all = concepts();
    const auto found = std::ranges::find(all, id, &Concept::id);
    return found == all.end() ? nullptr : &*found;
}

bool is_ivn(const Concept& known) { return known.kind.starts_with("ivn"); }

std::string name_of(const Concept& known, std::string_view language) {
    return language == "en" ? known.name_en : known.name_nl;
}

std::string description_of(const Concept& known, std::string_view language) {
    return language == "en" ? std::string{} : known.description_nl;
}

std::vector<std::string> facts_of(const Concept& known, std::string_view language) {
    const bool dutch = language != "en";
    std::vector<std::string> facts;
    if (known.cost_eur[1] > 0) facts.push_back((dutch ? "€ " : "€") + range(known.cost_eur, dutch));
    if (known.area_m2[1] > 0) facts.push_back(range(known.area_m2, dutch) + " m²");
    if (known.months[1] > 0) facts.push_back(range(known.months, dutch) + (dutch ? " maanden" : " months"));
    if (!facts.empty()) facts.push_back(basis_of(known, dutch));
    return facts;
}

}  // namespace kiemkring::domain
