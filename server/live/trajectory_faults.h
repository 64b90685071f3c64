// Bugs of trajectories on purpose, as faults.h has them of sessions: the simulation switches one on and must notice. All are off in
// the server.
#pragma once

#include <array>
#include <string_view>

namespace kiemkring::live {

struct TrajectoryFaults {
    bool answers_before_commit{};
    bool decides_repeats{};
    bool keeps_what_failed{};
    bool takes_twice{};
    bool takes_any_version{};
    bool takes_once{};
    bool takes_before_the_end{};
};

/// What each of them does.
struct TrajectoryFault {
    bool TrajectoryFaults::* is_on;
    std::string_view what;
};

inline constexpr std::array trajectory_faults{
    TrajectoryFault{&TrajectoryFaults::answers_before_commit, "answers before the store has"},
    TrajectoryFault{&TrajectoryFaults::decides_repeats, "decides a repeated command once more"},
    TrajectoryFault{&TrajectoryFaults::keeps_what_failed, "goes on with what was not written"},
    TrajectoryFault{&TrajectoryFaults::takes_twice, "takes results as if nothing had come of the session before"},
    TrajectoryFault{&TrajectoryFaults::takes_any_version, "lets an older version of a session replace a newer one"},
    TrajectoryFault{&TrajectoryFaults::takes_once, "does not look again at a session of which it has results"},
    TrajectoryFault{&TrajectoryFaults::takes_before_the_end, "takes results of a session that goes on"},
};

}  // namespace kiemkring::live
