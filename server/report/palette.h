// The colours of pages to keep: those of web/ui/tokens.css in light, where their contrast is checked.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "report/document.h"

namespace kiemkring::report {

/// 0xRRGGBB
using Color = std::uint32_t;

inline constexpr Color ink = 0x17231c, soft_ink = 0x48564c, hair = 0xd5d3c4, moss = 0x2c5f3e, clay = 0xa8431f, white = 0xffffff, gold = 0xe3aa2f,
                       poster_paper = 0xfbfaf5;

struct HueColors {
    Color tint{}, strong{};
};
[[nodiscard]] constexpr HueColors colors_of(Hue hue) {
    constexpr std::array<HueColors, 9> colors{{{0xf3f1e7, 0x48564c}, {0xddebdd, 0x2c5f3e}, {0xf7e0d4, 0xa8431f}, {0xd9eaf2, 0x1f6585},
                                               {0xeedfec, 0x7a3e73}, {0xf6e7bf, 0x7a5a00}, {0xd3ece8, 0x0f6460}, {0xf6dadd, 0x9c2740},
                                               {0xe9e1d8, 0x65492f}}};
    return colors.at(static_cast<std::size_t>(hue));
}

/// Green, amber and red from 0, as different in grey as they can be: dark, light and in between.
[[nodiscard]] constexpr Color light_of(std::size_t step) {
    constexpr std::array<Color, 3> colors{0x2c5f3e, 0xf0c04c, 0xb5522d};
    return colors.at(step);
}

}  // namespace kiemkring::report
