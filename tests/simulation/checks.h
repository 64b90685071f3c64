// What must be true of a world that has calmed down. Each adds what is wrong to its complaints.
#pragma once

#include "simulation/world.h"

namespace kiemkring::simulation {

[[nodiscard]] bool nothing_happened_twice(World& world);
[[nodiscard]] bool everything_accepted_is_stored(World& world);
[[nodiscard]] bool all_screens_agree(World& world);
/// No frame, at any time, held what its receiver may not see.
[[nodiscard]] bool nobody_saw_a_secret(const World& world);
/// Whatever else a client or the audit of the frames noticed.
[[nodiscard]] bool nobody_complained(const World& world);
/// All complaints, a line each.
[[nodiscard]] std::string complaints_of(const World& world);

/// All five.
[[nodiscard]] bool keeps_its_promises(World& world);

}  // namespace kiemkring::simulation
