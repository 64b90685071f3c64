// What a session agreed on, for somebody's calendar: the next step, and from its dossier the tasks and the opening.
#pragma once

#include <string>

#include "domain/trajectory/trajectory.h"
#include "report/log.h"
#include "report/session_report.h"

namespace kiemkring::report {

/// Empty when nothing has a day yet. Who does a task is said unless nobody is to be named. `dossier` is the trajectory that the session
/// belongs to, when the reader may know it.
[[nodiscard]] std::string session_calendar(const Log& log, const domain::SessionId& id, std::string_view language, Naming naming,
                                           const domain::trajectory::Trajectory* dossier);

}  // namespace kiemkring::report
