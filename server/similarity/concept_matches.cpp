#include "similarity/concept_matches.h"

#include <algorithm>

#include "similarity/likeness.h"

namespace kiemkring::similarity {
namespace {

/// Below it a word in common says little.
constexpr float alike_min = 0.08F;
constexpr std::size_t words_looked_at = 12, words_told_max = 4;

std::string text_of(const domain::Concept& known, Language language) {
    auto text = known.name_nl + ". " + known.description_nl;
    for (const auto& keyword : known.keywords_nl) text += ". " + keyword;
    if (language == Language::english) text += ". " + known.name_en;
    return text;
}

/// Those that people wrote in the idea: a concept has words of its own.
std::vector<std::string> words_in(std::vector<std::string> words, const std::string& idea) {
    std::string written;
    for (const auto& word : words_of(idea)) written += word.text + ' ';
    std::erase_if(words, [&](const std::string& word) { return !written.contains(word); });
    if (words.size() > words_told_max) words.resize(words_told_max);
    return words;
}

}  // namespace

std::vector<ConceptMatch> concept_matches(const std::string& idea, std::span<const domain::Concept> catalogue, Language otherwise) {
    const auto language = language_of(words_of(idea), otherwise);
    std::vector<std::string> texts{idea};
    for (const auto& known : catalogue) texts.push_back(text_of(known, language));
    const Likeness likeness{texts, otherwise};

    struct Alike {
        float how_much;
        std::size_t at;
    };
    std::vector<Alike> alike;
    for (std::size_t at = 1; at < texts.size(); ++at)
        if (const auto how_much = likeness.between(0, at); how_much >= alike_min) alike.push_back({how_much, at});
    std::ranges::stable_sort(alike, std::ranges::greater{}, &Alike::how_much);

    std::vector<ConceptMatch> matches;
    for (const auto& one : alike) {
        if (matches.size() == concept_matches_max) break;
        auto words = words_in(likeness.shared_words(std::array{std::size_t{0}, one.at}, words_looked_at), idea);
        if (!words.empty()) matches.push_back({&catalogue[one.at - 1], std::move(words)});
    }
    return matches;
}

}  // namespace kiemkring::similarity
