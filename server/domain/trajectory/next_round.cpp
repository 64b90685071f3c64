#include "domain/trajectory/next_round.h"

namespace kiemkring::domain::trajectory {

std::optional<std::vector<Entry>> entries_of(const NextRound& round, const Trajectory& before, const Approach& approach,
                                             std::string_view language) {
    const auto* place = before.one<Place>();
    if (!place) return std::nullopt;
    std::vector<Entry> entries{*place};
    for (auto& entry : first_entries(approach, language)) entries.push_back(std::move(entry));
    for (const auto& [id, company] : before.all<Company>()) entries.emplace_back(*company);
    if (round.with_people)
        for (const auto& [id, contact] : before.all<Contact>()) entries.emplace_back(*contact);
    const auto* choice = before.one<Choice>();
    for (const auto id : round.ideas) {
        const auto found = before.entries.find(id);
        const auto* idea = found == before.entries.end() ? nullptr : std::get_if<Idea>(&found->second.entry);
        if (!idea || (choice && (choice->idea == id || choice->combined_with == id))) return std::nullopt;
        Idea seed;
        seed.name = idea->name;
        seed.about = idea->about;
        seed.concept_id = idea->concept_id;
        entries.emplace_back(std::move(seed));
    }
    return entries;
}

}  // namespace kiemkring::domain::trajectory
