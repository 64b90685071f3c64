#include "world.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace load {

void give_up(const std::string& sentence) {
    std::cerr << sentence << std::endl;
    std::_Exit(2);
}

World read_world(const std::string& file, unsigned rooms_max) {
    std::ifstream in{file};
    World world;
    if (!(in >> world.rooms >> world.seats >> world.ideas)) give_up(file + " is no world");
    in.ignore();
    std::getline(in, world.fixed_records);
    for (Seat seat; in >> seat.room >> seat.seat >> seat.token >> seat.person >> seat.idea;)
        if (seat.room < rooms_max) world.phones.push_back(seat);
    world.rooms = std::min(world.rooms, rooms_max);
    if (world.phones.size() != std::size_t{world.rooms} * world.seats) give_up(file + " misses phones");
    return world;
}

void write_world(const World& world, const std::string& file) {
    std::ofstream out{file, std::ios::trunc};
    out << world.rooms << ' ' << world.seats << ' ' << world.ideas << '\n'
        << world.fixed_records << '\n';
    for (const auto& seat : world.phones)
        out << seat.room << ' ' << seat.seat << ' ' << seat.token << ' ' << seat.person << ' '
            << seat.idea << '\n';
    out.flush();
    if (!out) give_up("cannot write " + file);
}

std::string idea_text(unsigned seat, std::uint32_t serial) {
    char text[80];
    std::snprintf(text, sizeof text, "@#%02u%08u Een bank onder de linde bij de vijver", seat, serial);
    return text;
}

std::uint64_t number_of(std::string_view frame, std::string_view quoted_key, std::uint64_t otherwise) {
    auto at = frame.find(quoted_key);
    if (at == std::string_view::npos) return otherwise;
    std::uint64_t number = 0;
    for (at += quoted_key.size(); at < frame.size() && frame[at] >= '0' && frame[at] <= '9'; ++at)
        number = number * 10 + static_cast<std::uint64_t>(frame[at] - '0');
    return number;
}

}  // namespace load
