#include "domain/session/session.h"

#include <algorithm>

#include "domain/limits.h"

namespace kiemkring::domain {
namespace {

/// The number that ties a seat to what it gave, of those that became one the first.
std::optional<BallotId> linked(const Session& session, VoteId kind, PersonId person) {
    const auto given = session.links.find(kind);
    if (given == session.links.end()) return {};
    for (auto seat : session.seats_in(person))
        if (const auto mine = given->second.find(seat); mine != given->second.end()) return mine->second;
    return {};
}

}  // namespace

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

PersonId Session::seat_of(PersonId id) const {
    for (auto found = people.find(id); found != people.end() && found->second.same_as; found = people.find(id))
        id = found->second.same_as;
    return id;
}

std::vector<PersonId> Session::seats_in(PersonId id) const {
    std::vector<PersonId> seats{id};
    if (seat_moves == 0) return seats;
    for (const auto& [other, person] : people)
        if (other != id && seat_of(other) == id) seats.push_back(other);
    return seats;
}

std::optional<BallotId> Session::ballot_of(VoteId vote, PersonId person) const {
    const auto found = links.find(vote);
    if (found == links.end()) return {};
    std::optional<BallotId> first;
    for (auto seat : seats_in(person)) {
        const auto link = found->second.find(seat);
        if (link == found->second.end()) continue;
        const auto& ballots = votes.at(vote).ballots;
        const auto ballot = ballots.find(link->second);
        if (ballot != ballots.end() && !ballot->second.empty()) return link->second;
        if (!first) first = link->second;
    }
    return first;
}

TextId Session::title_text(GroupId id) const {
    auto group = groups.find(id);
    if (group == groups.end()) return {};
    if (group->second.name) return group->second.name;

    if (const auto* idea = title_idea(id)) return idea->wording.text;
    if (status != SessionStatus::ended || !top) return {};
    for (const auto* entries : {&top->entries, &top->near_misses})
        if (const auto entry = std::ranges::find(*entries, id, &TopEntry::candidate); entry != entries->end()) return entry->title;
    return {};
}

const Idea* Session::title_idea(GroupId id) const {
    auto group = groups.find(id);
    if (group == groups.end() || group->second.name) return nullptr;
    auto inside = members.find(id);
    if (inside == members.end() || inside->second.empty()) return nullptr;
    const auto order = [this](IdeaId idea) { return ideas.at(idea).placement.order; };
    return &ideas.at(std::ranges::min(inside->second, {}, order));
}

bool Session::is_title_in_result(TextId id) const {
    if (!top) return false;
    const auto names = [id](const TopEntry& entry) { return entry.title == id; };
    return std::ranges::any_of(top->entries, names) || std::ranges::any_of(top->near_misses, names);
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

std::set<BallotId> Session::ballots_left_out() const {
    std::set<BallotId> left_out;
    const auto* vote = open_vote();
    const auto linked = links.find(last_vote_id());
    if (!vote || linked == links.end()) return left_out;
    for (const auto& [id, ballot] : linked->second) {
        const auto person = people.find(seat_of(id));
        const auto given = vote->ballots.find(ballot);
        if (person != people.end() && person->second.state == PersonState::removed && given != vote->ballots.end() && !given->second.empty())
            left_out.insert(ballot);
    }
    return left_out;
}

std::uint32_t Session::voted() const {
    const auto* vote = last_vote();
    return vote ? vote->voters - static_cast<std::uint32_t>(ballots_left_out().size()) : 0;
}

bool Session::is_shared(IdeaId id) const { return sharing.all || id <= sharing.through; }

bool Session::is_public(IdeaId id) const {
    auto found = ideas.find(id);
    return found != ideas.end() && found->second.state.status == IdeaStatus::live && is_shared(id);
}

bool Session::has_ideas(GroupId id) const {
    const auto group = groups.find(id);
    const auto inside = members.find(id);
    if (group == groups.end() || !group->second.exists) return false;
    return group->second.brought || (inside != members.end() && !inside->second.empty());
}

bool Session::is_in_top(GroupId candidate) const {
    return top && std::ranges::find(top->entries, candidate, &TopEntry::candidate) != top->entries.end();
}

std::optional<BallotId> Session::stars_by(PersonId id) const {
    return linked(*this, stars_links, id);
}

std::optional<BallotId> Session::scores_by(PersonId id) const { return linked(*this, scores_links, id); }

std::map<Cell, std::uint32_t> Session::scores_of(PersonId id) const {
    const auto ballot = scores_by(id);
    const auto given = ballot ? scores.find(*ballot) : scores.end();
    return given == scores.end() ? std::map<Cell, std::uint32_t>{} : given->second;
}

bool Session::is_subject(GroupId id) const {
    return matrix && std::ranges::find(matrix->subjects, id, &Subject::group) != matrix->subjects.end();
}

bool Session::is_brought(GroupId id) const {
    const auto group = groups.find(id);
    return group != groups.end() && group->second.exists && group->second.brought;
}

std::uint32_t Session::places() const { return matrix ? 1 : limits::top_size; }

void put_rows(Session& session, const std::vector<TextRow>& texts, const std::vector<PersonRow>& people,
              const std::vector<BallotLink>& links) {
    for (const auto& row : texts) {
        session.texts[row.id] = row.text;
        session.texts_made = std::max(session.texts_made, row.id.value);
    }
    for (const auto& row : people) session.rows[row.id] = row;
    for (const auto& link : links) session.links[link.vote][link.person] = link.ballot;
}

void erase_texts(Session& session, const std::vector<TextId>& texts) {
    for (auto id : texts) session.texts.erase(id);
}

}  // namespace kiemkring::domain
