// A store in memory for tests and the simulation: it finishes calls when it is told to, can lose what was not finished,
// and can fail. Keeps the same promises as the real one (tests/store).
#pragma once

#include <deque>
#include <map>
#include <set>

#include "store/account_store.h"
#include "store/event_store.h"
#include "store/trajectory_store.h"

namespace kiemkring::store {

class MemoryEventStore final : public EventStore, public AccountStore, public TrajectoryStore {
public:
    /// Runs something later on the live thread.
    using Post = std::function<void(std::move_only_function<void()>)>;

    /// Calls wait until `release` is called.
    MemoryEventStore() = default;
    /// Every call is finished by a task given to `post`.
    explicit MemoryEventStore(Post post) : post_(std::move(post)) {}

    void commit(const SessionId& session, Version seen, Commit turn,
                Done<std::expected<Version, CommitError>> done) override;
    void load(const SessionId& session, Done<std::expected<StoredSession, LoadError>> done) override;
    void load_picture(const SessionId& session, domain::PictureId picture, PictureSize size,
                      Done<std::expected<std::string, LoadError>> done) override;
    void load_trajectory_pictures(const TrajectoryId& id, Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) override;
    void load_trajectory_picture(const TrajectoryId& id, trajectory::EntryId entry, PictureSize size,
                                 Done<std::expected<std::string, LoadError>> done) override;
    void load_pictures(const SessionId& session,
                       Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) override;
    void remove(const SessionId& session, Done<std::expected<void, CommitError>> done) override;

    Accounts read_accounts() override;
    void put_organiser(Organiser organiser, Written done) override;
    void put_login(Login login, Written done) override;
    void remove_login(std::string token_hash, Written done) override;
    void put_paired(Paired paired, Written done) override;
    void set_setup_secret(std::string hash, Written done) override;
    void put_template(OwnTemplate own, Written done) override;
    void remove_template(std::string id, Written done) override;
    void put_document(Document document, Written done) override;
    void note_report(const std::string& of, ReportMade made, Done<std::expected<std::uint32_t, CommitError>> done) override;
    void load_reports(const std::string& of, Done<std::expected<std::vector<ReportMade>, LoadError>> done) override;

    std::vector<trajectory::Summary> read_trajectories() override;
    void commit_trajectory(const TrajectoryId& id, Version seen, TrajectoryCommit change,
                           Done<std::expected<Version, CommitError>> done) override;
    void load_trajectory(const TrajectoryId& id, Done<std::expected<trajectory::Trajectory, LoadError>> done) override;
    void load_trajectory_at(const TrajectoryId& id, Version version,
                            Done<std::expected<trajectory::Trajectory, LoadError>> done) override;
    void load_trajectory_events(const TrajectoryId& id, Done<std::expected<std::vector<trajectory::Happened>, LoadError>> done) override;
    void remove_trajectory(const TrajectoryId& id, Done<std::expected<void, CommitError>> done) override;

    // --- what a test may do to it ---

    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
    /// Finishes the oldest waiting call; false when none waits.
    bool release();
    /// Finishes all, those that come up meanwhile too.
    void release_all();
    /// The process dies: the first `written` waiting calls reach the disk, the others never happened, no `done` is called.
    void crash(std::size_t written = 0);
    /// The n-th call from now (1: the next) answers `unavailable`; with `is_written` it took effect all the same.
    void fail_call(std::size_t n, bool is_written);
    /// From now on every call answers `unavailable` and nothing is written, until `repair`.
    void break_down() { broken_ = true; }
    void repair() { broken_ = false; }
    /// What is kept of it now; nothing when it is unknown.
    [[nodiscard]] const StoredSession* kept(const SessionId& session) const {
        const auto found = sessions_.find(session);
        return found == sessions_.end() ? nullptr : &found->second;
    }
    /// The events of a trajectory that are kept now.
    [[nodiscard]] const std::vector<trajectory::Happened>& kept_events(const TrajectoryId& id) { return trajectories_[id].events; }
    /// The epoch of a restored database.
    void set_epoch(std::string epoch) { accounts_.epoch = std::move(epoch); }

private:
    /// Does its work when `is_written`; then answers unless the process died.
    enum class End { written, unavailable, unavailable_but_written, died };
    using Task = std::move_only_function<void(End)>;

    void enqueue(Task task);
    End end_of_next();
    std::expected<Version, CommitError> write(const SessionId& session, Version seen, Commit turn);
    void change_accounts(std::move_only_function<void()> change, Written done);

    Post post_;
    std::deque<Task> waiting_;
    std::map<std::size_t, bool> failing_;  ///< number of a call -> is written
    std::size_t finished_ = 0;
    bool broken_ = false;
    std::map<SessionId, StoredSession> sessions_;
    std::map<SessionId, std::map<domain::PictureId, std::shared_ptr<const domain::PictureBytes>>> pictures_;
    std::map<std::string, std::vector<ReportMade>> reports_;
    struct KeptTrajectory {
        std::vector<trajectory::Happened> events;
        trajectory::Summary summary;
    };
    std::map<TrajectoryId, KeptTrajectory> trajectories_;
    Accounts accounts_{.organisers = {}, .logins = {}, .paired = {}, .templates = {}, .documents = {}, .epoch = std::string(32, '0'),
                       .setup_secret = {}, .sessions = {}, .seats = {}};
};

}  // namespace kiemkring::store
