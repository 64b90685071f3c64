#include "live/trajectories.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "base/log.h"

namespace kiemkring::live {

using trajectory::Trajectory;

namespace {

Trajectories::Accepted accepted(const trajectory::Happened& happened) {
    const auto* set = std::get_if<trajectory::EntrySet>(&happened.what);
    return {happened.version, set ? set->id : trajectory::EntryId{}};
}

/// What a command with this key got.
std::optional<Trajectories::Accepted> accepted_before(const Trajectory& state, const std::string& key) {
    if (key.empty()) return std::nullopt;
    const auto found = std::ranges::find(state.recent, key, &trajectory::Happened::key);
    return found == state.recent.end() ? std::nullopt : std::optional{accepted(*found)};
}

domain::Version undone_by(const std::variant<trajectory::Command, trajectory::ServerCommand>& what) {
    const auto* command = std::get_if<trajectory::Command>(&what);
    const auto* undo = command ? std::get_if<trajectory::UndoEvent>(command) : nullptr;
    return undo ? undo->version : 0;
}

/// For the faults alone: as if nothing had come of that session, or only no version of it.
Trajectory without_what_came(Trajectory state, const std::string& session, bool entries_too) {
    for (auto& [id, kept] : state.entries) {
        auto* plan = std::get_if<trajectory::SessionPlan>(&kept.entry);
        if (!plan || plan->session != session) continue;
        plan->session_version = 0;
        if (entries_too) plan->taken_note.clear();
    }
    if (entries_too)
        std::erase_if(state.entries, [](const auto& one) {
            const auto& entry = one.second.entry;
            const auto* idea = std::get_if<trajectory::Idea>(&entry);
            return std::holds_alternative<trajectory::Mark>(entry) || std::holds_alternative<trajectory::Commitment>(entry) || (idea && !idea->session.empty());
        });
    return state;
}

}  // namespace

Trajectories::Trajectories(store::TrajectoryStore& store, const base::Clock& clock, base::Random& random,
                           std::function<void(Done<>)> later, TrajectoryFaults faults)
    : store_{store}, clock_{clock}, random_{random}, later_{std::move(later)}, faults_{faults}, run_{random.hex(8)} {
    for (auto& summary : store_.read_trajectories()) list(std::move(summary));
}

void Trajectories::list(trajectory::Summary summary) {
    auto& change = change_of_[summary.id];
    changes_.erase(change);
    change = ++last_change_;
    changes_.emplace(change, summary.id);
    if (!summary.made_with.empty()) made_by_[summary.made_with] = summary.id;
    summaries_[summary.id] = std::move(summary);
}

void Trajectories::unlist(const TrajectoryId& id) {
    const auto gone = summaries_.extract(id);
    if (gone.empty()) return;
    made_by_.erase(gone.mapped().made_with);
    const auto before = change_of_.extract(id);
    changes_.erase(before.mapped());
    changes_.emplace(++last_change_, id);
    erased_.push_back(last_change_);
    if (erased_.size() <= gone_max) return;
    forgotten_ = erased_.front();
    changes_.erase(forgotten_);
    erased_.pop_front();
}

Trajectories::Listed Trajectories::listed_after(std::string_view mark) const {
    Listed listed;
    std::uint64_t since{};
    const bool is_ours = mark.size() > run_.size() + 1 && mark.starts_with(run_) && mark[run_.size()] == '.';
    const auto digits = is_ours ? mark.substr(run_.size() + 1) : std::string_view{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), since);
    listed.whole = !is_ours || error != std::errc{} || end != digits.data() + digits.size() || since < forgotten_ || since > last_change_;
    if (listed.whole) since = 0;
    for (auto next = changes_.upper_bound(since); next != changes_.end(); ++next) {
        if (listed.changed.size() + listed.gone.size() == listed_at_once_max) {
            listed.more = true;
            break;
        }
        since = next->first;
        if (const auto found = summaries_.find(next->second); found != summaries_.end()) listed.changed.push_back(&found->second);
        else if (!listed.whole) listed.gone.push_back(next->second);
    }
    listed.mark = fmt::format("{}.{}", run_, std::max(since, listed.more ? 0 : last_change_));
    return listed;
}

std::vector<const trajectory::Summary*> Trajectories::all() const {
    std::vector<const trajectory::Summary*> listed;
    listed.reserve(summaries_.size());
    for (const auto& [id, summary] : summaries_) listed.push_back(&summary);
    return listed;
}

TrajectoryId Trajectories::with_session(const std::string& session) const {
    for (const auto& [id, summary] : summaries_)
        if (std::ranges::find(summary.sessions, session, &trajectory::LinkedSession::session) != summary.sessions.end()) return id;
    return {};
}

const trajectory::Summary* Trajectories::summary(const TrajectoryId& id) const {
    const auto found = summaries_.find(id);
    return found == summaries_.end() ? nullptr : &found->second;
}

bool Trajectories::is_as_made(const TrajectoryId& id) const {
    const auto* known = summary(id);
    const auto found = open_.find(id);
    const bool is_busy = found != open_.end() && (found->second.is_writing || !found->second.asked.empty());
    return known && known->changed_at == known->created_at && !is_busy;
}

trajectory::Day Trajectories::today() const {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(clock_.now())};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

void Trajectories::create(trajectory::OrganiserId by, std::string key, std::vector<trajectory::Entry> entries,
                          std::string facilitator, Done<std::expected<TrajectoryId, Why>> done) {
    Trajectory state;
    std::vector<trajectory::Event> events;
    const auto add = [&](trajectory::Event event) {
        events.push_back(event);
        evolve(state, {state.version + 1, clock_.now(), by, key, 0, std::move(event)});
    };
    for (auto& entry : entries) {
        auto event = decide(state, trajectory::PutEntry{{}, std::nullopt, std::move(entry)}, today());
        if (!event)
            return later_([why = event.error(), done = std::move(done)]() mutable { done(std::unexpected{Why{why}}); });
        add(std::move(*event));
    }
    if (!facilitator.empty()) add(trajectory::FacilitatorSet{{}, std::move(facilitator)});
    bring_in(by, std::move(key), std::move(events), std::move(done));
}

std::optional<std::expected<TrajectoryId, Trajectories::Why>> Trajectories::begun(const std::string& key) const {
    if (const auto made = made_by_.find(key); made != made_by_.end()) return made->second;
    const bool is_making = std::ranges::find(making_, key) != making_.end();
    if (storage_full_ || is_making || making_.size() >= making_max) return std::unexpected{Why{Trouble::unavailable}};
    if (summaries_.size() >= trajectories_max) return std::unexpected{Why{Trouble::too_many}};
    return std::nullopt;
}

void Trajectories::bring_in(trajectory::OrganiserId by, std::string key, std::vector<trajectory::Event> events,
                            Done<std::expected<TrajectoryId, Why>> done) {
    if (auto before = begun(key))
        return later_([before = std::move(*before), done = std::move(done)]() mutable { done(std::move(before)); });
    Trajectory state;
    state.id = random_.hex(8);
    store::TrajectoryCommit change;
    // In one moment: whatever comes later shows by its time that it is not as it was made.
    const auto now = clock_.now();
    for (auto& event : events) {
        change.events.push_back({state.version + 1, now, by, key, 0, std::move(event)});
        evolve(state, change.events.back());
    }
    change.summary = summary_of(state);
    making_.push_back(std::move(key));
    const auto id = state.id;
    store_.commit_trajectory(id, 0, std::move(change), [this, state = std::move(state), done = std::move(done)](auto written) mutable {
        if (!written) {
            done(std::unexpected{Why{Trouble::unavailable}});
            return find_out(std::move(state));
        }
        std::erase(making_, state.made_with);
        list(summary_of(state));
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
        if (stored) list(summary_of(*stored));
    });
}

void Trajectories::command(TrajectoryId id, trajectory::OrganiserId by, std::string key, trajectory::Command what,
                           Done<Answer> done) {
    ask(std::move(id), {by, std::move(key), std::move(what), std::move(done)});
}

void Trajectories::add_picture(TrajectoryId id, trajectory::OrganiserId by, std::string key, trajectory::Entry entry,
                               std::shared_ptr<const domain::PictureBytes> picture,
                               Done<std::expected<trajectory::EntryId, Why>> done) {
    auto answer = [done = std::move(done)](Answer made) mutable {
        if (!made) return done(std::unexpected{made.error()});
        done(made->entry);
    };
    ask(id, {by, std::move(key), trajectory::PutEntry{{}, std::nullopt, std::move(entry)}, std::move(answer), std::move(picture)});
}

void Trajectories::picture(TrajectoryId id, trajectory::EntryId entry, store::PictureSize size,
                           Done<std::expected<std::string, Trouble>> done) {
    store_.load_trajectory_picture(id, entry, size, [done = std::move(done)](auto bytes) mutable {
        if (bytes) return done(std::move(*bytes));
        done(std::unexpected{bytes.error() == store::LoadError::not_found ? Trouble::not_found : Trouble::unavailable});
    });
}

void Trajectories::pictures(TrajectoryId id, Done<std::expected<std::vector<domain::PictureRow>, Trouble>> done) {
    store_.load_trajectory_pictures(id, [done = std::move(done)](auto rows) mutable {
        if (rows) return done(std::move(*rows));
        done(std::unexpected{rows.error() == store::LoadError::not_found ? Trouble::not_found : Trouble::unavailable});
    });
}

void Trajectories::command(TrajectoryId id, trajectory::OrganiserId by, trajectory::ServerCommand what, Done<Answer> done) {
    ask(std::move(id), {by, {}, std::move(what), std::move(done)});
}

void Trajectories::ask(TrajectoryId id, Asked asked) {
    auto* opened = open(id);
    const auto refuse = [&](Trouble why) {
        later_([why, done = std::move(asked.done)]() mutable { done(std::unexpected{Why{why}}); });
    };
    if (!opened) return refuse(is_stopped_ ? Trouble::unavailable : Trouble::not_found);
    if (opened->asked.size() >= waiting_max) return refuse(Trouble::unavailable);
    opened->asked.push_back(std::move(asked));
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

void Trajectories::look_back(TrajectoryId id, domain::Version version, Done<std::expected<Trajectory, Trouble>> done) {
    if (!summaries_.contains(id))
        return later_([done = std::move(done)]() mutable { done(std::unexpected{Trouble::not_found}); });
    store_.load_trajectory_at(id, version, [done = std::move(done)](auto then) mutable {
        if (then) return done(std::move(*then));
        done(std::unexpected{then.error() == store::LoadError::not_found ? Trouble::not_found : Trouble::unavailable});
    });
}

void Trajectories::events(TrajectoryId id, Done<std::expected<std::vector<trajectory::Happened>, Trouble>> done) {
    if (!summaries_.contains(id))
        return later_([done = std::move(done)]() mutable { done(std::unexpected{Trouble::not_found}); });
    store_.load_trajectory_events(id, [done = std::move(done)](auto events) mutable {
        if (events) return done(std::move(*events));
        done(std::unexpected{Trouble::unavailable});
    });
}

void Trajectories::remove(TrajectoryId id, Done<std::expected<void, Trouble>> done) {
    if (is_stopped_ || !summaries_.contains(id))
        return later_([why = is_stopped_ ? Trouble::unavailable : Trouble::not_found, done = std::move(done)]() mutable {
            done(std::unexpected{why});
        });
    store_.remove_trajectory(id, [this, id, done = std::move(done)](auto removed) mutable {
        if (!removed) return done(std::unexpected{Trouble::unavailable});
        unlist(id);
        lose(id);
        done({});
    });
}

void Trajectories::erase_kept_until(const trajectory::Day& today) {
    std::vector<TrajectoryId> due;
    for (const auto& [id, summary] : summaries_)
        if (!summary.neighbours_until.empty() && summary.neighbours_until < today) due.push_back(id);
    for (const auto& id : due)
        command(id, 0, trajectory::NeighboursKept{today}, [id](auto done) {
            if (done) base::log("trajectory {}: neighbours erased whose year is over", id);
        });
}

void Trajectories::stop() {
    storage_full_ = is_stopped_ = true;
    while (!open_.empty()) lose(open_.begin()->first);
}

void Trajectories::tick() {
    for (auto& [id, opened] : open_)
        if (opened.state && !opened.is_writing) tell(opened);
}

Trajectories::Open* Trajectories::open(const TrajectoryId& id) {
    if (is_stopped_ || !summaries_.contains(id)) return nullptr;
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
    if (auto summary = summary_of(*found->second.state); summaries_.contains(id) && summary != summaries_[id]) list(std::move(summary));
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
        if (const auto before = accepted_before(*opened.state, asked.key); before && !faults_.decides_repeats) {
            asked.done(*before);
            continue;
        }
        if (storage_full_) {
            asked.done(std::unexpected{Why{Trouble::unavailable}});
            continue;
        }
        auto events = decided(*opened.state, asked);
        if (!events) asked.done(std::unexpected{Why{events.error()}});
        else if (events->empty()) asked.done(Accepted{opened.state->version, {}});
        else return write(id, std::move(asked), std::move(*events));
    }
    tell(opened);
}

std::expected<std::vector<trajectory::Event>, trajectory::Refusal> Trajectories::decided(const Trajectory& state, const Asked& asked) const {
    if (const auto* own = std::get_if<trajectory::ServerCommand>(&asked.what)) {
        const auto* results = std::get_if<trajectory::SessionResults>(own);
        if (results && (faults_.takes_twice || faults_.takes_any_version)) return decide(without_what_came(state, results->session, faults_.takes_twice), *own);
        return decide(state, *own);
    }
    const auto& what = std::get<trajectory::Command>(asked.what);
    const auto* put = std::get_if<trajectory::PutEntry>(&what);
    if (put && !put->id && has_picture(put->now) != (asked.picture != nullptr))
        return std::unexpected{trajectory::Refusal{trajectory::Reason::wrong_kind, {}}};
    auto event = decide(state, what, today());
    if (!event) return std::unexpected{event.error()};
    return std::vector{std::move(*event)};
}

void Trajectories::write(const TrajectoryId& id, Asked asked, std::vector<trajectory::Event> events) {
    auto& opened = open_.at(id);
    opened.is_writing = true;
    const auto seen = opened.state->version;
    auto next = *opened.state;
    store::TrajectoryCommit change;
    for (auto& event : events) {
        change.events.push_back({next.version + 1, clock_.now(), asked.by, asked.key, undone_by(asked.what), std::move(event)});
        evolve(next, change.events.back());
    }
    change.summary = summary_of(next);
    change.picture = std::move(asked.picture);
    if (faults_.answers_before_commit) std::exchange(asked.done, [](Answer) {})(accepted(next.recent.back()));
    store_.commit_trajectory(id, seen, std::move(change),
                             [this, id, next = std::move(next), done = std::move(asked.done)](auto written) mutable {
        const auto found = open_.find(id);
        if ((!written && !faults_.keeps_what_failed) || found == open_.end()) {
            // Nobody knows whether it was written: it is read again.
            done(std::unexpected{Why{Trouble::unavailable}});
            return lose(id);
        }
        found->second.is_writing = false;
        found->second.state = std::move(next);
        list(summary_of(*found->second.state));
        done(accepted(found->second.state->recent.back()));
        go_on(id);
    });
}

void Trajectories::tell(Open& opened) {
    const auto now = clock_.now();
    std::vector<Looker> due;
    std::erase_if(opened.lookers, [&](Looker& looker) {
        if (opened.state->version == looker.after && looker.until > now) return false;
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
