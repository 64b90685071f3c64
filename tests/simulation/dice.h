// All chance of a simulated world comes from one seed.
#pragma once

#include <random>

#include "base/random.h"
#include "base/time.h"

namespace kiemkring::simulation {

using base::Milliseconds;

class Dice final : public base::Random {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_() >> 32);
    }
    /// 0 up to below `count`.
    std::uint64_t below(std::uint64_t count) { return engine_() % count; }
    bool chance(double probability) { return static_cast<double>(engine_() >> 11) * 0x1p-53 < probability; }
    Milliseconds between(std::int64_t from, std::int64_t to) {
        return Milliseconds{from + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(to - from + 1)))};
    }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace kiemkring::simulation
