#include "domain/trajectory/gates.h"

namespace kiemkring::domain::trajectory {

std::vector<Missing> missing(const Trajectory& trajectory, Step step, const Day& today) {
    switch (step) {
        case Step::green_date: return missing_at_green_date(trajectory);
        case Step::session: return missing_at_session(trajectory);
        case Step::choice: return missing_at_choice(trajectory);
        case Step::plan: return missing_at_plan(trajectory, today);
        case Step::opening: return missing_at_opening(trajectory);
    }
    return {};
}

}  // namespace kiemkring::domain::trajectory
