// What all cards and posters are made of.
#pragma once

#include "report/brand.h"
#include "report/canvas.h"
#include "report/handout.h"
#include "report/session_report/sections.h"

namespace kiemkring::report::handouts {

struct Part {
    const sections::Context& c;
    const Door& door;
    const Brand& brand;
};

/// What was chosen, as everybody knows it already.
struct Chosen {
    std::string place, title, note, letter;
    Hue hue{};
    std::uint32_t votes{};
};
struct Result {
    std::vector<Chosen> ideas;
    std::size_t more{};   ///< for which there is no room
    std::string reason;   ///< when one was chosen of what came along
};
/// Nothing before all of it was revealed.
[[nodiscard]] std::optional<Result> result_of(const sections::Context& c);

/// Each draws on a whole page of its own size.
void draw_social(Canvas& canvas, const Part& part, const Result& result);
void draw_square(Canvas& canvas, const Part& part, const Result& result);
/// On an A4; larger ones are scaled.
void draw_results_poster(Canvas& canvas, const Part& part, const Result& result);
void draw_invitation(Canvas& canvas, const Part& part);
void draw_table_card(Canvas& canvas, const Part& part, unsigned table);

struct Seat {
    std::string name;  ///< empty: to be written
    bool on_paper{}, has_link{};
};
/// Those who have one first, then the free ones.
[[nodiscard]] std::vector<Seat> seats_of(const sections::Context& c);
void draw_seat_card(Canvas& canvas, const Part& part, const Seat& seat);

/// "De Rietkamp, 4 maart 2027"
[[nodiscard]] std::string place_and_day(const Part& part);
/// Up to the right corner of a page with such a margin.
void draw_logo(Canvas& canvas, const Part& part, double right, double y, Size room);
/// The room that is left beside it.
[[nodiscard]] double beside_logo(const Part& part, double room, double logo);
/// As plants on a line, the first at the right and the highest.
void draw_meadow(Canvas& canvas, const Result& result, double x, double ground, double width, double height, double digits);

}  // namespace kiemkring::report::handouts
