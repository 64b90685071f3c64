// The order by lot that a seed gives: anybody can repeat it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace kiemkring::domain {

/// SplitMix64 steps from the seed drive a Fisher-Yates shuffle, from the end.
template <class T>
void shuffle(std::uint64_t seed, std::vector<T>& things) {
    const auto next = [&seed] {
        auto z = seed += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    };
    for (auto i = things.size(); i > 1; --i) std::swap(things[i - 1], things[next() % i]);
}

}  // namespace kiemkring::domain
