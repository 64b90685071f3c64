// Telling: what is on disk goes to whoever may see it, encoded once per audience.

#include <algorithm>
#include <ranges>

#include "domain/limits.h"
#include "live/ensure.h"
#include "live/room.h"
#include "wire/server_message.h"

namespace kiemkring::live {

using domain::Audience;
using domain::PersonId;
using domain::RecordKey;

namespace {

constexpr std::array audiences{Audience::participant, Audience::facilitator, Audience::screen, Audience::helper};

Audience audience_of(Role role) {
    switch (role) {
        case Role::participant: return Audience::participant;
        case Role::facilitator: return Audience::facilitator;
        case Role::screen: return Audience::screen;
        case Role::helper: return Audience::helper;
    }
    throw BrokenInvariant("a role without an audience");
}

std::string_view name_of(Audience audience) {
    switch (audience) {
        case Audience::participant: return "participant";
        case Audience::facilitator: return "facilitator";
        case Audience::screen: return "screen";
        case Audience::helper: return "helper";
    }
    throw BrokenInvariant("an audience without a name");
}

bool hears_knocks(Role role) { return role == Role::facilitator || role == Role::helper; }

Frame as_frame(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

/// When the seat that this one is now last became another one.
domain::Version last_move(const domain::Session& session, PersonId id) {
    domain::Version moved = 0;
    for (auto seat = session.people.find(id); seat != session.people.end(); seat = session.people.find(seat->second.same_as))
        moved = std::max(moved, seat->second.moved_at);
    return moved;
}

std::string encode(const Knocks& knocks) {
    std::vector<wire::KnockView> waiting;
    for (const auto& knock : knocks.waiting()) waiting.push_back({knock.id, knock.who.name});
    std::vector<wire::TurnedAwayView> turned_away;
    for (const auto& knock : knocks.turned_away() | std::views::reverse | std::views::take(domain::limits::turned_away_told_max))
        turned_away.push_back({knock.id, knock.who.name, knock.heard_at});
    return wire::encode_knocks(waiting, turned_away);
}

}  // namespace

void Room::welcome(ConnectionId id, Connection& connection) {
    const auto& entry = connection.entry;
    const bool is_participant = entry.holder.role == Role::participant;
    const auto person = seat_of(connection);
    const bool is_removed_person = is_participant && is_removed(person);
    const auto audience = audience_of(entry.holder.role);

    const auto can_resume = [&](const RecordCache& cache, domain::Version have) {
        return cache.can_resume(have) || (world_.faults.resumes_always && have != 0);
    };
    bool delta = !is_removed_person && entry.epoch == world_.epoch && can_resume(cache_of(audience), entry.have_audience);
    // What somebody has of a seat that is another one now is of no use.
    if (is_participant)
        delta = delta && entry.have_me > last_move(session_, entry.holder.person) && can_resume(cache_of(person), entry.have_me);

    wire::Welcome said;
    said.mode = delta ? wire::Mode::delta : wire::Mode::snapshot;
    said.epoch = world_.epoch;
    said.role = name_of(audience);
    if (is_participant) said.person = person.value;
    if (entry.holder.role == Role::facilitator) said.device = entry.holder.device;
    said.next_n = answers_.next_n(entry.client);
    said.now = world_.clock.now();
    said.public_url = world_.public_url;
    connection.member->send(as_frame(wire::encode_welcome(said)));

    // Somebody who was taken out learns that, and nothing else.
    if (!is_removed_person)
        send_missing(*connection.member, name_of(audience), cache_of(audience), delta ? entry.have_audience : 0);
    if (is_participant)
        send_missing(*connection.member, "me", cache_of(person), delta ? entry.have_me : 0);
    if (is_removed_person) return close(connections_.find(id), 4004, "removed");

    if (entry.holder.role == Role::screen && replay_.frame)
        connection.member->send(as_frame(wire::encode_replay_shown(replay_)));
    if (world_.storage_full) connection.member->send(as_frame(wire::encode_storage(true)));
    if (is_participant && is_away_) connection.member->send(as_frame(wire::encode_away(true)));
    connection.seat = person;
    connection.entered = true;
    if (hears_knocks(entry.holder.role) && !(knocks_.waiting().empty() && knocks_.turned_away().empty())) connection.member->send(as_frame(encode(knocks_)));
    presence_changed();
    if (hears_suggestions(connection)) {
        if (!suggestions_.empty()) connection.member->send(as_frame(wire::encode_suggestions(suggestions_)));
        suggest_soon();
    }
}

void Room::send_missing(Member& member, std::string_view audience, const RecordCache& cache, domain::Version have) {
    const auto since = have != 0 && world_.faults.resumes_one_late ? have + 1 : have;
    const auto missing = cache.missing_since(since);
    std::vector<std::string> gone;
    if (!world_.faults.forgets_what_is_gone)
        for (const auto& key : missing.gone) gone.push_back(wire::record_key(key));
    member.send(as_frame(
        wire::encode_changes(audience, have, cache.head(), world_.clock.now(), missing.put, gone)));
}

RecordCache& Room::cache_of(Audience audience) {
    auto& cache = audiences_[static_cast<std::size_t>(audience)];
    if (!cache) {
        ensure(phase_ == Phase::resting, "a cache is made of what is not on disk");
        cache.emplace(session_.version);
        for (const auto& key : domain::all_keys(session_))
            if (const auto record = domain::project(session_, audience, key))
                cache->put(key, wire::encode_record(*record), session_.version);
    }
    return *cache;
}

RecordCache& Room::cache_of(PersonId person) {
    const auto known = people_.find(person);
    if (known != people_.end()) return known->second;

    ensure(phase_ == Phase::resting, "a cache is made of what is not on disk");
    auto& cache = people_.emplace(person, RecordCache{session_.version}).first->second;
    for (const auto& key : domain::own_keys(session_, person))
        if (const auto record = domain::project_own(session_, key))
            cache.put(key, wire::encode_record(*record), session_.version);
    return cache;
}

void Room::tell_changes(std::vector<RecordKey> touched) {
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());

    for (const auto audience : audiences) {
        auto& cache = audiences_[static_cast<std::size_t>(audience)];
        if (!cache) continue;
        std::vector<std::string_view> put;
        std::vector<std::string> gone;
        for (const auto& key : touched) {
            const auto sees = world_.faults.shows_everything ? Audience::facilitator : audience;
            if (const auto record = domain::project(session_, sees, key)) {
                if (cache->put(key, wire::encode_record(*record), session_.version)) put.push_back(*cache->find(key));
            } else if (cache->remove(key, session_.version)) {
                gone.push_back(wire::record_key(key));
            }
        }
        if (put.empty() && gone.empty()) continue;

        const auto frame = as_frame(wire::encode_changes(name_of(audience), cache->head(), session_.version,
                                                         world_.clock.now(), put, gone));
        cache->told(session_.version);
        for (auto& [id, connection] : connections_)
            if (connection.entered && audience_of(connection.role) == audience &&
                !(world_.faults.loses_a_frame && (session_.version + id) % 50 == 0))
                connection.member->send(frame);
    }

    std::map<PersonId, std::vector<RecordKey>> own;
    for (const auto& key : touched)
        if (const auto owner = domain::owner_of(session_, key)) own[owner].push_back(key);
    dismiss_moved();
    // Of a seat that went up in another, or came back out of it, somebody else has the records.
    if (session_.seat_moves > 0)
        for (const auto& [person, cache] : people_)
            for (const auto& key : touched)
                if (cache.find(key) != nullptr && domain::owner_of(session_, key) != person) own[person].push_back(key);
    for (const auto& [person, keys] : own) tell_person(person, keys);
    suggest_after(touched);
    dismiss_removed();
}

void Room::tell_person(PersonId person, const std::vector<RecordKey>& touched) {
    const auto known = people_.find(person);
    if (known == people_.end()) return;
    auto& cache = known->second;
    std::vector<std::string_view> put;
    std::vector<std::string> gone;
    for (const auto& key : touched) {
        const auto record = domain::owner_of(session_, key) == person ? domain::project_own(session_, key) : std::nullopt;
        if (record && cache.put(key, wire::encode_record(*record), session_.version)) put.push_back(*cache.find(key));
        if (!record && cache.remove(key, session_.version)) gone.push_back(wire::record_key(key));
    }
    if (put.empty() && gone.empty()) return;

    const auto frame = as_frame(
        wire::encode_changes("me", cache.head(), session_.version, world_.clock.now(), put, gone));
    cache.told(session_.version);
    for (auto& [id, connection] : connections_)
        if (connection.entered && connection.role == Role::participant && connection.seat == person)
            connection.member->send(frame);
}

void Room::tell_everything_that_changed() {
    std::vector<RecordKey> touched;
    for (auto& cache : audiences_) {
        if (!cache) continue;
        ensure(cache->head() <= session_.version, "the stream is shorter than what was told");
        if (touched.empty()) touched = domain::all_keys(session_);
        const auto known = cache->keys();
        touched.insert(touched.end(), known.begin(), known.end());
    }
    for (const auto& [person, cache] : people_) {
        ensure(cache.head() <= session_.version, "the stream is shorter than what was told");
        const auto own = domain::own_keys(session_, person);
        touched.insert(touched.end(), own.begin(), own.end());
        const auto known = cache.keys();
        touched.insert(touched.end(), known.begin(), known.end());
    }
    tell_changes(std::move(touched));
}

void Room::dismiss_moved() {
    if (session_.seat_moves == 0) return;
    for (auto it = connections_.begin(); it != connections_.end();) {
        const auto connection = it++;
        const auto& one = connection->second;
        if (one.entered && one.role == Role::participant && one.seat != seat_of(one)) close(connection, 1012, "another seat");
    }
}

void Room::dismiss_removed() {
    for (auto it = connections_.begin(); it != connections_.end();) {
        const auto connection = it++;
        const auto& one = connection->second;
        if (one.entered && one.role == Role::participant && is_removed(one.seat)) close(connection, 4004, "removed");
    }
}

void Room::presence_changed() {
    if (!presence_at_) presence_at_ = world_.clock.now() + presence_waits;
}

void Room::tell_presence() {
    presence_at_.reset();
    std::vector<std::uint32_t> connected;
    std::uint32_t facilitators = 0;
    for (const auto& [id, connection] : connections_) {
        if (!connection.entered) continue;
        if (connection.role == Role::participant) connected.push_back(connection.seat.value);
        if (connection.role == Role::facilitator) ++facilitators;
    }
    std::sort(connected.begin(), connected.end());
    connected.erase(std::unique(connected.begin(), connected.end()), connected.end());

    const auto frame = as_frame(wire::encode_presence(connected, facilitators));
    for (auto& [id, connection] : connections_)
        if (connection.entered && (connection.role == Role::facilitator || connection.role == Role::screen))
            connection.member->send(frame);
    miss_facilitators(facilitators);
}

void Room::miss_facilitators(std::uint32_t here) {
    if (here == 0 && session_.status == domain::SessionStatus::open) {
        // Once it was told it stays so, also when the last phone loads its page again: it hears it as it comes in.
        const auto is_phone = [](const auto& each) { return each.second.entered && each.second.role == Role::participant; };
        if (!is_away_ && !away_at_ && std::ranges::any_of(connections_, is_phone)) away_at_ = world_.clock.now() + away_after;
        return;
    }
    away_at_.reset();
    if (is_away_) tell_away(false);
}

void Room::tell_away(bool away) {
    away_at_.reset();
    is_away_ = away;
    const auto frame = as_frame(wire::encode_away(away));
    for (auto& [id, connection] : connections_)
        if (connection.entered && connection.role == Role::participant) connection.member->send(frame);
}

void Room::tell_knocks() {
    if (!knocks_.have_changed()) return;
    const auto frame = as_frame(encode(knocks_));
    for (auto& [id, connection] : connections_)
        if (connection.entered && hears_knocks(connection.role)) connection.member->send(frame);
}

void Room::show_replay(const wire::ReplayShown& shown) {
    replay_ = shown;
    replay_during_.reset();
    if (phase_ == Phase::resting || phase_ == Phase::writing) replay_during_ = session_.current;
    const auto frame = as_frame(wire::encode_replay_shown(shown));
    for (auto& [id, connection] : connections_)
        if (connection.entered && connection.role == Role::screen) connection.member->send(frame);
}

void Room::storage_changed() {
    const auto frame = as_frame(wire::encode_storage(world_.storage_full));
    for (auto& [id, connection] : connections_)
        if (connection.entered) connection.member->send(frame);
    start_turn();  // for the deadlines that had to wait
}

void Room::send_reply(const Reply& reply) {
    const auto to = connections_.find(reply.to);
    if (to == connections_.end()) return;
    to->second.member->send(as_frame(reply.refusal
                                       ? wire::encode_refusal(reply.n, *reply.refusal)
                                       : wire::encode_answer(reply.n, reply.made_id)));
    if (reply.of_another_role && ++to->second.of_another_role == 3)
        close(to, 4003, "forbidden");
}

}  // namespace kiemkring::live
