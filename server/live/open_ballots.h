// What of a stored session may leave the server while a vote is open.
#pragma once

#include "store/event_store.h"

namespace kiemkring::live {

/// Without ballot links, and without the ballots of a vote that is open: that vote is then empty. Versions and
/// actions are numbered anew, without a gap.
[[nodiscard]] store::StoredSession without_open_ballots(store::StoredSession session);

}  // namespace kiemkring::live
