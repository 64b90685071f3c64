// An idea of a neighbour finds what exists already, and the words tell why.
#include <catch2/catch.hpp>

#include <algorithm>

#include "similarity/concept_matches.h"

namespace kiemkring::similarity {
namespace {

std::vector<ConceptMatch> found(const std::string& idea, Language language = Language::dutch) {
    return concept_matches(idea, domain::concepts(), language);
}
bool has(const std::vector<ConceptMatch>& matches, std::string_view id) {
    return std::ranges::any_of(matches, [&](const auto& match) { return match.what->id == id; });
}

}  // namespace

TEST_CASE("An idea is matched to concepts by its own words", "[matches]") {
    const auto idea = GENERATE(table<std::string, std::string>({
        {"Picknicktafel en bank bij de kantine", "picknick"},
        {"Een wadi waar de regen van hal 3 in kan", "wadi"},
        {"Bomen planten langs de parkeerplaats", "bomen"},
        {"Een bijenhotel voor wilde bijen", "bijenhotel"},
        {"Tegels eruit, planten erin", "tegelwippen"},
        {"Sedum op het dak van het magazijn", "groendak"},
        {"Samen een klein bosje van inheemse bomen", "tiny-forest"},
    }));
    const auto& [text, id] = idea;
    INFO(text);
    const auto matches = found(text);
    REQUIRE(has(matches, id));
    REQUIRE(matches.size() <= concept_matches_max);
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto& match : matches) {
        REQUIRE_FALSE(match.words.empty());
        for (const auto& word : match.words) CHECK(lower.contains(word));
    }
}

TEST_CASE("What is like nothing has no match", "[matches]") {
    REQUIRE(found("").empty());
    REQUIRE(found("xqzv").empty());
    REQUIRE(concept_matches("Een bank", {}, Language::dutch).empty());
}

TEST_CASE("An English idea is matched too", "[matches]") {
    REQUIRE(has(found("Plant trees and a mini forest", Language::english), "tiny-forest"));
}

TEST_CASE("Every concept says what to check first and where its figures come from", "[matches]") {
    for (const auto& known : domain::concepts()) {
        INFO(known.id);
        CHECK_FALSE(known.check_first_nl.empty());
        CHECK((known.basis == "S" || known.basis == "M" || known.basis == "E"));
        CHECK_FALSE(known.keywords_nl.empty());
        CHECK(std::ranges::all_of(known.effects, [](auto effect) { return effect <= 3; }));
    }
    CHECK(domain::is_ivn(*domain::find_concept("buitenlokaal")));
    CHECK_FALSE(domain::is_ivn(*domain::find_concept("picknick")));
}

}  // namespace kiemkring::similarity
