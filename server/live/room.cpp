#include "live/room.h"

#include <algorithm>

#include "live/ensure.h"

namespace kiemkring::live {

domain::Asker::Role role_of(Role role) {
    switch (role) {
        case Role::participant: return domain::Asker::Role::participant;
        case Role::facilitator: return domain::Asker::Role::facilitator;
        case Role::screen: return domain::Asker::Role::screen;
        case Role::helper: return domain::Asker::Role::helper;
    }
    throw BrokenInvariant("a role that cannot ask");
}

Room::Room(domain::SessionId id, World world) : id_(std::move(id)), world_(world), last_used_(world.clock.now()) {
    reload();
}

void Room::enter(ConnectionId id, Entry entry, Member& member) {
    last_used_ = world_.clock.now();
    if (phase_ == Phase::lost) return member.close(4010, "deleted");
    if (phase_ == Phase::waiting_to_load) return member.close(1012, "restart");

    for (auto other = connections_.begin(); other != connections_.end();) {
        const auto older = other++;
        if (older->second.entry.token_hash == entry.token_hash && older->second.entry.client == entry.client)
            close(older, 4009, "replaced");
    }
    auto& connection = connections_[id];
    connection.member = &member;
    connection.role = entry.holder.role;
    connection.entry = std::move(entry);
    if (phase_ == Phase::resting) welcome(id, connection);
}

void Room::command(ConnectionId id, std::uint64_t n, std::uint64_t content,
                   std::variant<domain::Command, domain::Refusal> wanted, domain::PersonId paper_seat) {
    last_used_ = world_.clock.now();
    const auto from = connections_.find(id);
    if (from == connections_.end()) return;  // closed, and the edge does not know it yet
    if (waiting_.size() >= waiting_max) {
        domain::Details details;
        details.retry_after_ms = 1000;
        return send_reply({id, n, 0, domain::Refusal{domain::Reason::rate_limited, details}});
    }

    const auto& entry = from->second.entry;
    const domain::Asker asker{role_of(entry.holder.role), entry.holder.person, entry.holder.device, paper_seat};
    waiting_.push_back(WaitingCommand{id, asker, entry.client, n, content, std::move(wanted)});
}

void Room::join(domain::Join join, WayIn way, Done<JoinResult> done) {
    last_used_ = world_.clock.now();
    WaitingJoin waiting{std::move(join), way, std::move(done)};
    if (phase_ == Phase::lost || waiting_.size() >= waiting_max) {
        const auto why = phase_ == Phase::lost ? JoinError::no_session : JoinError::unavailable;
        return world_.host.post([done = std::move(waiting.done), why]() mutable { done(std::unexpected{why}); });
    }
    waiting_.push_back(std::move(waiting));
}

void Room::invitation(domain::PersonId link, Done<std::expected<Invitation, StoreTrouble>> done) {
    last_used_ = world_.clock.now();
    if (phase_ == Phase::lost || phase_ == Phase::waiting_to_load || curious_.size() >= waiting_max) {
        const auto why = phase_ == Phase::lost ? StoreTrouble::not_found : StoreTrouble::unavailable;
        return world_.host.post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }
    curious_.push_back({link, std::move(done)});
    if (phase_ == Phase::resting) settle();
}

void Room::look(Done<const domain::Session*> done) {
    last_used_ = world_.clock.now();
    if (phase_ == Phase::lost || phase_ == Phase::waiting_to_load || looking_.size() >= waiting_max) return done(nullptr);
    looking_.push_back(std::move(done));
    if (phase_ == Phase::resting) settle();
}

void Room::add_picture(Holder from, domain::Upload upload, std::shared_ptr<const domain::PictureBytes> bytes,
                       Done<PictureResult> done) {
    last_used_ = world_.clock.now();
    WaitingPicture waiting{{role_of(from.role), from.person, from.device}, std::move(upload), std::move(bytes), std::move(done)};
    if (phase_ == Phase::lost || waiting_.size() >= waiting_max)
        return world_.host.post([done = std::move(waiting.done)]() mutable {
            done(std::unexpected{domain::Refusal{domain::Reason::unavailable}});
        });
    waiting_.push_back(std::move(waiting));
}

void Room::keep_until(std::string date, Done<DeskResult> done) { wait({KeepUntil{std::move(date)}, std::move(done)}); }

void Room::reopen(Done<DeskResult> done) { wait({Reopen{}, std::move(done)}); }

void Room::wait(WaitingDesk waiting) {
    last_used_ = world_.clock.now();
    if (phase_ == Phase::lost || waiting_.size() >= waiting_max)
        return world_.host.post([done = std::move(waiting.done)]() mutable { done(std::unexpected{StoreTrouble::unavailable}); });
    waiting_.push_back(std::move(waiting));
}

void Room::ask(Wish wish, Done<WishResult> done) {
    last_used_ = world_.clock.now();
    WaitingWish waiting{std::move(wish), std::move(done)};
    if (phase_ == Phase::lost || waiting_.size() >= waiting_max)
        return world_.host.post([done = std::move(waiting.done)]() mutable {
            done(std::unexpected{domain::Refusal{domain::Reason::unavailable}});
        });
    waiting_.push_back(std::move(waiting));
}

void Room::leave(ConnectionId id) {
    last_used_ = world_.clock.now();
    const auto gone = connections_.find(id);
    if (gone == connections_.end()) return;
    const bool was_present = gone->second.entered;
    connections_.erase(gone);
    if (was_present) presence_changed();
}

void Room::tick() {
    const auto now = world_.clock.now();
    if (load_at_ && *load_at_ <= now) reload();
    if (presence_at_ && *presence_at_ <= now) tell_presence();
    if (away_at_ && *away_at_ <= now) tell_away(true);
    knocks_.forget_silent(now);
    tell_knocks();
    if (may_suggest() && suggest_at_ && *suggest_at_ <= now) start_suggesting();
    start_turn();
}

void Room::loaded(std::expected<store::StoredSession, store::LoadError> stored) {
    ensure(phase_ == Phase::loading, "a stream came unasked");
    if (!stored) {
        const bool is_gone = stored.error() == store::LoadError::not_found;
        phase_ = is_gone ? Phase::lost : Phase::waiting_to_load;
        if (!is_gone) load_at_ = world_.clock.now() + retry_load_after;
        for (auto it = connections_.begin(); it != connections_.end();) {
            const auto connection = it++;
            if (is_gone) close(connection, 4010, "deleted");
            else if (!connection->second.entered) close(connection, 1012, "restart");
        }
        refuse_waiting(std::exchange(waiting_, {}));
        for (auto& curious : std::exchange(curious_, {}))
            world_.host.post([done = std::move(curious.done), is_gone]() mutable {
                done(std::unexpected{is_gone ? StoreTrouble::not_found : StoreTrouble::unavailable});
            });
        for (auto& done : std::exchange(looking_, {})) done(nullptr);
        return;
    }

    // After a write whose outcome was unknown it may have more than the list knew: that it ended, say.
    if (stored->summary) world_.host.summary_changed(*stored->summary);
    session_ = {};
    domain::put_rows(session_, stored->texts, stored->people, stored->links);
    std::vector<domain::RecordKey> touched;
    for (const auto& happened : stored->events) {
        ensure(happened.version == session_.version + 1, "a stored stream has a gap");
        domain::evolve(session_, happened, touched);
        touched.clear();
    }
    answers_.clear();
    for (const auto& answer : stored->answers) answers_.add(answer);
    seats_.clear();
    for (const auto& [person, row] : session_.rows)
        if (!row.token_hash.empty()) {
            seats_[row.token_hash] = person;
            // A join of unknown outcome may have been written after all.
            world_.host.seat_given(row.token_hash, {id_, Role::participant, person, {}});
        }
    if (stored->summary) summary_ = std::move(*stored->summary);
    summary_.id = id_;

    phase_ = Phase::resting;
    tell_everything_that_changed();
    settle();
}

void Room::committed(std::expected<domain::Version, store::CommitError> result) {
    ensure(phase_ == Phase::writing, "a commit was answered unasked");
    if (result) {
        ensure(*result == session_.version, "the store counts other events than the room");
        conflicts_ = 0;
        phase_ = Phase::resting;
        if (!world_.faults.acknowledges_before_commit) tell(turn_);
        turn_ = {};
        return settle();
    }

    Turn turn = std::exchange(turn_, {});
    if (world_.faults.keeps_what_failed && result.error() == store::CommitError::unavailable) {
        phase_ = Phase::resting;
        tell(turn);
        return settle();
    }
    if (result.error() == store::CommitError::conflict && ++conflicts_ < 5) {
        // Those who asked during the write come after those whose turn it was.
        turn.asked.insert(turn.asked.end(), std::make_move_iterator(waiting_.begin()),
                          std::make_move_iterator(waiting_.end()));
        waiting_ = std::move(turn.asked);
    } else {
        conflicts_ = 0;
        refuse_waiting(std::move(turn.asked));
    }
    reload();
}

void Room::shut(std::uint16_t code, const std::string& reason) {
    for (auto& [id, connection] : connections_) connection.member->close(code, reason);
    connections_.clear();
    refuse_waiting(std::exchange(turn_.asked, {}));
    refuse_waiting(std::exchange(waiting_, {}));
    for (auto& curious : std::exchange(curious_, {}))
        world_.host.post([done = std::move(curious.done)]() mutable { done(std::unexpected{StoreTrouble::unavailable}); });
    for (auto& done : std::exchange(looking_, {})) done(nullptr);
}

std::optional<base::Time> Room::wake_at() const {
    std::optional<base::Time> when = presence_at_;
    const auto at_the_latest = [&](std::optional<base::Time> time) {
        if (time && (!when || *time < *when)) when = time;
    };
    at_the_latest(away_at_);
    at_the_latest(load_at_);
    at_the_latest(knocks_.next_silent());
    // Not at once: what others ask in the same moment belongs to the same turn.
    if (phase_ == Phase::resting && !waiting_.empty()) at_the_latest(last_used_);
    if (phase_ == Phase::resting && !world_.storage_full) at_the_latest(domain::next_deadline(session_));
    if (may_suggest()) at_the_latest(suggest_at_);
    if (is_left_alone()) at_the_latest(last_used_ + idle_before_unload);
    return when;
}

bool Room::may_be_unloaded() const {
    return phase_ == Phase::lost || (is_left_alone() && world_.clock.now() >= last_used_ + idle_before_unload);
}

bool Room::is_left_alone() const {
    const bool is_quiet = phase_ == Phase::resting && !domain::next_deadline(session_);
    return (is_quiet || phase_ == Phase::waiting_to_load) && connections_.empty() && waiting_.empty();
}

void Room::settle() {
    std::vector<ConnectionId> entering;
    for (const auto& [id, connection] : connections_)
        if (!connection.entered) entering.push_back(id);
    for (const auto id : entering)
        if (const auto found = connections_.find(id); found != connections_.end()) welcome(id, found->second);

    for (auto& curious : std::exchange(curious_, {}))
        world_.host.post([done = std::move(curious.done), invitation = describe(curious.link)]() mutable { done(std::move(invitation)); });
    for (auto& done : std::exchange(looking_, {})) done(&session_);
}

void Room::reload() {
    load_at_.reset();
    phase_ = Phase::loading;
    world_.host.load(*this);
}

void Room::refuse_waiting(std::vector<Waiting> waiting) {
    const auto why = phase_ == Phase::lost ? JoinError::no_session : JoinError::unavailable;
    if (world_.faults.leaves_unanswered) return;
    for (auto& asked : waiting) {
        if (const auto* command = std::get_if<WaitingCommand>(&asked))
            send_reply({command->from, command->n, 0, domain::Refusal{domain::Reason::unavailable}});
        else if (auto* picture = std::get_if<WaitingPicture>(&asked))
            world_.host.post([done = std::move(picture->done)]() mutable {
                done(std::unexpected{domain::Refusal{domain::Reason::unavailable}});
            });
        else if (auto* wish = std::get_if<WaitingWish>(&asked))
            world_.host.post([done = std::move(wish->done)]() mutable {
                done(std::unexpected{domain::Refusal{domain::Reason::unavailable}});
            });
        else if (auto* desk = std::get_if<WaitingDesk>(&asked))
            world_.host.post([done = std::move(desk->done)]() mutable { done(std::unexpected{StoreTrouble::unavailable}); });
        else if (auto& done = std::get<WaitingJoin>(asked).done)
            world_.host.post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }
}

void Room::close(std::map<ConnectionId, Connection>::iterator connection, std::uint16_t code,
                 const std::string& reason) {
    connection->second.member->close(code, reason);
    const bool was_present = connection->second.entered;
    connections_.erase(connection);
    if (was_present) presence_changed();
}

Invitation Room::describe(domain::PersonId link) const {
    // A link to a seat that somebody has already takes none more.
    const auto full = session_.seats_taken >= session_.info.seats_max && session_.seat_of(link) == link;
    const auto state = session_.status == domain::SessionStatus::ended ? "ended"
                       : session_.locked && !link                      ? "locked"
                       : full                                          ? "full"
                                                                       : "open";
    return {id_, session_.info, state, !session_.rehearsal_of.empty(), static_cast<bool>(link),
            link ? session_.name(session_.seat_of(link)) : std::string{}};
}

bool Room::is_removed(domain::PersonId person) const {
    const auto found = session_.people.find(session_.seat_of(person));
    return found == session_.people.end() || found->second.state == domain::PersonState::removed;
}

}  // namespace kiemkring::live
