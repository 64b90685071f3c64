#include "domain/session/session.h"

#include <algorithm>

namespace kiemkring::domain {

const AgendaItem* Session::round(RoundId id) const {
    auto found = std::ranges::find(agenda, id, &AgendaItem::id);
    return found == agenda.end() ? nullptr : &*found;
}

RoundKind Session::kind() const {
    const auto* item = round(current);
    return item ? item->kind : RoundKind::lobby;
}

std::string Session::text(TextId id) const {
    auto found = texts.find(id);
    return found == texts.end() ? std::string{} : found->second;
}

std::string Session::name(PersonId id) const {
    auto found = rows.find(id);
    return found == rows.end() ? std::string{} : found->second.name;
}

TextId Session::title_text(GroupId id) const {
    auto group = groups.find(id);
    if (group == groups.end()) return {};
    if (group->second.name) return group->second.name;

    auto inside = members.find(id);
    if (inside == members.end() || inside->second.empty()) return {};
    const auto order = [this](IdeaId idea) { return ideas.at(idea).placement.order; };
    return ideas.at(std::ranges::min(inside->second, {}, order)).wording.text;
}

VoteId Session::last_vote_id() const {
    for (auto vote = votes.rbegin(); vote != votes.rend(); ++vote)
        if (vote->second.state.status != VoteStatus::none) return vote->first;
    return {};
}

const Vote* Session::last_vote() const {
    const auto id = last_vote_id();
    return id ? &votes.at(id) : nullptr;
}

const Vote* Session::open_vote() const {
    const auto* vote = last_vote();
    return vote && vote->state.status == VoteStatus::open ? vote : nullptr;
}

bool Session::is_shared(IdeaId id) const { return sharing.all || id <= sharing.through; }

bool Session::has_ideas(GroupId id) const {
    const auto group = groups.find(id);
    const auto inside = members.find(id);
    return group != groups.end() && group->second.exists && inside != members.end() && !inside->second.empty();
}

bool Session::is_in_top(GroupId candidate) const {
    return top && std::ranges::find(top->entries, candidate, &TopEntry::candidate) != top->entries.end();
}

std::optional<BallotId> Session::stars_by(PersonId id) const {
    const auto given = links.find(VoteId{});
    if (given == links.end()) return {};
    const auto mine = given->second.find(id);
    return mine == given->second.end() ? std::nullopt : std::optional{mine->second};
}

void put_rows(Session& session, const std::vector<TextRow>& texts, const std::vector<PersonRow>& people,
              const std::vector<BallotLink>& links) {
    for (const auto& row : texts) {
        session.texts[row.id] = row.text;
        session.texts_made = std::max(session.texts_made, row.id.value);
    }
    for (const auto& row : people) session.rows[row.id] = row;
    for (const auto& link : links) session.links[link.vote][link.person] = link.ballot;
}

}  // namespace kiemkring::domain
