#include <sodium.h>

#include "base/log.h"
#include "live/hub_state.h"

namespace kiemkring::live {

namespace {

/// That of a QR or of a personal link, and no typed code.
bool is_secret(std::string_view door) { return door.size() == 32; }

}  // namespace

std::string token_hash(std::string_view token) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(token.data()), token.size());
    char text[2 * sizeof hash + 1];
    sodium_bin2hex(text, sizeof text, hash, sizeof hash);
    return text;
}

Hub::State::State(store::EventStore& event_store, store::AccountStore& account_store, const base::Clock& wall,
                  base::Random& dice, Alarm& wake_up, std::string url, Faults planted)
    : events(event_store), accounts(account_store), clock(wall), random(dice), alarm(wake_up),
      public_url(std::move(url)), faults(planted) {
    auto known = accounts.read_accounts();
    epoch = std::move(known.epoch);
    setup_secret = std::move(known.setup_secret);
    for (const auto& summary : known.sessions) remember(summary);
    for (auto& organiser : known.organisers) organisers[organiser.id] = std::move(organiser);
    for (auto& login : known.logins) logins[login.token_hash] = std::move(login);
    for (auto& seat : known.seats)
        holders[seat.token_hash] = {std::move(seat.session), Role::participant, seat.person, {}};
    for (auto& own : known.templates) templates[own.id] = std::move(own);
    for (auto& document : known.documents) documents[document.name] = std::move(document);
    for (auto& paired : known.paired)
        holders[paired.token_hash] = paired_holder(std::move(paired.session), paired.role, paired.token_hash);
}

// --- rooms -------------------------------------------------------------------------------------------------------

Hub::State::OpenRoom& Hub::State::open(const domain::SessionId& id) {
    auto& opened = rooms[id];
    if (!opened.room) {
        opened.serial = ++serials;
        opened.room = std::make_unique<Room>(id, Room::World{clock, random, *this, epoch, public_url, storage_full, faults});
    }
    return opened;
}

void Hub::State::drop(const domain::SessionId& id, std::uint16_t code, const std::string& reason) {
    const auto found = rooms.find(id);
    if (found == rooms.end()) return;
    set_wake(found->second, std::nullopt);
    const auto room = std::move(found->second.room);
    rooms.erase(found);
    room->shut(code, reason);
}

void Hub::State::load(const Room& room) {
    const auto serial = rooms.at(room.id()).serial;
    events.load(room.id(), counted<std::expected<store::StoredSession, store::LoadError>>(
                               [this, id = room.id(), serial](auto stored) {
                                   in_room(id, serial, [&](Room& to) { to.loaded(std::move(stored)); });
                               }));
}

void Hub::State::commit(const Room& room, domain::Version seen, store::Commit turn) {
    const auto serial = rooms.at(room.id()).serial;
    ++rooms.at(room.id()).turns;
    replays.erase(room.id());
    events.commit(room.id(), seen, std::move(turn),
                  counted<std::expected<domain::Version, store::CommitError>>(
                      [this, id = room.id(), serial](auto result) {
                          in_room(id, serial, [&](Room& to) { to.committed(result); });
                      }));
}

void Hub::State::seat_given(const std::string& hash, const Holder& holder) { holders[hash] = holder; }

void Hub::State::link_used(const std::string& hash) { holders.erase(hash); }

void Hub::State::summary_changed(const store::Summary& summary) { remember(summary); }

bool Hub::State::beside(const Room& room, std::move_only_function<std::move_only_function<void(Room&)>()> work) {
    if (!aside || draining) return false;
    const auto serial = rooms.at(room.id()).serial;
    return aside->run([this, id = room.id(), serial, work = std::move(work)]() mutable -> Aside::Done {
        return [this, id, serial, found = work()]() mutable {
            in_room(id, serial, [&](Room& to) { found(to); });
        };
    });
}

// --- time --------------------------------------------------------------------------------------------------------

void Hub::State::post(Done<> what) {
    posted.push_back(std::move(what));
    wake_alarm();
}

void Hub::State::set_wake(OpenRoom& opened, std::optional<base::Time> when) {
    if (opened.wake == when) return;
    if (opened.wake) wakes.erase({*opened.wake, opened.room->id()});
    opened.wake = when;
    if (when) wakes.insert({*when, opened.room->id()});
    wake_alarm();
}

void Hub::State::wake_alarm() {
    std::optional<base::Time> when;
    if (!wakes.empty()) when = wakes.begin()->first;
    if (!posted.empty()) when = clock.now();
    if (!when || alarm_at == when) return;
    alarm_at = when;
    alarm.wake_at(*when);
}

void Hub::State::tick() {
    alarm_at.reset();
    for (auto& what : std::exchange(posted, {})) what();

    const auto now = clock.now();
    std::vector<domain::SessionId> due;
    for (const auto& [when, id] : wakes) {
        if (when > now) break;
        due.push_back(id);
    }
    for (const auto& id : due)
        if (const auto found = rooms.find(id); found != rooms.end())
            in_room(id, found->second.serial, [](Room& room) { room.tick(); });
    wake_alarm();
    finish_draining();
}

void Hub::State::finish_draining() {
    if (!draining) return;
    std::vector<domain::SessionId> settled;
    for (const auto& [id, opened] : rooms)
        if (!opened.room->is_busy()) settled.push_back(id);
    for (const auto& id : settled) drop(id, 1012, "restart");
    if (calls_open == 0 && posted.empty() && rooms.empty() && drained) post(std::exchange(drained, {}));
}

// --- the hub -----------------------------------------------------------------------------------------------------

Hub::Hub(store::EventStore& events, store::AccountStore& accounts, const base::Clock& clock, base::Random& random,
         Alarm& alarm, std::string public_url, Faults faults)
    : state_(std::make_unique<State>(events, accounts, clock, random, alarm, std::move(public_url), faults)) {}

Hub::~Hub() = default;

void Hub::use(Aside& aside) { state_->aside = &aside; }

Hub::ConnectionId Hub::enter(Hello hello, Member& member) {
    auto hash = token_hash(hello.token);
    const auto known = state_->holders.find(hash);
    if (known == state_->holders.end()) return 0;

    const auto id = ++state_->connection_ids;
    const auto holder = known->second;
    if (state_->draining) {
        member.close(1012, "restart");
        return id;
    }
    state_->connections[id] = holder.session;
    Room::Entry entry{holder, std::move(hash), std::move(hello.client), std::move(hello.epoch), hello.have_audience,
                      hello.have_me};
    state_->in_room(holder.session, state_->open(holder.session).serial,
                    [&](Room& room) { room.enter(id, std::move(entry), member); });
    return id;
}

void Hub::command(ConnectionId connection, std::uint64_t n, std::uint64_t content, domain::Command command,
                  domain::PersonId paper_seat) {
    if (state_->draining) return;  // asked again after the restart
    const auto session = state_->connections.find(connection);
    if (session == state_->connections.end()) return;
    const auto found = state_->rooms.find(session->second);
    if (found == state_->rooms.end()) return;
    state_->in_room(found->first, found->second.serial,
                    [&](Room& room) { room.command(connection, n, content, std::move(command), paper_seat); });
}

void Hub::refuse(ConnectionId connection, std::uint64_t n, std::uint64_t content, domain::Refusal why) {
    if (state_->draining) return;
    const auto session = state_->connections.find(connection);
    if (session == state_->connections.end()) return;
    const auto found = state_->rooms.find(session->second);
    if (found == state_->rooms.end()) return;
    state_->in_room(found->first, found->second.serial,
                    [&](Room& room) { room.command(connection, n, content, std::move(why)); });
}

void Hub::leave(ConnectionId connection) {
    const auto session = state_->connections.find(connection);
    if (session == state_->connections.end()) return;
    const auto id = session->second;
    state_->connections.erase(session);
    if (const auto found = state_->rooms.find(id); found != state_->rooms.end())
        state_->in_room(id, found->second.serial, [&](Room& room) { room.leave(connection); });
}

void Hub::invitation(std::string code_or_secret, Done<std::expected<Invitation, StoreTrouble>> done) {
    auto id = state_->session_named(code_or_secret);
    const auto* link = id ? nullptr : state_->link(code_or_secret);
    if (link) id = link->session;
    if (!id || state_->draining) {
        const auto why = id ? StoreTrouble::unavailable : StoreTrouble::not_found;
        return state_->post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }
    state_->in_room(*id, state_->open(*id).serial, [&](Room& room) { room.invitation(link ? link->person : domain::PersonId{}, std::move(done)); });
}

void Hub::State::join(const std::string& code_or_secret, domain::Join who, bool knocks,
                      Done<std::expected<Joined, JoinError>> done) {
    auto id = session_named(code_or_secret);
    const auto holder = holders.find(who.token_hash);
    if (const auto* invited = id ? nullptr : link(code_or_secret)) {
        id = invited->session;
        who.link = invited->person;
    }
    // The answer to whoever used up a personal link got lost.
    if (!id && is_secret(code_or_secret) && holder != holders.end()) id = holder->second.session;
    // A token is good for one seat, or one pairing, in one session.
    const bool is_taken = holder != holders.end() &&
                          (!id || holder->second.session != *id || holder->second.role != Role::participant);
    if (!id || is_taken || draining) {
        const auto why = !id || is_taken ? JoinError::no_session : JoinError::unavailable;
        return post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }
    in_room(*id, open(*id).serial, [&](Room& room) { room.join(std::move(who), knocks ? Room::WayIn::knocking : Room::WayIn::straight, std::move(done)); });
}

void Hub::join(std::string code_or_secret, domain::Join who, Done<std::expected<Joined, JoinError>> done) {
    state_->join(code_or_secret, std::move(who), false, std::move(done));
}

void Hub::knock(std::string code_or_secret, domain::Join who, Done<std::expected<Joined, JoinError>> done) {
    state_->join(code_or_secret, std::move(who), true, std::move(done));
}

const Holder* Hub::State::link(const std::string& secret) const {
    const auto found = is_secret(secret) ? holders.find(link_hash(secret)) : holders.end();
    return found == holders.end() ? nullptr : &found->second;
}

void Hub::invite(domain::SessionId session, std::string name, domain::PersonId into, Done<std::expected<PersonalLink, JoinError>> done) {
    if (!summary(session) || state_->draining) {
        const auto why = state_->draining ? JoinError::unavailable : JoinError::no_session;
        return state_->post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }
    auto secret = state_->random.hex(16);
    domain::Join who{link_hash(secret), std::move(name), {}, {}, {}, into};
    auto made = [secret = std::move(secret), done = std::move(done)](std::expected<Joined, JoinError> place) mutable {
        if (!place) return done(std::unexpected{place.error()});
        done(PersonalLink{std::move(secret), std::move(place->name), place->person});
    };
    state_->in_room(session, state_->open(session).serial, [&](Room& room) {
        room.join(std::move(who), Room::WayIn::invited, std::move(made));
    });
}

void Hub::show_replay(const domain::SessionId& session, wire::ReplayShown shown) {
    if (!summary(session) || state_->draining) return;
    state_->in_room(session, state_->open(session).serial, [&](Room& room) { room.show_replay(shown); });
}

void Hub::tick() { state_->tick(); }

void Hub::storage_full(bool is_full) {
    if (std::exchange(state_->storage_full, is_full) == is_full) return;
    std::vector<std::pair<domain::SessionId, std::uint64_t>> rooms;
    for (const auto& [id, open] : state_->rooms) rooms.emplace_back(id, open.serial);
    for (const auto& [id, serial] : rooms) state_->in_room(id, serial, [](Room& room) { room.storage_changed(); });
}

void Hub::drain(Done<> done) {
    state_->draining = true;
    state_->drained = std::move(done);
    state_->finish_draining();
}

bool Hub::storage_is_full() const { return state_->storage_full; }
const std::string& Hub::public_url() const { return state_->public_url; }
std::uint64_t Hub::broken_rooms() const { return state_->broken; }

}  // namespace kiemkring::live
