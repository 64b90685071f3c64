#include "report/handout.h"

#include <algorithm>
#include <functional>
#include <numbers>

#include "domain/limits.h"
#include "report/handouts/parts.h"
#include "report/paper.h"
#include "report/raster.h"

namespace kiemkring::report {
namespace {

using handouts::Part;

constexpr double dots_per_point = 300.0 / 72, few_dots_per_point = 100.0 / 72;
constexpr Size a5{a4.width, a4.height / 2}, a6{a4.width / 2, a4.height / 2};

double dots_of(const HandoutChoice& choice) { return choice.small ? few_dots_per_point : dots_per_point; }

/// One page of its own size.
struct Sheet {
    Size size;
    double pixels_per_unit{};
    std::function<void(Canvas&)> draw;
};

void reached(Course* course, std::size_t part, std::size_t whole) {
    if (course) course->reached(part, whole);
}

/// Packing the pixels takes longest.
std::string as_png(const Sheet& sheet, const std::string& language, Course* course) {
    Raster raster{sheet.size, sheet.pixels_per_unit, language};
    raster.fill_box(0, 0, sheet.size.width, sheet.size.height, white);
    sheet.draw(raster);
    reached(course, 1, 3);
    auto png = raster.finish();
    reached(course, 1, 1);
    return png;
}

/// A poster, on A4 or on A3, which is as much larger each way as the root of two.
std::string poster(const Sheet& sheet, const HandoutChoice& choice, const std::string& title, Course* course) {
    if (choice.pixels) {
        auto larger = sheet;
        if (choice.a3 && !choice.small) larger.pixels_per_unit *= std::numbers::sqrt2;
        return as_png(larger, choice.language, course);
    }
    const double scale = choice.a3 ? std::numbers::sqrt2 : 1;
    Paper paper{{sheet.size.width * scale, sheet.size.height * scale}, {title, "", choice.language}};
    paper.place(0, 0, scale);
    sheet.draw(paper);
    reached(course, 1, 2);
    auto file = paper.finish();
    reached(course, 1, 1);
    return file;
}

/// Where to cut a sheet of A4 into cards: short lines at its edges, and a cross where two cuts meet.
void draw_cut_marks(Paper& paper, bool also_down) {
    constexpr double length = 16, thin = 0.6;
    const double middle = a4.height / 2, across = a4.width / 2;
    paper.draw_rule(0, middle, length, soft_ink, thin);
    paper.draw_rule(a4.width - length, middle, length, soft_ink, thin);
    if (!also_down) return;
    paper.fill_box(across - thin / 2, 0, thin, length, soft_ink);
    paper.fill_box(across - thin / 2, a4.height - length, thin, length, soft_ink);
    paper.draw_rule(across - length / 2, middle, length, soft_ink, thin);
    paper.fill_box(across - thin / 2, middle - length / 2, thin, length, soft_ink);
}

/// Cards side by side on sheets of A4, with marks for cutting; or one of them.
std::expected<std::string, HandoutLack> cards(std::size_t count, Size size, const HandoutChoice& choice, const std::string& title, Course* course,
                                              const std::function<void(Canvas&, std::size_t)>& draw) {
    if (choice.pixels) {
        if (choice.number == 0 || choice.number > count) return std::unexpected(HandoutLack::no_such_card);
        return as_png({size, dots_of(choice), [&](Canvas& canvas) { draw(canvas, choice.number - 1); }}, choice.language, course);
    }
    const std::size_t columns = size.width < a4.width ? 2 : 1, on_sheet = columns * 2;
    Paper paper{a4, {title, "", choice.language}};
    for (std::size_t i = 0; i < count; ++i) {
        reached(course, i, count + 1);
        if (i > 0 && i % on_sheet == 0) paper.next_page();
        const auto place = i % on_sheet;
        paper.place(static_cast<double>(place % columns) * size.width, static_cast<double>(place / columns) * size.height, 1);
        draw(paper, i);
        paper.place_back();
        // Over the edges of the cards.
        if (place + 1 == on_sheet || i + 1 == count) draw_cut_marks(paper, columns > 1);
    }
    auto file = paper.finish();
    reached(course, 1, 1);
    return file;
}

}  // namespace

std::expected<std::string, HandoutLack> handout_of(const Log& log, const HandoutChoice& choice, const Door& door, const Brand& brand,
                                                   Course* course) {
    reached(course, 0, 1);
    const auto& words = report_words(choice.language);
    const ReportChoice as_report{choice.language, choice.naming, {}, choice.made_at};
    const sections::Context context{log.session, log.events, as_report, words};
    const Part part{context, door, brand};
    const auto& info = log.session.info;
    const bool is_way_in = choice.handout >= Handout::invitation;
    if (is_way_in && door.link.empty()) return std::unexpected(HandoutLack::no_address);

    if (!is_way_in) {
        const auto result = handouts::result_of(context);
        if (!result) return std::unexpected(HandoutLack::no_result);
        if (choice.handout == Handout::results)
            return poster({a4, dots_of(choice), [&](Canvas& canvas) { handouts::draw_results_poster(canvas, part, *result); }}, choice, info.title, course);
        if (!choice.pixels) return std::unexpected(HandoutLack::no_such_card);
        const bool square = choice.handout == Handout::square;
        return as_png({square ? Size{1080, 1080} : Size{1200, 630}, 1,
                       [&](Canvas& canvas) { square ? handouts::draw_square(canvas, part, *result) : handouts::draw_social(canvas, part, *result); }},
                      choice.language, course);
    }
    const bool ended = log.session.status == domain::SessionStatus::ended;
    if (ended && (!log.session.next_step || choice.handout != Handout::invitation)) return std::unexpected(HandoutLack::has_ended);
    if (choice.handout == Handout::invitation)
        return poster({a4, dots_of(choice), [&](Canvas& canvas) { handouts::draw_invitation(canvas, part); }}, choice, info.title, course);
    if (choice.handout == Handout::tables) {
        const auto tables = std::clamp<std::size_t>(choice.tables ? choice.tables : (info.seats_max + 4) / 5, 1, domain::limits::tables_max);
        return cards(tables, a5, choice, info.title, course, [&](Canvas& canvas, std::size_t i) { handouts::draw_table_card(canvas, part, static_cast<unsigned>(i + 1)); });
    }
    const auto seats = handouts::seats_of(context);
    return cards(seats.size(), a6, choice, info.title, course, [&](Canvas& canvas, std::size_t i) { handouts::draw_seat_card(canvas, part, seats[i]); });
}

}  // namespace kiemkring::report
