// The port to the machine's randomness.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace kiemkring::base {

/// Where randomness comes from. The simulation brings a seeded one.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    /// 64 random bits.
    std::uint64_t number() {
        std::uint8_t bytes[8];
        fill(bytes);
        std::uint64_t value = 0;
        for (auto byte : bytes) value = value << 8 | byte;
        return value;
    }

    /// `count` random bytes as lower-case hex digits.
    std::string hex(std::size_t count) {
        static constexpr char digits[] = "0123456789abcdef";
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            std::uint8_t byte[1];
            fill(byte);
            text += digits[byte[0] >> 4];
            text += digits[byte[0] & 15];
        }
        return text;
    }
};

}  // namespace kiemkring::base
