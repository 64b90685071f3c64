#include "report/pins.h"

#include <algorithm>
#include <cmath>

namespace kiemkring::report {

std::vector<PinLetter> letters_of(const std::vector<Pin>& pins, double width, double height, const std::vector<double>& radius) {
    constexpr int rounds = 200;
    constexpr double gap = 0.2;  // of a radius
    std::vector<PinLetter> letters;
    for (const auto& pin : pins) letters.push_back({pin.x * width, pin.y * height, false});
    const auto spots = letters;
    // A letter that lies half over the edge may stay so; what is pushed stays within.
    const auto on_plan = [](double at, double edge, double room) { return room < 2 * edge ? room / 2 : std::clamp(at, edge, room - edge); };
    for (int round = 0; round < rounds; ++round) {
        bool is_still = true;
        const double back = 0.1 * (1 - static_cast<double>(round) / rounds);
        for (std::size_t i = 0; i < letters.size(); ++i)
            if (letters[i].is_off) {
                letters[i].x = on_plan(letters[i].x + (spots[i].x - letters[i].x) * back, radius[i], width);
                letters[i].y = on_plan(letters[i].y + (spots[i].y - letters[i].y) * back, radius[i], height);
            }
        for (std::size_t i = 0; i < letters.size(); ++i)
            for (std::size_t j = i + 1; j < letters.size(); ++j) {
                auto &a = letters[i], &b = letters[j];
                const double wanted = radius[i] + radius[j], room = gap * std::min(radius[i], radius[j]);
                double dx = b.x - a.x, dy = b.y - a.y, distance = std::hypot(dx, dy);
                if (distance >= wanted) continue;
                is_still = false;
                // On one spot each goes its own way, evenly spread by the golden angle.
                if (distance < 1e-6) dx = std::cos(2.4 * static_cast<double>(j)), dy = std::sin(2.4 * static_cast<double>(j)), distance = 1;
                const double push = (wanted + room - std::hypot(b.x - a.x, b.y - a.y)) / 2 / distance;
                a = {on_plan(a.x - dx * push, radius[i], width), on_plan(a.y - dy * push, radius[i], height), true};
                b = {on_plan(b.x + dx * push, radius[j], width), on_plan(b.y + dy * push, radius[j], height), true};
            }
        if (is_still) break;
    }
    return letters;
}

}  // namespace kiemkring::report
