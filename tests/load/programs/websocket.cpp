#include "websocket.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace load {
namespace {

void append_head(std::string& to, std::size_t size, unsigned opcode, unsigned mask_bit) {
    to.push_back(static_cast<char>(0x80 | opcode));
    int length_bytes = 0;
    if (size < 126) {
        to.push_back(static_cast<char>(mask_bit | size));
    } else if (size < 65536) {
        to.push_back(static_cast<char>(mask_bit | 126));
        length_bytes = 2;
    } else {
        to.push_back(static_cast<char>(mask_bit | 127));
        length_bytes = 8;
    }
    while (length_bytes-- > 0) to.push_back(static_cast<char>(size >> (8 * length_bytes)));
}

std::array<std::uint8_t, 20> sha1(std::string text) {
    std::array<std::uint32_t, 5> hash{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    const std::uint64_t bits = text.size() * 8;
    text.push_back(static_cast<char>(0x80));
    while (text.size() % 64 != 56) text.push_back(0);
    for (int shift = 56; shift >= 0; shift -= 8) text.push_back(static_cast<char>(bits >> shift));

    for (std::size_t block = 0; block < text.size(); block += 64) {
        std::array<std::uint32_t, 80> words;
        for (std::size_t i = 0; i < 16; ++i) {
            words[i] = 0;
            for (std::size_t j = 0; j < 4; ++j)
                words[i] = words[i] << 8 | static_cast<std::uint8_t>(text[block + 4 * i + j]);
        }
        for (std::size_t i = 16; i < 80; ++i)
            words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        auto [a, b, c, d, e] = hash;
        for (std::size_t i = 0; i < 80; ++i) {
            const std::uint32_t mixed = i < 20   ? ((b & c) | (~b & d)) + 0x5A827999
                                        : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                                        : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                                                 : (b ^ c ^ d) + 0xCA62C1D6;
            const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
            e = d;
            d = c;
            c = std::rotl(b, 30);
            b = a;
            a = next;
        }
        hash = {hash[0] + a, hash[1] + b, hash[2] + c, hash[3] + d, hash[4] + e};
    }
    std::array<std::uint8_t, 20> digest;
    for (std::size_t i = 0; i < 20; ++i)
        digest[i] = static_cast<std::uint8_t>(hash[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

}  // namespace

std::optional<Frame> read_frame(char* bytes, std::size_t size) {
    if (size < 2) return std::nullopt;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const bool masked = byte(1) & 0x80;
    std::uint64_t length = byte(1) & 0x7F;
    std::size_t head = 2;
    if (length > 125) {
        const std::size_t length_bytes = length == 126 ? 2 : 8;
        if (size < head + length_bytes) return std::nullopt;
        length = 0;
        while (head < 2 + length_bytes) length = length << 8 | byte(head++);
    }
    const std::size_t mask_at = head;
    if (masked) head += 4;
    if (size < head || size - head < length) return std::nullopt;
    if (masked)
        for (std::size_t i = 0; i < length; ++i) bytes[head + i] ^= bytes[mask_at + i % 4];
    return Frame{byte(0) & 0x0Fu, {bytes + head, length}, head + length};
}

void append_frame(std::string& to, std::string_view payload, unsigned opcode) {
    append_head(to, payload.size(), opcode, 0);
    to.append(payload);
}

void append_masked_frame(std::string& to, std::string_view payload, unsigned opcode) {
    append_head(to, payload.size(), opcode, 0x80);
    to.append(4, '\0');
    to.append(payload);
}

std::string accept_of(std::string_view key) {
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digest = sha1(std::string{key} + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    std::string text;
    for (std::size_t i = 0; i < 20; i += 3) {
        const std::uint32_t three =
            digest[i] << 16 | (i + 1 < 20 ? digest[i + 1] << 8 : 0) | (i + 2 < 20 ? digest[i + 2] : 0);
        for (int part = 0; part < 4; ++part) text.push_back(digits[three >> (18 - 6 * part) & 63]);
    }
    text.back() = '=';
    return text;
}

}  // namespace load
