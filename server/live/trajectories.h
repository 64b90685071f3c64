// The trajectories, as desks ask for them: opens them, decides, writes, and only then tells. On the live thread; knows no sockets, no
// HTTP and no JSON. Every `done` runs on the live thread, never before the call returned.
#pragma once

#include <deque>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/random.h"
#include "base/time.h"
#include "domain/trajectory/session_results.h"
#include "live/trajectory_faults.h"
#include "store/trajectory_store.h"

namespace kiemkring::live {

namespace trajectory = domain::trajectory;
using domain::trajectory::TrajectoryId;

class Trajectories {
public:
    template <class... Args>
    using Done = std::move_only_function<void(Args...)>;

    /// Beside the refusals of the domain.
    enum class Trouble { not_found, unavailable, too_many };
    using Why = std::variant<trajectory::Refusal, Trouble>;
    /// The version that it got, and the entry that it was about, if any.
    struct Accepted {
        domain::Version version{};
        trajectory::EntryId entry;
    };
    using Answer = std::expected<Accepted, Why>;

    static constexpr std::size_t trajectories_max = 20'000;
    static constexpr std::size_t open_max = 200;      ///< in memory; above that the one not asked for longest goes
    static constexpr std::size_t waiting_max = 100;   ///< commands of one trajectory, and desks that wait for news of it
    static constexpr std::size_t making_max = 500;    ///< new ones that are being written
    static constexpr std::size_t listed_at_once_max = 5'000;
    static constexpr std::size_t gone_max = 1'000;    ///< ids of erased ones that a list is told; whoever knows an older list begins anew
    static constexpr base::Milliseconds waits{25'000};

    /// Reads the summaries. `later` runs something on the live thread after this call.
    Trajectories(store::TrajectoryStore& store, const base::Clock& clock, base::Random& random, std::function<void(Done<>)> later,
                 TrajectoryFaults faults = {});

    /// By their ids.
    [[nodiscard]] std::vector<const trajectory::Summary*> all() const;
    /// What changed in the list after a mark of an earlier answer, at most so many at once. All of it, from the start, when the mark is
    /// empty, of another run of the server, or too old.
    struct Listed {
        std::string mark;
        bool whole{}, more{};
        std::vector<const trajectory::Summary*> changed;
        std::vector<TrajectoryId> gone;
    };
    [[nodiscard]] Listed listed_after(std::string_view mark) const;
    /// Of this server since its start; another one may have an older disk.
    [[nodiscard]] const std::string& run() const { return run_; }
    [[nodiscard]] const trajectory::Summary* summary(const TrajectoryId& id) const;
    /// Nothing happened to it since it was made, and nothing is about to.
    [[nodiscard]] bool is_as_made(const TrajectoryId& id) const;
    /// The one that a live session belongs to; empty when there is none.
    [[nodiscard]] TrajectoryId with_session(const std::string& session) const;
    [[nodiscard]] bool made_with(const std::string& key) const { return made_by_.contains(key); }

    /// Starts a trajectory with these entries. The same key again gives the trajectory it made.
    void create(trajectory::OrganiserId by, std::string key, std::vector<trajectory::Entry> entries, std::string facilitator,
                Done<std::expected<TrajectoryId, Why>> done);
    /// Starts one that is a file from elsewhere.
    void bring_in(trajectory::OrganiserId by, std::string key, std::vector<trajectory::Event> events, Done<std::expected<TrajectoryId, Why>> done);
    /// Durable before `done`. The same key again gives what it got then.
    void command(TrajectoryId id, trajectory::OrganiserId by, std::string key, trajectory::Command what, Done<Answer> done);
    /// What the server saw of a session, by itself or because somebody asked; all of it or nothing.
    void command(TrajectoryId id, trajectory::OrganiserId by, trajectory::ServerCommand what, Done<Answer> done);
    /// Shows a trajectory as it is on disk; with `after` as soon as it has another version than that, or when 25 s have gone by.
    /// Nothing when it cannot be had.
    void look(TrajectoryId id, std::optional<domain::Version> after, Done<const trajectory::Trajectory*> done);
    /// Adds an entry with its picture; both are durable before `done` gives its id. The same key again gives the entry it made.
    void add_picture(TrajectoryId id, trajectory::OrganiserId by, std::string key, trajectory::Entry entry,
                     std::shared_ptr<const domain::PictureBytes> picture, Done<std::expected<trajectory::EntryId, Why>> done);
    void picture(TrajectoryId id, trajectory::EntryId entry, store::PictureSize size, Done<std::expected<std::string, Trouble>> done);
    /// All of them, by the numbers of their entries.
    void pictures(TrajectoryId id, Done<std::expected<std::vector<domain::PictureRow>, Trouble>> done);
    /// Shows it as it was at an earlier version.
    void look_back(TrajectoryId id, domain::Version version, Done<std::expected<trajectory::Trajectory, Trouble>> done);
    /// All that ever happened to it.
    void events(TrajectoryId id, Done<std::expected<std::vector<trajectory::Happened>, Trouble>> done);
    /// Erases it.
    void remove(TrajectoryId id, Done<std::expected<void, Trouble>> done);

    /// Erases the neighbours whose year is over.
    void erase_kept_until(const trajectory::Day& today);

    /// Before it goes: answers whoever waits or asks from now on, with nothing.
    void stop();
    /// On the calendar of the server.
    [[nodiscard]] trajectory::Day today() const;
    /// To be called every second or so.
    void tick();
    void storage_full(bool is_full) { storage_full_ = is_full; }

private:
    struct Asked {
        trajectory::OrganiserId by{};
        std::string key;
        std::variant<trajectory::Command, trajectory::ServerCommand> what;
        Done<Answer> done;
        std::shared_ptr<const domain::PictureBytes> picture{};  ///< of an entry that comes with one
    };
    struct Looker {
        domain::Version after{};
        base::Time until;
        Done<const trajectory::Trajectory*> done;
    };
    struct Open {
        std::optional<trajectory::Trajectory> state;  ///< nothing while it is read
        std::deque<Asked> asked;
        std::vector<Looker> lookers;
        bool is_writing{};
        base::Time used_at{};
    };

    /// Why no other one can be begun under this key, or the one that it made.
    [[nodiscard]] std::optional<std::expected<TrajectoryId, Why>> begun(const std::string& key) const;
    void find_out(trajectory::Trajectory made);
    void list(trajectory::Summary summary);
    void unlist(const TrajectoryId& id);
    Open* open(const TrajectoryId& id);
    void loaded(const TrajectoryId& id, std::expected<trajectory::Trajectory, store::LoadError> state);
    void go_on(const TrajectoryId& id);
    void ask(TrajectoryId id, Asked asked);
    [[nodiscard]] std::expected<std::vector<trajectory::Event>, trajectory::Refusal> decided(const trajectory::Trajectory& state, const Asked& asked) const;
    void write(const TrajectoryId& id, Asked asked, std::vector<trajectory::Event> events);
    void tell(Open& open);
    void lose(const TrajectoryId& id);
    void make_room();

    store::TrajectoryStore& store_;
    const base::Clock& clock_;
    base::Random& random_;
    std::function<void(Done<>)> later_;
    TrajectoryFaults faults_;
    std::string run_;
    bool storage_full_{}, is_stopped_{};
    std::map<TrajectoryId, trajectory::Summary> summaries_;
    // Every change of the list has a number; of each trajectory the last one counts. One that is not in the list has been erased.
    std::map<std::uint64_t, TrajectoryId> changes_;
    std::map<TrajectoryId, std::uint64_t> change_of_;
    std::uint64_t last_change_{}, forgotten_{};
    std::deque<std::uint64_t> erased_;
    std::unordered_map<std::string, TrajectoryId> made_by_;  ///< the key of the command that made it
    std::map<TrajectoryId, Open> open_;
    std::vector<std::string> making_;  ///< keys of those that are being written
};

}  // namespace kiemkring::live
