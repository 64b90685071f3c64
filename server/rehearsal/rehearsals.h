// The crowds of the rehearsals on one server: one for each session, and a few at a time.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "rehearsal/crowd.h"

namespace kiemkring::rehearsal {

class Rehearsals {
public:
    static constexpr std::size_t at_once_max = 8;

    /// Fills a session. Where a crowd is still there nothing happens. False: there are too many elsewhere.
    bool fill(const std::string& session, Order order);

private:
    std::map<std::string, std::unique_ptr<Crowd>> crowds_;
};

}  // namespace kiemkring::rehearsal
