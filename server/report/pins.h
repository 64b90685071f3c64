#pragma once

#include <vector>

#include "report/document.h"

namespace kiemkring::report {

/// Where the letter of a pin stands, in the lengths of the plan, and whether that is on its spot.
struct PinLetter {
    double x{}, y{};
    bool is_off{};
};

/// Letters that would cover each other stand beside their spots, as near as there is room, and on the plan; the others on theirs.
/// `width` and `height` of the plan and `radius`, that of each letter in the order of the pins, are in one unit.
std::vector<PinLetter> letters_of(const std::vector<Pin>& pins, double width, double height, const std::vector<double>& radius);

}  // namespace kiemkring::report
