// All that simulated people decide by chance comes from one seed each.
#pragma once

#include <random>

#include "base/time.h"

namespace kiemkring::rehearsal {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// 0 up to below `count`.
    std::uint64_t below(std::uint64_t count) { return engine_() % count; }
    bool chance(double probability) { return static_cast<double>(engine_() >> 11) * 0x1p-53 < probability; }
    base::Milliseconds between(base::Milliseconds from, base::Milliseconds to) {
        return from + base::Milliseconds{below(static_cast<std::uint64_t>((to - from).count()) + 1)};
    }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace kiemkring::rehearsal
