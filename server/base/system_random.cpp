#include "base/system_random.h"

#include <sodium.h>

#include <cstdlib>

namespace kiemkring::base {

SystemRandom::SystemRandom() {
    if (sodium_init() < 0) std::abort();  // nothing we promise holds without randomness
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

}  // namespace kiemkring::base
