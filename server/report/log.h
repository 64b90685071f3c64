// A session as reports read it: what happened, and the state that it made.
#pragma once

#include <span>

#include "domain/session/session.h"

namespace kiemkring::report {

/// Both are of one version, and outlive what is made from them.
struct Log {
    const domain::Session& session;
    std::span<const domain::Happened> events;
};

}  // namespace kiemkring::report
