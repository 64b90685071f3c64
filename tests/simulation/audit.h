// Looks at every frame when the server lets go of it, beside what is durable at that moment.
#pragma once

#include "simulation/disk.h"
#include "simulation/world.h"

namespace kiemkring::simulation {

/// Complains of what is told before it is on disk, and of what this client's role may not see.
void audit(World& world, const Disk& disk, const Client& to, const Message& message);

}  // namespace kiemkring::simulation
