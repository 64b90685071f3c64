#pragma once

#include "base/random.h"

namespace kiemkring::base {

/// The kernel's randomness. Construct one before anything else uses libsodium: it initialises it.
class SystemRandom final : public Random {
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace kiemkring::base
