// Sees to it that what live sessions came to is in the trajectories that they belong to. It looks again and again, so what a crash
// left undone is done after the start, and a session that was brought in or opened again is no other case. Of one that was erased
// nobody stays behind in a trajectory.
#pragma once

#include <map>
#include <set>

#include "live/hub.h"
#include "live/trajectories.h"

namespace kiemkring::live {

class ResultsTaker {
public:
    /// Both must be gone before it is.
    ResultsTaker(Hub& hub, Trajectories& trajectories, const base::Clock& clock, TrajectoryFaults faults = {});

    /// To be called every second or so.
    void tick();

private:
    void take(const TrajectoryId& trajectory, const domain::SessionId& session);
    void erase(const TrajectoryId& trajectory, const domain::SessionId& session);

    Hub& hub_;
    Trajectories& trajectories_;
    const base::Clock& clock_;
    TrajectoryFaults faults_;
    std::set<domain::SessionId> busy_;
    std::map<domain::SessionId, domain::Version> looked_at_;  ///< those in which a dossier found nothing new
    base::Time not_before_{};                                 ///< after something went wrong
};

}  // namespace kiemkring::live
