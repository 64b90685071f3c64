// Who takes part: the file that steps/world.mjs writes and the generator completes with the ideas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace load {

struct Seat {
    unsigned room{}, seat{};
    std::string token;
    unsigned person{};
    unsigned idea{};  ///< the one this phone keeps editing; 0: none
};

struct World {
    unsigned rooms{}, seats{}, ideas{};  ///< seats and ideas of each room
    std::string fixed_records;           ///< of a snapshot, without the ideas
    std::vector<Seat> phones;            ///< room by room
};

/// Ends the program with a sentence when the file is not what it should be.
[[nodiscard]] World read_world(const std::string& file, unsigned rooms_max);
void write_world(const World& world, const std::string& file);

/// The text of an idea as edited for the `serial`-th time; what receivers look for stands at its
/// beginning.
[[nodiscard]] std::string idea_text(unsigned seat, std::uint32_t serial);
inline constexpr std::string_view mark = "@#";  ///< then two digits of the seat and eight of the serial
inline constexpr std::string_view explanation =
    "Van hout uit het park, met plek voor zes mensen in de lunchpauze.";

struct Edit {
    unsigned seat{};
    std::uint32_t serial{};
};
/// Reads what stands behind a mark.
[[nodiscard]] inline Edit read_edit(const char* behind_mark) {
    Edit edit{
        static_cast<unsigned>(behind_mark[0] - '0') * 10 + static_cast<unsigned>(behind_mark[1] - '0'),
        0};
    for (int i = 2; i < 10; ++i)
        edit.serial = edit.serial * 10 + static_cast<std::uint32_t>(behind_mark[i] - '0');
    return edit;
}

/// The number behind `"key":`, or `otherwise`. Only for frames in which nothing before it can hold that
/// text.
[[nodiscard]] std::uint64_t number_of(std::string_view frame, std::string_view quoted_key,
                                      std::uint64_t otherwise = 0);

[[noreturn]] void give_up(const std::string& sentence);

}  // namespace load
