#include "live/newer_version.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace kiemkring::live {
namespace {

using namespace domain;

Session folded(const std::vector<Happened>& events, const store::StoredSession& with) {
    Session session;
    put_rows(session, with.texts, with.people, {});
    std::vector<RecordKey> touched;
    for (const auto& happened : events) {
        evolve(session, happened, touched);
        touched.clear();
    }
    return session;
}

bool is_retention(const Happened& happened) { return std::holds_alternative<RetentionSet>(happened.what); }
/// An export in the middle of a vote leaves them out.
bool is_ballot(const Happened& happened) {
    return std::holds_alternative<VoteCast>(happened.what) || std::holds_alternative<VoteRetracted>(happened.what);
}

/// The same thing, whatever its number: another server may have given another code and secret, and left ballots out before it.
bool is_same(const Happened& one, const Happened& other) {
    if (one.at != other.at || one.op != other.op || one.facilitated != other.facilitated) return false;
    const auto* created = std::get_if<SessionCreated>(&one.what);
    const auto* other_created = std::get_if<SessionCreated>(&other.what);
    if (created && other_created) {
        auto info = created->info;
        info.code = other_created->info.code;
        info.secret = other_created->info.secret;
        return info == other_created->info && created->agenda == other_created->agenda;
    }
    const bool is_undo = std::holds_alternative<ActionUndone>(one.what) && std::holds_alternative<ActionUndone>(other.what);
    return is_undo || one.what == other.what;
}

/// The file's events that this stream has, under their numbers here, and those that it lacks.
struct Compared {
    std::map<Version, Version> known;
    std::vector<Happened> lacking;
    bool goes_on_here{};  ///< with something that the file has not
    SessionStatus status{};  ///< as far as both go
};
Compared compared(const store::StoredSession& here, const store::StoredSession& file) {
    Compared found;
    auto ours = here.events.begin();
    const auto skip_retention = [&] {
        while (ours != here.events.end() && is_retention(*ours)) ++ours;
    };
    for (const auto& theirs : file.events) {
        if (is_retention(theirs)) continue;
        skip_retention();
        const bool is_known = ours != here.events.end() && is_same(*ours, theirs);
        if (!is_known) {
            found.lacking.push_back(theirs);
            continue;
        }
        // What comes after something new is new too; only ballots were left out between.
        if (!std::ranges::all_of(found.lacking, is_ballot)) break;
        found.known[theirs.version] = ours->version;
        if (const auto* set = std::get_if<SessionStatusSet>(&theirs.what)) found.status = set->now;
        ++ours;
    }
    skip_retention();
    found.goes_on_here = ours != here.events.end();
    return found;
}

/// The lacking events as the next of this stream.
std::vector<Happened> appended(const Compared& found, Version last) {
    auto numbers = found.known;
    const auto number_of = [&](Version theirs) {
        const auto known = numbers.find(theirs);
        return known == numbers.end() ? std::optional<Version>{} : known->second;
    };
    std::vector<Happened> events;
    for (auto happened : found.lacking) {
        numbers[happened.version] = ++last;
        happened.version = last;
        happened.action = number_of(happened.action).value_or(last);
        if (auto* undone = std::get_if<ActionUndone>(&happened.what))
            if (const auto action = number_of(undone->action)) undone->action = *action;
        events.push_back(std::move(happened));
    }
    return events;
}

template <class Row>
std::map<decltype(Row::id), const Row*> by_id(const std::vector<Row>& rows) {
    std::map<decltype(Row::id), const Row*> found;
    for (const auto& row : rows) found[row.id] = &row;
    return found;
}

void add_rows(const store::StoredSession& here, const store::StoredSession& file, store::Commit& turn) {
    const auto known = by_id(here.texts), there = by_id(file.texts);
    for (const auto& row : file.texts)
        if (const auto found = known.find(row.id); found == known.end() || found->second->text != row.text) turn.texts.push_back(row);
    for (const auto& row : here.texts)
        if (!there.contains(row.id)) turn.erased_texts.push_back(row.id);
    const auto people = by_id(here.people);
    for (auto row : file.people) {
        // While a session is open its export lets nobody in; here they are in.
        if (const auto found = people.find(row.id); found != people.end() && row.token_hash.empty()) row.token_hash = found->second->token_hash;
        turn.people.push_back(std::move(row));
    }
    const auto pictures = by_id(here.pictures), their_pictures = by_id(file.pictures);
    for (const auto& row : file.pictures)
        if (!pictures.contains(row.id)) turn.pictures.push_back(row);
    for (const auto& row : here.pictures)
        if (!their_pictures.contains(row.id)) turn.erased_pictures.push_back(row.id);
}

bool takes_part(const domain::Idea& idea) { return idea.state.status == IdeaStatus::live || idea.state.status == IdeaStatus::later; }

std::vector<std::string> titles(const Session& session) {
    std::vector<std::string> all;
    if (session.top)
        for (const auto& entry : session.top->entries) all.push_back(session.text(entry.title));
    return all;
}

Difference difference(const Session& before, const Session& after) {
    Difference found;
    for (const auto& [id, idea] : after.ideas) {
        const auto was = before.ideas.find(id);
        const bool was_there = was != before.ideas.end() && takes_part(was->second);
        found.ideas_came += takes_part(idea) && !was_there;
        found.ideas_went += !takes_part(idea) && was_there;
        found.ideas_changed += takes_part(idea) && was_there && idea.wording != was->second.wording;
    }
    found.people_came = after.seats_taken > before.seats_taken ? after.seats_taken - before.seats_taken : 0;
    for (const auto& [id, commitment] : after.commitments) {
        const auto was = before.commitments.find(id);
        const bool was_there = was != before.commitments.end() && was->second.exists;
        found.commitments_came += commitment.exists && !was_there;
        found.commitments_went += !commitment.exists && was_there;
    }
    found.top_was = titles(before);
    found.top = titles(after);
    found.ended = after.status == SessionStatus::ended;
    return found;
}

}  // namespace

std::expected<NewerVersion, NotNewer> newer_version(const store::StoredSession& here, const store::StoredSession& file) {
    const auto found = compared(here, file);
    if (found.known.empty()) return std::unexpected{NotNewer::other_history};
    if (found.goes_on_here && found.lacking.empty()) return std::unexpected{NotNewer::as_old};
    if (found.goes_on_here) return std::unexpected{found.status == SessionStatus::ended ? NotNewer::changed_here : NotNewer::other_history};
    if (found.lacking.empty()) return std::unexpected{NotNewer::as_old};

    NewerVersion newer;
    newer.seen = here.events.size();
    newer.turn.events = appended(found, newer.seen);
    add_rows(here, file, newer.turn);
    const auto seals = [](const Happened& happened) { return std::holds_alternative<BallotsSealed>(happened.what); };
    newer.turn.erase_links = std::ranges::any_of(newer.turn.events, seals);

    auto whole = here.events;
    whole.insert(whole.end(), newer.turn.events.begin(), newer.turn.events.end());
    newer.after = folded(whole, file);
    newer.difference = difference(folded(here.events, here), newer.after);
    return newer;
}

}  // namespace kiemkring::live
