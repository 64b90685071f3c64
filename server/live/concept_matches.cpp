#include "live/concept_matches.h"

#include <algorithm>

#include "similarity/concept_matches.h"

namespace kiemkring::live {

std::vector<IdeaMatch> matches_of(const domain::trajectory::Trajectory& trajectory, domain::trajectory::EntryId idea,
                                  std::string_view language, const std::vector<domain::Concept>& catalogue) {
    const auto found = trajectory.entries.find(idea);
    const auto* asked = found == trajectory.entries.end() ? nullptr : std::get_if<domain::trajectory::Idea>(&found->second.entry);
    if (!asked) return {};
    const auto otherwise = language == "en" ? similarity::Language::english : similarity::Language::dutch;
    std::vector<IdeaMatch> matches;
    for (auto& match : similarity::concept_matches(asked->name + ". " + asked->about, catalogue, otherwise))
        matches.push_back({match.what, std::move(match.words)});
    const auto chosen = std::ranges::find(catalogue, asked->concept_id, &domain::Concept::id);
    if (chosen != catalogue.end() && std::ranges::find(matches, &*chosen, &IdeaMatch::what) == matches.end()) matches.push_back({&*chosen, {}});
    return matches;
}

}  // namespace kiemkring::live
