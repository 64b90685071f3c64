#include "similarity/suggestions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "domain/limits.h"

namespace kiemkring::similarity {
namespace {

using namespace domain::limits;

// Chosen on real ideas: some three of five pairs that are proposed are then of one category (tests/README.md).
constexpr float alike_enough = 0.6F, fits_group_enough = 0.55F;
constexpr float clearly_alike = 0.9F;  // nobody chose to look at a hint
constexpr std::size_t nearest_in_group = 3;

struct Bundle {
    std::vector<std::size_t> texts;
    float strength{};
    /// A large one saves more work.
    [[nodiscard]] float worth() const { return strength * static_cast<float>(texts.size()); }
};

/// Joins the two bundles that are most alike on average, again and again while that is enough.
std::vector<Bundle> bundle(const Likeness& likeness, const std::vector<std::size_t>& texts) {
    const auto count = texts.size();
    std::vector<Bundle> bundles;
    for (const auto text : texts) bundles.push_back({{text}, 0});
    std::vector<float> alike(count * count);  // of two bundles, on average
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) alike[i * count + j] = likeness.between(texts[i], texts[j]);

    const auto may_join = [&](std::size_t i, std::size_t j) {
        return i != j && !bundles[i].texts.empty() && !bundles[j].texts.empty() &&
               bundles[i].texts.size() + bundles[j].texts.size() <= ideas_per_suggestion_max;
    };
    std::vector<std::optional<std::size_t>> nearest(count);
    const auto look_around = [&](std::size_t i) {
        nearest[i].reset();
        for (std::size_t j = 0; j < count; ++j)
            if (may_join(i, j) && alike[i * count + j] >= alike_enough &&
                (!nearest[i] || alike[i * count + j] > alike[i * count + *nearest[i]]))
                nearest[i] = j;
    };
    for (std::size_t i = 0; i < count; ++i) look_around(i);

    while (true) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < count; ++i)
            if (nearest[i] && (!best || alike[i * count + *nearest[i]] > alike[*best * count + *nearest[*best]])) best = i;
        if (!best) break;
        const auto into = *best, from = *nearest[*best];
        bundles[into].strength = alike[into * count + from];
        const auto of_into = static_cast<float>(bundles[into].texts.size()), of_from = static_cast<float>(bundles[from].texts.size());
        for (std::size_t k = 0; k < count; ++k) {
            const auto both = (alike[into * count + k] * of_into + alike[from * count + k] * of_from) / (of_into + of_from);
            alike[into * count + k] = alike[k * count + into] = both;
        }
        auto& joined = bundles[into].texts;
        joined.insert(joined.end(), bundles[from].texts.begin(), bundles[from].texts.end());
        bundles[from].texts.clear();
        for (std::size_t k = 0; k < count; ++k)
            if (!bundles[k].texts.empty() && (k == into || nearest[k] == into || nearest[k] == from)) look_around(k);
            else if (bundles[k].texts.empty()) nearest[k].reset();
    }
    std::erase_if(bundles, [](const Bundle& one) { return one.texts.size() < 2; });
    for (auto& one : bundles) std::ranges::sort(one.texts);
    return bundles;
}

/// How well a text fits texts that belong together: the average of the nearest few.
float fit(const Likeness& likeness, std::size_t text, const std::vector<std::size_t>& group) {
    std::vector<float> alike;
    for (const auto other : group) alike.push_back(likeness.between(text, other));
    const auto few = std::min(nearest_in_group, alike.size());
    std::ranges::partial_sort(alike, alike.begin() + static_cast<std::ptrdiff_t>(few), std::ranges::greater{});
    float sum = 0;
    for (std::size_t i = 0; i < few; ++i) sum += alike[i];
    return sum / static_cast<float>(few);
}

}  // namespace

std::vector<std::vector<domain::IdeaId>> most_alike(std::span<const LooseIdea> fresh, const Board& board) {
    fresh = fresh.first(std::min(fresh.size(), texts_compared_max));
    const auto known = std::span{board.loose}.first(std::min(board.loose.size(), texts_compared_max - fresh.size()));
    std::vector<std::string> texts;
    for (const auto& idea : fresh) texts.push_back(idea.text);
    for (const auto& idea : known) texts.push_back(idea.text);
    const Likeness likeness{texts, board.language};

    std::vector<std::vector<domain::IdeaId>> found(fresh.size());
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto how_much = [&](std::size_t at) { return likeness.between(i, fresh.size() + at); };
        std::vector<std::size_t> alike;
        for (std::size_t at = 0; at < known.size(); ++at) {
            const std::size_t both[] = {i, fresh.size() + at};
            if (known[at].id != fresh[i].id && how_much(at) >= clearly_alike && !likeness.shared_words(both, 1).empty()) alike.push_back(at);
        }
        std::ranges::stable_sort(alike, std::ranges::greater{}, how_much);
        for (const auto at : alike) found[i].push_back(known[at].id);
    }
    return found;
}

std::vector<Suggestion> suggest(const Board& board) {
    const auto loose = std::span{board.loose}.first(std::min(board.loose.size(), texts_compared_max));
    const auto placed = std::span{board.placed}.first(std::min(board.placed.size(), texts_compared_max - loose.size()));
    std::vector<std::string> texts;
    for (const auto& idea : loose) texts.push_back(idea.text);
    std::map<domain::GroupId, std::vector<std::size_t>> groups;
    for (const auto& one : placed) {
        groups[one.group].push_back(texts.size());
        texts.push_back(one.text);
    }
    const Likeness likeness{texts, board.language};

    struct Found {
        Bundle bundle;
        domain::GroupId group;
    };
    std::map<domain::GroupId, Bundle> fitting;
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < loose.size(); ++i) {
        domain::GroupId best;
        float best_fit = fits_group_enough;
        for (const auto& [group, members] : groups)
            if (const auto how_well = fit(likeness, i, members); how_well >= best_fit) best = group, best_fit = how_well;
        if (!best || fitting[best].texts.size() == ideas_per_suggestion_max) {
            left.push_back(i);
            continue;
        }
        fitting[best].texts.push_back(i);
        fitting[best].strength = std::max(fitting[best].strength, best_fit);
    }
    std::vector<Found> found;
    for (auto& [group, one] : fitting)
        if (!one.texts.empty()) found.push_back({std::move(one), group});
    for (auto& one : bundle(likeness, left)) found.push_back({std::move(one), {}});
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const Found& one) { return one.bundle.worth(); });

    std::vector<Suggestion> suggestions;
    for (const auto& [one, group] : found) {
        if (suggestions.size() == suggestions_max) break;
        auto compared = one.texts;
        if (group) compared.insert(compared.end(), groups[group].begin(), groups[group].end());
        Suggestion suggestion{{}, group, likeness.shared_words(compared, words_per_suggestion_max)};
        if (suggestion.words.empty()) continue;
        for (const auto text : one.texts) suggestion.ideas.push_back(loose[text].id);
        suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
}

}  // namespace kiemkring::similarity
