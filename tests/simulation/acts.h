// What people do: phones what the round asks for, the tablet walks through all rounds.
#pragma once

#include "simulation/world.h"

namespace kiemkring::simulation {

/// One thing that this client does now, from the records it has; nothing when there is nothing to do.
void act(World& world, Client& client);

/// What must never be in a frame to anybody else: the contact data of this client.
[[nodiscard]] std::string contact_canary(const Client& client);

}  // namespace kiemkring::simulation
