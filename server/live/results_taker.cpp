#include "live/results_taker.h"

#include "base/log.h"

namespace kiemkring::live {
namespace {

constexpr base::Milliseconds pause_after_trouble{5'000};

}  // namespace

ResultsTaker::ResultsTaker(Hub& hub, Trajectories& trajectories, const base::Clock& clock, TrajectoryFaults faults)
    : hub_{hub}, trajectories_{trajectories}, clock_{clock}, faults_{faults} {}

void ResultsTaker::tick() {
    if (clock_.now() < not_before_) return;
    for (const auto* summary : trajectories_.all())
        for (const auto& [session, taken] : summary->sessions) {
            const auto* live = hub_.summary(session);
            if (!live) {
                erase(summary->id, session);
                continue;
            }
            const bool has_ended = live->status == domain::SessionStatus::ended || faults_.takes_before_the_end;
            if (!has_ended || !live->rehearsal_of.empty() || busy_.contains(session)) continue;
            const auto known = looked_at_.find(session);
            const bool is_new = taken == 0 || (!faults_.takes_once && static_cast<domain::Version>(taken) < live->version &&
                                               (known == looked_at_.end() || known->second < live->version));
            if (is_new) take(summary->id, session);
        }
}

void ResultsTaker::take(const TrajectoryId& trajectory, const domain::SessionId& session) {
    busy_.insert(session);
    hub_.look(session, [this, trajectory, session](const domain::Session* shown) {
        if (!shown || (shown->status != domain::SessionStatus::ended && !faults_.takes_before_the_end)) {
            busy_.erase(session);
            if (!shown) not_before_ = clock_.now() + pause_after_trouble;
            return;
        }
        const auto version = shown->version;
        trajectories_.command(trajectory, 0, domain::trajectory::results_of(*shown, session, trajectories_.today()), [this, session, trajectory, version](auto done) {
            busy_.erase(session);
            if (!done) {
                not_before_ = clock_.now() + pause_after_trouble;
                return base::log("results of session {} are not in trajectory {} yet", session, trajectory);
            }
            looked_at_[session] = version;
        });
    });
}

/// Not because the list has it no more, but because the disk has not.
void ResultsTaker::erase(const TrajectoryId& trajectory, const domain::SessionId& session) {
    if (!busy_.insert(session).second) return;
    hub_.read(session, [this, trajectory, session](auto stored) {
        if (stored || stored.error() != StoreTrouble::not_found) {
            busy_.erase(session);
            not_before_ = clock_.now() + pause_after_trouble;
            return;
        }
        trajectories_.command(trajectory, 0, domain::trajectory::SessionErased{session}, [this, session, trajectory](auto done) {
            busy_.erase(session);
            if (done) return base::log("session {} is erased: who was in it is erased in trajectory {} too", session, trajectory);
            not_before_ = clock_.now() + pause_after_trouble;
        });
    });
}

}  // namespace kiemkring::live
