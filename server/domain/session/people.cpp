// Coming in, names, seats, contact.
#include <algorithm>
#include <array>

#include "domain/session/naming.h"
#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

constexpr std::array names_nl{"Merel", "Eik", "Vlinder", "Wilg", "Egel", "Linde", "Zwaluw", "Klaver", "Mus", "Berk",
                              "Libel", "Varen", "Roodborst", "Els", "Hommel", "Klaproos", "Uil", "Hazelaar"};
constexpr std::array names_en{"Blackbird", "Oak", "Butterfly", "Willow", "Hedgehog", "Lime", "Swallow", "Clover",
                              "Sparrow", "Birch", "Dragonfly", "Fern", "Robin", "Alder", "Bumblebee", "Poppy", "Owl", "Hazel"};

bool is_taken(const Session& session, const std::string& name, PersonId except) {
    return std::ranges::any_of(session.rows, [&](const auto& row) { return row.first != except && row.second.name == name; });
}

/// The wanted name, or "name (2)"; an empty one becomes a name from nature.
std::string free_name(const Session& session, std::string wanted, PersonId except, std::uint64_t random) {
    if (wanted.empty()) {
        const auto& names = session.info.language == "en" ? names_en : names_nl;
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::string name = names[(random + i) % names.size()];
            if (!is_taken(session, name, except)) return name;
        }
        wanted = names[random % names.size()];
    }
    if (!is_taken(session, wanted, except)) return wanted;
    for (int i = 2;; ++i)
        if (auto name = wanted + " (" + std::to_string(i) + ")"; !is_taken(session, name, except)) return name;
}

/// A seat that nobody can come back to, as all are after an import: best the one of this name. 0 when there is none.
PersonId vacant_seat(const Session& session, const std::string& name) {
    PersonId vacant;
    for (const auto& [id, row] : session.rows) {
        const auto& person = session.people.at(id);
        if (!row.token_hash.empty() || person.on_paper || person.state != PersonState::in) continue;
        if (!name.empty() && row.name == name) return id;
        if (!vacant) vacant = id;
    }
    return vacant;
}

/// A personal link that was taken back before anybody opened it: nothing hangs on that place.
bool is_withdrawn_link(const Person& person) { return person.state == PersonState::removed && person.has_unopened_link; }

/// What was taken back uses nothing up.
bool has_too_many_people(const Session& session) {
    const auto withdrawn = std::ranges::count_if(session.people, [](const auto& person) { return is_withdrawn_link(person.second); });
    return session.people.size() - static_cast<std::size_t>(withdrawn) >= limits::people_per_session_max;
}

PersonId next_person(const Session& session) { return {static_cast<std::uint32_t>(session.people.size()) + 1}; }

bool is_full(const Session& session) {
    return session.seats_taken >= session.info.seats_max || has_too_many_people(session);
}

/// A personal link becomes a seat: that of whoever opens it first.
Decision open_link(const Session& session, const Join& join, const Moment& moment) {
    const auto person = session.people.find(join.link);
    if (person == session.people.end() || person->second.state != PersonState::invited) return refuse(Reason::not_found);
    const bool has_seat = static_cast<bool>(person->second.same_as);
    if (has_seat && session.people.at(session.seat_of(join.link)).state != PersonState::in) return refuse(Reason::not_found);
    if (!has_seat && session.seats_taken >= session.info.seats_max) return refuse(Reason::session_full);

    auto row = session.rows.at(join.link);
    row.token_hash = join.token_hash;
    if (!has_seat) {
        if (!join.name.empty()) row.name = free_name(session, join.name, join.link, moment.random);
        row.organisation = join.organisation;
        row.role = join.role;
    }
    Change change;
    change.people.push_back(std::move(row));
    change.events.push_back(PersonStateSet{join.link, has_seat ? PersonState::merged : PersonState::in, PersonState::invited});
    change.made_id = join.link.value;
    return change;
}

/// What a person gave on a seat that went up in this one.
void forget_contacts(const Session& session, PersonId person, Change& change) {
    for (auto seat : session.seats_in(person)) {
        auto row = session.rows.at(seat);
        if (seat == person || !row.contact) continue;
        row.contact.reset();
        change.people.push_back(std::move(row));
    }
}

std::uint32_t votes_on(const Session& session, VoteId vote, PersonId person) {
    const auto ballot = session.ballot_of(vote, person);
    const auto& ballots = session.votes.at(vote).ballots;
    if (!ballot || !ballots.contains(*ballot)) return 0;
    std::uint32_t votes = 0;
    for (const auto& [candidate, given] : ballots.at(*ballot)) votes += given;
    return votes;
}

}  // namespace

Decision decide_join(const Session& session, const Join& join, const Moment& moment, bool invited) {
    if (session.status == SessionStatus::ended) return refuse(Reason::ended);
    for (const auto& [id, row] : session.rows)
        if (row.token_hash == join.token_hash) return refuse(Reason::already);
    if (join.link) return open_link(session, join, moment);
    if (session.locked && !invited) return refuse(Reason::forbidden);
    const auto vacant = vacant_seat(session, join.name);
    const bool has_no_seat_left = session.seats_taken >= session.info.seats_max;
    if (has_no_seat_left && !vacant) return refuse(Reason::session_full);
    if (has_too_many_people(session)) return refuse(Reason::session_full);

    const auto id = next_person(session);
    Change change;
    // Whoever sat there keeps the ideas; the new one does not get to see their contact data, whatever the name.
    const bool has_that_name = vacant && !join.name.empty() && session.rows.at(vacant).name == join.name;
    if (vacant && (has_no_seat_left || has_that_name))
        change.events.push_back(PersonStateSet{vacant, PersonState::removed, PersonState::in});
    change.people.push_back({id, join.token_hash, free_name(session, join.name, has_that_name ? vacant : id, moment.random),
                             join.organisation, join.role, std::nullopt});
    change.events.push_back(PersonJoined{id});
    change.made_id = id.value;
    return change;
}

Decision decide_invite(const Session& session, const Join& who, const Moment& moment) {
    if (session.status == SessionStatus::ended) return refuse(Reason::ended);
    if (has_too_many_people(session)) return refuse(Reason::session_full);
    if (who.into) {
        const auto into = session.people.find(who.into);
        if (into == session.people.end() || into->second.state != PersonState::in || into->second.on_paper) return refuse(Reason::not_found);
    }

    // The place of one that was taken back is taken first, so that there are never more than twice as many.
    const auto withdrawn = std::ranges::find_if(session.people, [](const auto& person) { return is_withdrawn_link(person.second); });
    const bool is_free = withdrawn != session.people.end();
    const auto id = is_free ? withdrawn->first : next_person(session);
    Change change;
    change.people.push_back({id, who.token_hash, free_name(session, who.into ? session.name(who.into) : who.name, id, moment.random), {}, {},
                             std::nullopt});
    if (is_free) change.events.push_back(PersonStateSet{id, PersonState::invited, PersonState::removed});
    else change.events.push_back(PersonJoined{id, SeatKind::link});
    if (const auto was = is_free ? withdrawn->second.same_as : PersonId{}; was != who.into)
        change.events.push_back(SeatMerged{id, who.into, was});
    change.made_id = id.value;
    return change;
}

Decision decide(const Session& session, const AddPaperSeat& add, const Asker&, const Moment& moment) {
    if (is_full(session)) return refuse(Reason::session_full);

    const auto id = next_person(session);
    Change change;
    change.people.push_back({id, {}, free_name(session, add.name, id, moment.random), {}, {}, std::nullopt});
    change.events.push_back(PersonJoined{id, SeatKind::paper});
    change.made_id = id.value;
    return change;
}

Decision decide(const Session& session, const SetProfile& profile, const Asker& asker, const Moment& moment) {
    auto row = session.rows.at(asker.person);
    row.name = free_name(session, profile.name, asker.person, moment.random);
    row.organisation = profile.organisation;
    row.role = profile.role;

    Change change;
    change.people.push_back(std::move(row));
    change.events.push_back(PersonDescribed{asker.person});
    return change;
}

Decision decide(const Session& session, const GiveContact& contact, const Asker& asker, const Moment&) {
    if (contact.purposes.empty()) return refuse(Reason::consent_required);
    const Contact given{contact.kind, contact.value, contact.purposes};
    // Being named may be said at any time, and for people on paper too; an address is asked once, of who has a phone.
    const auto seats = session.seats_in(asker.person);
    const bool was_there = std::ranges::any_of(seats, [&](PersonId seat) {
        const auto& before = session.rows.at(seat).contact;
        return before && before->kind == given.kind && before->value == given.value;
    });
    if (!is_only_a_name(given) && !was_there) {
        if (session.kind() != RoundKind::commit && session.kind() != RoundKind::close) return refuse_round(session);
        if (session.people.at(asker.person).on_paper) return refuse(Reason::bad_args);
        // After the end nobody would hear of somebody new.
        const auto has_address = [&](PersonId seat) { return session.rows.at(seat).contact && !is_only_a_name(*session.rows.at(seat).contact); };
        if (session.status == SessionStatus::ended && !std::ranges::any_of(seats, has_address))
            return refuse(Reason::ended);
    }

    auto row = session.rows.at(asker.person);
    row.contact = given;
    Change change;
    change.people.push_back(std::move(row));
    forget_contacts(session, asker.person, change);
    change.events.push_back(ContactGiven{asker.person});
    return change;
}

Decision decide(const Session& session, const WithdrawContact&, const Asker& asker, const Moment&) {
    Change change;
    if (auto row = session.rows.at(asker.person); row.contact) {
        row.contact.reset();
        change.people.push_back(std::move(row));
    }
    forget_contacts(session, asker.person, change);
    if (change.people.empty()) return refuse(Reason::not_found);

    change.events.push_back(ContactWithdrawn{asker.person});
    return change;
}

Decision decide(const Session& session, const LockDoor& door, const Asker&, const Moment&) {
    return set_value<DoorLocked>(door.locked, session.locked);
}

Decision decide(const Session& session, const ShowNothing& screen, const Asker&, const Moment&) {
    return set_value<ScreenBlanked>(screen.blank, session.blank);
}

Decision decide(const Session& session, const ChooseSymbol& choose, const Asker& asker, const Moment&) {
    const auto was = session.people.at(asker.person).symbol;
    Change change;
    if (choose.symbol != was) change.events.push_back(SymbolChosen{asker.person, choose.symbol, was});
    return change;
}

Decision decide(const Session& session, const RemovePerson& removed, const Asker&, const Moment&) {
    auto person = session.people.find(removed.person);
    if (person == session.people.end()) return refuse(Reason::not_found);
    const auto was = person->second.state;
    if (was != PersonState::in && was != PersonState::invited) return refuse(Reason::not_found);

    Change change;
    change.events.push_back(PersonStateSet{removed.person, PersonState::removed, was});
    return change;
}

Decision decide(const Session& session, const BringBackPerson& back, const Asker&, const Moment&) {
    auto person = session.people.find(back.person);
    if (person == session.people.end() || person->second.state != PersonState::removed) return refuse(Reason::not_found);
    const auto state = person->second.has_unopened_link ? PersonState::invited : PersonState::in;
    if (state == PersonState::in && session.seats_taken >= session.info.seats_max) return refuse(Reason::session_full);

    Change change;
    change.events.push_back(PersonStateSet{back.person, state, PersonState::removed});
    return change;
}

Decision decide(const Session& session, const SetReady& set, const Asker& asker, const Moment&) {
    if (set.round != session.current || !has_ready(session.kind())) return refuse_round(session);
    const auto now = set.ready ? set.round : RoundId{};
    const auto was = session.people.at(asker.person).ready;
    Change change;
    if (now != was) change.events.push_back(ReadySet{asker.person, now, was});
    return change;
}

Decision decide(const Session& session, const MergeSeats& merge, const Asker&, const Moment&) {
    const auto person = session.people.find(merge.person), into = session.people.find(merge.into);
    if (person == session.people.end() || into == session.people.end()) return refuse(Reason::not_found);
    if (merge.person == merge.into) return refuse(Reason::bad_args);
    if (person->second.state != PersonState::in || into->second.state != PersonState::in)
        return refuse(Reason::changed_meanwhile);
    // What a phone says is its own; helpers see what a seat on paper says.
    if (into->second.on_paper && !person->second.on_paper) return refuse(Reason::bad_args);

    Change change;
    // One person has one set of votes: those of the seat that stays, where there are any.
    if (session.open_vote()) {
        const auto vote = session.last_vote_id();
        if (votes_on(session, vote, merge.into) > 0 && votes_on(session, vote, merge.person) > 0) {
            const auto ballot = *session.ballot_of(vote, merge.person);
            for (const auto& [candidate, given] : session.votes.at(vote).ballots.at(ballot))
                for (std::uint32_t i = 0; i < given; ++i) change.events.push_back(VoteRetracted{vote, candidate, ballot});
        }
    }
    if (const auto given = session.stars_by(merge.person); given && session.stars_by(merge.into))
        change.events.push_back(StarsGiven{*given, 0, session.stars.at(*given)});
    if (const auto given = session.scores_by(merge.person); given && session.scores_by(merge.into))
        for (const auto& [cell, score] : session.scores_of(merge.person))
            change.events.push_back(ScoreGiven{*given, cell.first, cell.second, 0, score});
    change.events.push_back(SeatMerged{merge.person, merge.into, {}});
    change.events.push_back(PersonStateSet{merge.person, PersonState::merged, PersonState::in});
    return change;
}

/// Who knocks is known to the room alone: it goes on from here.
Decision decide(const Session&, const AnswerKnock&, const Asker&, const Moment&) { return Change{}; }

}  // namespace kiemkring::domain
