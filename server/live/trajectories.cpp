#include "live/trajectories.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/log.h"

namespace kiemkring::live {

using trajectory::Trajectory;

namespace {

/// The version that a command with this key got.
std::optional<domain::Version> version_of(const Trajectory& state, const std::string& key) {
    const auto found = std::ranges::find(state.recent, key, &trajectory::Happened::key);
    return found == state.recent.end() ? std::nullopt : std::optional{found->version};
}

domain::Version undone_by(const trajectory::Command& what) {
    const auto* undo = std::get_if<trajectory::UndoEvent>(&what);
    return undo ? undo->version : 0;
}

}  // namespace

Trajectories::Trajectories(store::TrajectoryStore& store, const base::Clock& clock, base::Random& random,
                           std::function<void(Done<>)> later)
    : store_{store}, clock_{clock}, random_{random}, later_{std::move(later)} {
    for (auto& summary : store_.read_trajectories()) summaries_.emplace(summary.id, std::move(summary));
}

std::vector<const trajectory::Summary*> Trajectories::all() const {
    std::vector<const trajectory::Summary*> listed;
    listed.reserve(summaries_.size());
    for (const auto& [id, summary] : summaries_) listed.push_back(&summary);
    return listed;
}

const trajectory::Summary* Trajectories::summary(const TrajectoryId& id) const {
    const auto found = summaries_.find(id);
    return found == summaries_.end() ? nullptr : &found->second;
}

trajectory::Day Trajectories::today() const {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(clock_.now())};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

void Trajectories::create(trajectory::OrganiserId by, std::string key, std::vector<trajectory::Entry> entries,
                          std::string facilitator, Done<std::expected<TrajectoryId, Why>> done) {
    const auto answer = [&](std::expected<TrajectoryId, Why> what) {
        later_([what = std::move(what), done = std::move(done)]() mutable { done(std::move(what)); });
    };
    for (const auto& [id, summary] : summaries_)
        if (summary.made_with == key) return answer(id);
    const bool is_making = std::ranges::find(making_, key) != making_.end();
    if (storage_full_ || is_making || making_.size() >= waiting_max) return answer(std::unexpected{Why{Trouble::unavailable}});
    if (summaries_.size() >= trajectories_max) return answer(std::unexpected{Why{Trouble::too_many}});

    Trajectory state;
    state.id = random_.hex(8);
    store::TrajectoryCommit change;
    const auto add = [&](trajectory::Event event) {
        change.events.push_back({state.version + 1, clock_.now(), by, key, 0, std::move(event)});
        evolve(state, change.events.back());
    };
    for (auto& entry : entries) {
        auto event = decide(state, trajectory::PutEntry{{}, std::nullopt, std::move(entry)}, today());
        if (!event) return answer(std::unexpected{Why{event.error()}});
        add(std::move(*event));
    }
    if (!facilitator.empty()) add(trajectory::FacilitatorSet{{}, std::move(facilitator)});
    change.summary = summary_of(state);
    making_.push_back(std::move(key));
    const auto id = state.id;
    store_.commit_trajectory(id, 0, std::move(change), [this, state = std::move(state), done = std::move(done)](auto written) mutable {
        if (!written) {
            done(std::unexpected{Why{Trouble::unavailable}});
            return find_out(std::move(state));
        }
        std::erase(making_, state.made_with);
        summaries_[state.id] = summary_of(state);
        const auto id = state.id;
        make_room();
        open_[id] = Open{std::move(state), {}, {}, false, clock_.now()};
        done(id);
    });
}

/// Nobody knows whether a new one was written: when it was, the repeat of its command finds it.
void Trajectories::find_out(Trajectory made) {
    store_.load_trajectory(made.id, [this, key = made.made_with](auto stored) {
        std::erase(making_, key);
        if (stored) summaries_[stored->id] = summary_of(*stored);
    });
}

void Trajectories::command(TrajectoryId id, trajectory::OrganiserId by, std::string key, trajectory::Command what,
                           Done<Answer> done) {
    auto* opened = open(id);
    const auto refuse = [&](Trouble why) {
        later_([why, done = std::move(done)]() mutable { done(std::unexpected{Why{why}}); });
    };
    if (!opened) return refuse(Trouble::not_found);
    if (opened->asked.size() >= waiting_max) return refuse(Trouble::unavailable);
    opened->asked.push_back({by, std::move(key), std::move(what), std::move(done)});
    if (opened->state && !opened->is_writing) later_([this, id] { go_on(id); });
}

void Trajectories::look(TrajectoryId id, std::optional<domain::Version> after, Done<const Trajectory*> done) {
    auto* opened = open(id);
    if (!opened || opened->lookers.size() >= waiting_max)
        return later_([done = std::move(done)]() mutable { done(nullptr); });
    // Without `after` whoever asks waits for the disk alone.
    opened->lookers.push_back({after.value_or(0), after ? clock_.now() + waits : base::Time{}, std::move(done)});
    if (opened->state && !opened->is_writing) later_([this, id] {
        if (const auto found = open_.find(id); found != open_.end()) tell(found->second);
    });
}

void Trajectories::remove(TrajectoryId id, Done<std::expected<void, Trouble>> done) {
    if (!summaries_.contains(id))
        return later_([done = std::move(done)]() mutable { done(std::unexpected{Trouble::not_found}); });
    store_.remove_trajectory(id, [this, id, done = std::move(done)](auto removed) mutable {
        if (!removed) return done(std::unexpected{Trouble::unavailable});
        summaries_.erase(id);
        lose(id);
        done({});
    });
}

void Trajectories::stop() {
    storage_full_ = true;
    while (!open_.empty()) lose(open_.begin()->first);
}

void Trajectories::tick() {
    for (auto& [id, opened] : open_)
        if (opened.state && !opened.is_writing) tell(opened);
}

Trajectories::Open* Trajectories::open(const TrajectoryId& id) {
    if (!summaries_.contains(id)) return nullptr;
    if (const auto found = open_.find(id); found != open_.end()) {
        found->second.used_at = clock_.now();
        return &found->second;
    }
    make_room();
    auto& opened = open_[id];
    opened.used_at = clock_.now();
    store_.load_trajectory(id, [this, id](auto state) { loaded(id, std::move(state)); });
    return &opened;
}

void Trajectories::loaded(const TrajectoryId& id, std::expected<Trajectory, store::LoadError> state) {
    const auto found = open_.find(id);
    if (found == open_.end() || found->second.state) return;
    if (!state) return lose(id);
    found->second.state = std::move(*state);
    // After a write whose outcome was unknown it may have more than the list knew.
    summaries_[id] = summary_of(*found->second.state);
    go_on(id);
}

/// Decides what waits, one after the other, until something has to be written.
void Trajectories::go_on(const TrajectoryId& id) {
    const auto found = open_.find(id);
    if (found == open_.end() || !found->second.state || found->second.is_writing) return;
    auto& opened = found->second;
    while (!opened.asked.empty()) {
        auto asked = std::move(opened.asked.front());
        opened.asked.pop_front();
        if (const auto version = version_of(*opened.state, asked.key)) {
            asked.done(*version);
            continue;
        }
        if (storage_full_) {
            asked.done(std::unexpected{Why{Trouble::unavailable}});
            continue;
        }
        auto event = decide(*opened.state, asked.what, today());
        if (event) return write(id, std::move(asked), std::move(*event));
        asked.done(std::unexpected{Why{event.error()}});
    }
    tell(opened);
}

void Trajectories::write(const TrajectoryId& id, Asked asked, trajectory::Event event) {
    auto& opened = open_.at(id);
    opened.is_writing = true;
    const auto seen = opened.state->version;
    trajectory::Happened happened{seen + 1, clock_.now(), asked.by, asked.key, undone_by(asked.what), std::move(event)};
    auto next = *opened.state;
    evolve(next, happened);
    store::TrajectoryCommit change{{happened}, summary_of(next)};
    store_.commit_trajectory(id, seen, std::move(change),
                             [this, id, next = std::move(next), done = std::move(asked.done)](auto written) mutable {
        const auto found = open_.find(id);
        if (!written || found == open_.end()) {
            // Nobody knows whether it was written: it is read again.
            done(std::unexpected{Why{Trouble::unavailable}});
            return lose(id);
        }
        found->second.is_writing = false;
        found->second.state = std::move(next);
        summaries_[id] = summary_of(*found->second.state);
        done(found->second.state->version);
        go_on(id);
    });
}

void Trajectories::tell(Open& opened) {
    const auto now = clock_.now();
    std::vector<Looker> due;
    std::erase_if(opened.lookers, [&](Looker& looker) {
        if (opened.state->version <= looker.after && looker.until > now) return false;
        due.push_back(std::move(looker));
        return true;
    });
    for (auto& looker : due) looker.done(&*opened.state);
}

void Trajectories::lose(const TrajectoryId& id) {
    auto lost = open_.extract(id);
    if (lost.empty()) return;
    for (auto& asked : lost.mapped().asked) asked.done(std::unexpected{Why{Trouble::unavailable}});
    for (auto& looker : lost.mapped().lookers) looker.done(nullptr);
}

void Trajectories::make_room() {
    while (open_.size() >= open_max) {
        auto oldest = open_.end();
        for (auto one = open_.begin(); one != open_.end(); ++one) {
            const auto& opened = one->second;
            const bool is_quiet = opened.state && !opened.is_writing && opened.asked.empty() && opened.lookers.empty();
            if (is_quiet && (oldest == open_.end() || opened.used_at < oldest->second.used_at)) oldest = one;
        }
        if (oldest == open_.end()) return;  // everyone is at work
        open_.erase(oldest);
    }
}

}  // namespace kiemkring::live
