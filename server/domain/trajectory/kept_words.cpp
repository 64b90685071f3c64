#include "domain/trajectory/kept_words.h"

#include <algorithm>
#include <optional>

#include "domain/trajectory/group_results.h"
#include "domain/trajectory/kept_fields.h"

namespace kiemkring::domain::trajectory {
namespace {

using Said = std::optional<Entry>;

struct Asked {
    const Trajectory& trajectory;
    const SessionPlan& plan;
    const SessionResults& results;
    std::string_view field;
};

template <class T>
T with(T now, const T& said, std::string_view field) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
        if (field == member.name) now.*member.pointer = said.*member.pointer;
    });
    return now;
}

/// The number of an entry here, for one of an idea in the session.
std::optional<EntryId> idea_here(const Asked& asked, std::int64_t number) {
    for (const auto& [id, idea] : asked.trajectory.all<Idea>())
        if (idea->session == asked.plan.session && idea->number == number) return id;
    return std::nullopt;
}

Said said_of(const Asked& asked, EntryId, const Idea& current) {
    const auto found = std::ranges::find(asked.results.ideas, current.number, &Idea::number);
    if (current.session != asked.plan.session || found == asked.results.ideas.end()) return std::nullopt;
    return with(current, *found, asked.field);
}
Said said_of(const Asked& asked, EntryId, const Commitment& current) {
    const auto found = std::ranges::find(asked.results.commitments, current.number, &Commitment::number);
    if (current.session != asked.plan.session || found == asked.results.commitments.end()) return std::nullopt;
    auto said = *found;
    const auto idea = idea_here(asked, said.idea.value);
    if (!idea) return std::nullopt;
    said.idea = *idea;
    return with(current, said, asked.field);
}
Said said_of(const Asked& asked, EntryId id, const Factor& current) {
    const auto found = std::ranges::find(asked.results.said, id, &TableSaid::factor);
    if (found == asked.results.said.end()) return std::nullopt;
    // A note goes with the colour that it was said for: that of another table is not this one's.
    auto said = as_the_table_said(current, *found, asked.plan, asked.results.on);
    said.note = found->note;
    return said;
}
Said said_of(const Asked& asked, EntryId, const Choice& current) {
    const auto& chosen = asked.results.choice;
    const auto is_here = [&](EntryId idea) {
        const auto found = asked.trajectory.entries.find(idea);
        return !idea || (found != asked.trajectory.entries.end() && std::holds_alternative<Idea>(found->second.entry));
    };
    if (!chosen || !is_here(chosen->idea) || !is_here(chosen->combined_with)) return std::nullopt;
    return as_the_group_chose(current, *chosen, asked.results.on);
}
Said said_of(const Asked& asked, EntryId, const Mark& current) {
    const auto found = std::ranges::find_if(asked.results.marks, [&](const GroupMark& one) { return one.idea == current.idea && one.criterion == current.criterion; });
    if (found == asked.results.marks.end()) return std::nullopt;
    return as_the_group_gave(current, *found);
}
template <class T>
Said said_of(const Asked&, EntryId, const T&) {
    return std::nullopt;
}

}  // namespace

std::vector<KeptWords> kept_words(const Trajectory& trajectory, const SessionPlan& plan, const SessionResults& results) {
    std::vector<KeptWords> words;
    for (const auto& [id, field] : KeptFields::read(plan.kept_note)) {
        const Asked asked{trajectory, plan, results, field};
        const auto found = trajectory.entries.find(id);
        Said said;
        if (found != trajectory.entries.end())
            said = std::visit([&](const auto& current) { return said_of(asked, id, current); }, found->second.entry);
        else if (!id) said = said_of(asked, id, Choice{});
        if (said) words.push_back({id, field, std::move(*said)});
    }
    return words;
}

}  // namespace kiemkring::domain::trajectory
