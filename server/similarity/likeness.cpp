#include "similarity/likeness.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "similarity/features.h"

namespace kiemkring::similarity {
namespace {

/// Letters in common by chance; nothing below counts.
constexpr float letters_by_chance = 0.06F;
/// As if there were so many more texts about other things: in a few ideas everything would seem common.
constexpr std::size_t texts_elsewhere = 50;

std::size_t row(std::size_t i) { return i * (i - 1) / 2; }

/// Weighs by rarity and makes every view of a text one long: what is left is the cosine.
void weigh(std::vector<TextFeatures>& texts, std::size_t view) {
    std::vector<std::uint32_t> held_by;
    for (const auto& text : texts)
        for (const auto& feature : text.of[view]) {
            if (feature.id >= held_by.size()) held_by.resize(feature.id + 1);
            ++held_by[feature.id];
        }
    const auto all = static_cast<float>(texts.size() + texts_elsewhere);
    for (auto& text : texts) {
        float square = 0;
        for (auto& feature : text.of[view]) {
            feature.weight *= std::log(all / static_cast<float>(held_by[feature.id]));
            square += feature.weight * feature.weight;
        }
        if (square == 0) continue;
        for (auto& feature : text.of[view]) feature.weight /= std::sqrt(square);
    }
}

/// Adds `gain(cosine)` of every pair to `between`. Looks only at texts that share something.
template <class Gain>
void add_cosines(const std::vector<TextFeatures>& texts, std::size_t view, std::vector<float>& between, Gain gain) {
    struct Holder { std::uint32_t text; float weight; };
    std::vector<std::vector<Holder>> holders;  // of every feature, texts before this one
    std::vector<float> cosine;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        cosine.assign(i, 0);
        for (const auto& feature : texts[i].of[view]) {
            if (feature.id >= holders.size()) holders.resize(feature.id + 1);
            for (const auto& holder : holders[feature.id]) cosine[holder.text] += feature.weight * holder.weight;
            holders[feature.id].push_back({static_cast<std::uint32_t>(i), feature.weight});
        }
        for (std::size_t j = 0; j < i; ++j) between[row(i) + j] += gain(cosine[j]);
    }
}

}  // namespace

Likeness::Likeness(std::span<const std::string> texts, Language otherwise, const Vocabulary& vocabulary) {
    auto features = features_of(texts, otherwise, vocabulary);
    between_.resize(texts.empty() ? 0 : row(texts.size()));
    for (std::size_t view = 0; view < views; ++view) {
        weigh(features, view);
        if (view == letters)
            add_cosines(features, view, between_, [](float cosine) { return std::max(0.F, cosine - letters_by_chance); });
        else
            add_cosines(features, view, between_, [](float cosine) { return cosine; });
    }

    hints_.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (const auto view : {words, subjects})
            for (auto& feature : features[i].of[view])
                hints_[i].push_back({view == subjects, feature.id, feature.weight, std::move(feature.word)});
}

float Likeness::between(std::size_t one, std::size_t other) const {
    if (one == other) return 3;
    return between_[row(std::max(one, other)) + std::min(one, other)];
}

std::vector<std::string> Likeness::shared_words(std::span<const std::size_t> texts, std::size_t most) const {
    struct Shared {
        bool is_subject{};
        std::size_t texts{};
        float weight{};
        std::vector<std::string> words;  // different ones
    };
    std::map<std::pair<bool, std::uint32_t>, Shared> found;
    for (const auto text : texts)
        for (const auto& hint : hints_[text]) {
            auto& shared = found[{hint.is_subject, hint.what}];
            shared.is_subject = hint.is_subject;
            ++shared.texts;
            shared.weight += hint.weight;
            if (std::ranges::find(shared.words, hint.word) == shared.words.end()) shared.words.push_back(hint.word);
        }

    std::vector<Shared> telling;
    for (auto& [what, shared] : found)
        if (shared.texts >= 2) telling.push_back(std::move(shared));
    // A word that is in both says more than two words of one subject.
    std::ranges::stable_sort(telling, std::ranges::less{}, [](const Shared& one) { return std::pair{one.is_subject, -one.weight}; });

    std::vector<std::string> said;
    for (auto& shared : telling) {
        std::ranges::stable_sort(shared.words, std::ranges::less{}, &std::string::size);
        for (auto& word : shared.words) {
            const auto says_the_same = [&](const std::string& other) { return other.contains(word) || word.contains(other); };
            if (said.size() < most && std::ranges::none_of(said, says_the_same)) said.push_back(std::move(word));
        }
    }
    return said;
}

}  // namespace kiemkring::similarity
