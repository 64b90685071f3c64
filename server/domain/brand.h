// How the papers of an organisation look: its logo and one colour. Set once, for all that it makes.
#pragma once

#include <cstdint>
#include <string>

namespace kiemkring::domain {

struct Brand {
    std::uint32_t accent{0x2c5f3e};  ///< 0xRRGGBB
    std::string logo;                ///< a PNG that the decoder wrote; empty: none
    bool operator==(const Brand&) const = default;
};

}  // namespace kiemkring::domain
