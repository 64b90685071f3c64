// All that simulated people decide by chance comes from one seed each.
#pragma once

#include <random>

#include "base/time.h"

namespace kiemkring::rehearsal {

/// A word made of two, as random as a hash.
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t z = a + 0x9e3779b97f4a7c15ULL * (b + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

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
