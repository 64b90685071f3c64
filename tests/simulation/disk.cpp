#include "simulation/disk.h"

#include <utility>

namespace kiemkring::simulation {

void Disk::finish(std::move_only_function<void()> what) {
    const auto takes = faulty_ && dice_.chance(0.03) ? dice_.between(200, 2000) : dice_.between(1, 20);
    later_(takes, [this, power = power_, what = std::move(what)]() mutable {
        if (power == power_) what();
    });
}

void Disk::commit(const domain::SessionId& session, domain::Version seen, store::Commit turn,
                  store::Done<std::expected<domain::Version, store::CommitError>> done) {
    if (full_) {
        return finish([this, done = std::move(done)]() mutable {
            // Room again is told after it was full, never before.
            if (full_) when_full_();
            done(std::unexpected{store::CommitError::unavailable});
        });
    }
    if (std::exchange(sync_fails_, false)) {
        memory_.fail_call(1, dice_.chance(0.5));
        return memory_.commit(session, seen, std::move(turn), [this, done = std::move(done)](auto result) mutable {
            memory_.break_down();
            done(result);
        });
    }
    if (faulty_ && dice_.chance(0.004)) memory_.fail_call(1, dice_.chance(0.5));
    auto copy = turn;
    memory_.commit(session, seen, std::move(turn),
                   [this, copy = std::move(copy), done = std::move(done)](auto result) mutable {
                       if (result) note(copy);
                       done(result);
                   });
    if (at_next_commit_) std::exchange(at_next_commit_, {})();
}

void Disk::load(const domain::SessionId& session,
                store::Done<std::expected<store::StoredSession, store::LoadError>> done) {
    memory_.load(session, [this, done = std::move(done)](auto stored) mutable {
        if (stored) note(*stored);
        done(std::move(stored));
    });
}

void Disk::crash() {
    ++power_;
    at_next_commit_ = {};
    sync_fails_ = false;
    memory_.repair();
    memory_.crash(dice_.below(memory_.waiting() + 1));
}

store::StoredSession Disk::read(const domain::SessionId& session) {
    store::StoredSession read;
    memory_.load(session, [&](auto stored) { read = std::move(stored.value()); });
    memory_.release_all();
    return read;
}

void Disk::note(const store::Commit& turn) {
    std::vector<domain::RecordKey> touched;
    domain::put_rows(durable_, turn.texts, turn.people, turn.links);
    for (const auto& happened : turn.events) domain::evolve(durable_, happened, touched);
    for (const auto& answer : turn.answers) answers_[answer.client][answer.n] = answer;
}

void Disk::note(const store::StoredSession& stored) {
    durable_ = {};
    answers_.clear();
    note(store::Commit{stored.events, stored.answers, stored.texts, stored.people, stored.links, false, {}});
}

}  // namespace kiemkring::simulation
