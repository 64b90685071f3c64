// Why each step is open: read from what was decided, so that a later reason does not stand in the place of an earlier one.
#pragma once

#include <vector>

#include "domain/trajectory/trajectory.h"

namespace kiemkring::domain::trajectory {

struct StepReasons {
    Step step{};
    std::string opened;    ///< why it opened while something was still missing; empty: nothing was
    std::string reopened;  ///< why it was opened again, from a later step or after the end; empty: it was not, or the next step opened since
    bool operator==(const StepReasons&) const = default;
};
BOOST_DESCRIBE_STRUCT(StepReasons, (), (step, opened, reopened))

/// Of the steps that have a reason, in their order. What was taken back does not count. Which step the one reason in a file was about is
/// not known: there it is only in the progress.
[[nodiscard]] std::vector<StepReasons> reasons_of(const Trajectory& trajectory);

}  // namespace kiemkring::domain::trajectory
