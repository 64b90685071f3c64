// What a client must have when it knows all that is durable; worked out from the session each time, without a cache.
#pragma once

#include <map>
#include <string>

#include "simulation/client.h"

namespace kiemkring::simulation {

/// The records of the client's audience.
[[nodiscard]] Keyed seen_by(const domain::Session& session, const Client& client);
/// Its own record; none for a tablet or a big screen.
[[nodiscard]] Keyed only_for(const domain::Session& session, const Client& client);

/// Complains of every record that is missing, different or too much.
void compare(World& world, const Client& client, const Records& has, const Keyed& expected);

}  // namespace kiemkring::simulation
