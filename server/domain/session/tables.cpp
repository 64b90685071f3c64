// Who sits where, and which groups a table takes on.
#include <algorithm>
#include <set>

#include "domain/session/rules.h"
#include "domain/session/shuffle.h"

namespace kiemkring::domain {
namespace {

void sit(const Session& session, PersonId person, std::uint32_t table, Draft& draft) {
    const auto was = session.people.at(person).table;
    if (table != was) draft.add(TableTaken{person, table, was});
}

std::vector<GroupId> choices_of(const Session& session, std::uint32_t table) {
    const auto found = session.choices.find(table);
    return found == session.choices.end() ? std::vector<GroupId>{} : found->second;
}

std::set<GroupId> chosen_by_any(const Session& session) {
    std::set<GroupId> chosen;
    for (const auto& [table, groups] : session.choices) chosen.insert(groups.begin(), groups.end());
    return chosen;
}

}  // namespace

Decision decide(const Session& session, const SitAtTable& at, const Asker& asker, const Moment&) {
    Draft draft{session};
    sit(session, asker.person, at.table, draft);
    return draft.change;
}

Decision decide(const Session& session, const SeatPerson& seat, const Asker&, const Moment&) {
    if (!session.people.contains(seat.person)) return refuse(Reason::not_found);
    Draft draft{session};
    sit(session, seat.person, seat.table, draft);
    return draft.change;
}

Decision decide(const Session& session, const DealTables& deal, const Asker&, const Moment& moment) {
    std::vector<PersonId> people;
    for (const auto& [id, person] : session.people)
        if (person.state == PersonState::in) people.push_back(id);
    shuffle(moment.random, people);

    Draft draft{session};
    for (std::size_t i = 0; i < people.size(); ++i)
        sit(session, people[i], static_cast<std::uint32_t>(i % deal.tables) + 1, draft);
    return draft.change;
}

Decision decide(const Session& session, const ChooseForTable& choose, const Asker& asker, const Moment&) {
    if (session.kind() != RoundKind::table_choice) return refuse_round(session);
    if (asker.role == Asker::Role::participant && session.people.at(asker.person).table != choose.table)
        return refuse(Reason::no_table);
    if (choose.chosen && !session.has_ideas(choose.group)) return refuse(Reason::not_found);

    const auto was = choices_of(session, choose.table);
    auto now = was;
    std::erase(now, choose.group);
    if (choose.chosen) {
        if (now.size() >= limits::choices_per_table_max) return refuse(Reason::table_has_chosen);
        now = was;
        if (std::ranges::find(now, choose.group) == now.end()) now.push_back(choose.group);
    }
    Change change;
    if (now != was) change.events.push_back(TableChoiceSet{choose.table, now, was});
    return change;
}

Decision decide(const Session& session, const KeepChosen&, const Asker&, const Moment&) {
    if (session.kind() != RoundKind::table_choice) return refuse_round(session);
    const auto chosen = chosen_by_any(session);
    if (std::ranges::none_of(chosen, [&](GroupId id) { return session.has_ideas(id); })) return refuse(Reason::nothing_chosen);

    Draft draft{session};
    for (const auto& [id, idea] : session.ideas)
        if (idea.state.status == IdeaStatus::live && !chosen.contains(idea.placement.group))
            draft.add(IdeaStateSet{id, {IdeaStatus::later, {}}, idea.state});
    return draft.change;
}

Decision decide(const Session& session, const KeepGroupForLater& keep, const Asker&, const Moment&) {
    const auto group = session.groups.find(keep.group);
    if (group == session.groups.end() || !group->second.exists) return refuse(Reason::not_found);
    if (session.open_vote()) return refuse(Reason::vote_is_open);

    const auto from = keep.later ? IdeaStatus::live : IdeaStatus::later;
    const auto to = keep.later ? IdeaStatus::later : IdeaStatus::live;
    Draft draft{session};
    for (const auto& [id, idea] : session.ideas)
        if (idea.placement.group == keep.group && idea.state.status == from)
            draft.add(IdeaStateSet{id, {to, {}}, idea.state});
    return draft.change;
}

}  // namespace kiemkring::domain
