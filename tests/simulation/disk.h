// The disk of the simulated server: slow at times, wrong at times, and forgetful of what was not synced when the power
// goes. Keeps beside it what is durable now, to compare with what is told.
#pragma once

#include <functional>
#include <map>

#include "domain/session/session.h"
#include "simulation/dice.h"
#include "store/memory_event_store.h"

namespace kiemkring::simulation {

class Disk final : public store::EventStore {
public:
    /// `later` runs something after a while.
    using Later = std::function<void(Milliseconds, std::move_only_function<void()>)>;
    /// `when_full` is called when a commit does not fit.
    Disk(Dice& dice, Later later, std::function<void()> when_full)
        : dice_(dice), later_(std::move(later)), when_full_(std::move(when_full)),
          memory_([this](auto what) { finish(std::move(what)); }) {}

    void commit(const domain::SessionId& session, domain::Version seen, store::Commit turn,
                store::Done<std::expected<domain::Version, store::CommitError>> done) override;
    void load(const domain::SessionId& session,
              store::Done<std::expected<store::StoredSession, store::LoadError>> done) override;
    void load_picture(const domain::SessionId& session, domain::PictureId picture, store::PictureSize size,
                      store::Done<std::expected<std::string, store::LoadError>> done) override {
        memory_.load_picture(session, picture, size, std::move(done));
    }
    void load_pictures(const domain::SessionId& session,
                       store::Done<std::expected<std::vector<domain::PictureRow>, store::LoadError>> done) override {
        memory_.load_pictures(session, std::move(done));
    }
    void remove(const domain::SessionId& session, store::Done<std::expected<void, store::CommitError>> done) override {
        memory_.remove(session, std::move(done));
    }

    store::AccountStore& accounts() { return memory_; }
    /// Power goes: some of what waits was written, the rest was not.
    void crash();
    void be_faulty(bool faulty) { faulty_ = faulty; }
    /// While it is full, commits write nothing and are answered `unavailable`.
    void be_full(bool full) { full_ = full; }
    /// The next commit is answered `unavailable`, written or not, and so is everything after it, until a crash.
    void fail_next_sync(bool fails) { sync_fails_ = fails; }
    /// Called at the next commit, once: for a power cut in the middle of a write.
    void at_next_commit(std::move_only_function<void()> what) { at_next_commit_ = std::move(what); }

    /// The session as it is durable now.
    [[nodiscard]] const domain::Session& durable() const { return durable_; }
    [[nodiscard]] bool has_answer(const std::string& client, std::uint64_t n) const {
        const auto known = answers_.find(client);
        return known != answers_.end() && known->second.contains(n);
    }
    /// Reads it back at the end, when nothing is under way.
    [[nodiscard]] store::StoredSession read(const domain::SessionId& session);

private:
    void finish(std::move_only_function<void()> what);
    void note(const store::Commit& turn);
    void note(const store::StoredSession& stored);

    Dice& dice_;
    Later later_;
    std::function<void()> when_full_;
    store::MemoryEventStore memory_;
    std::uint64_t power_ = 0;  ///< counts the power cuts
    bool faulty_ = false, full_ = false, sync_fails_ = false;
    std::move_only_function<void()> at_next_commit_;

    domain::Session durable_;
    std::map<std::string, std::map<std::uint64_t, store::StoredAnswer>> answers_;
};

}  // namespace kiemkring::simulation
