// The way in on paper: the poster that invites, and the cards for tables and seats.
#include <algorithm>

#include "report/dutch_time.h"
#include "report/handouts/parts.h"
#include "report/plants.h"

namespace kiemkring::report::handouts {

using namespace domain;

namespace {

bool has_ended(const Part& part) { return part.c.session.status == SessionStatus::ended; }

/// "7KM 4PX"
std::string spaced(const std::string& code) { return code.size() == 6 ? code.substr(0, 3) + ' ' + code.substr(3) : code; }

/// Its sentences under each other, so that no word of them stands alone.
std::string a_line_each(std::string_view sentences) {
    std::string lines{sentences};
    for (auto at = lines.find(". "); at != lines.npos; at = lines.find(". ", at + 1)) lines[at + 1] = '\n';
    return lines;
}

/// The code to scan, and under or beside it what to type. The code of a session that has ended leads nowhere: its link does.
void draw_way(Canvas& canvas, const Part& part, double x, double y, double width, double qr, double size) {
    canvas.draw_qr(part.door.link, x + (width - qr) / 2, y, qr);
    y += qr + size * 0.5;
    if (has_ended(part)) return;
    const auto type = canvas.fitted(fill_in(part.c.words.or_type, filling("address", part.door.address)), {size}, size * 0.6, {width, size * 3}, Align::middle);
    canvas.draw(type, x, y, soft_ink);
    y += Canvas::height_of(type) + size * 0.2;
    canvas.draw(canvas.fitted(spaced(part.door.code), {size * 2.2, PANGO_WEIGHT_HEAVY}, size, {width, size * 3.2}, Align::middle), x, y, ink);
}

}  // namespace

std::string place_and_day(const Part& part) {
    const auto& info = part.c.session.info;
    const auto day = day_in_words(sections::began_at(part.c), part.c.words);
    return info.place.empty() ? day : fmt::format("{} · {}", isolated(info.place), day);
}

void draw_logo(Canvas& canvas, const Part& part, double right, double y, Size room) {
    if (!part.brand.logo.empty()) canvas.draw_png(part.brand.logo, right - room.width, y, room, Align::right);
}

double beside_logo(const Part& part, double room, double logo) { return part.brand.logo.empty() ? room : room - logo; }

void draw_invitation(Canvas& canvas, const Part& part) {
    constexpr double margin = 48, width = a4.width - 2 * margin;
    const auto& s = part.c.session;
    const auto& w = part.c.words;
    canvas.fill_box(0, 0, a4.width, a4.height, poster_paper);
    canvas.fill_box(0, 0, a4.width, 12, part.brand.accent);
    draw_logo(canvas, part, a4.width - margin, 40, {130, 54});
    const bool next = has_ended(part) && s.next_step;
    canvas.draw(canvas.fitted(next ? w.come_next : w.come_and_think, {26, PANGO_WEIGHT_HEAVY}, 14, {beside_logo(part, width, 140), 68}), margin, 40, part.brand.accent);
    canvas.draw(canvas.fitted(s.info.title, {16, PANGO_WEIGHT_BOLD}, 10, {width, 44}), margin, 112, ink);
    const auto what = next ? fmt::format("{}: {}", day_in_words(s.next_step->date, w), isolated(s.text(s.next_step->text))) : s.info.question.empty() ? s.info.title : s.info.question;
    canvas.draw(canvas.fitted(what, {38, PANGO_WEIGHT_HEAVY}, 15, {width, 186}), margin, 164, ink);
    canvas.draw(canvas.fitted(s.info.place, {16}, 10, {width, 24}), margin, 358, soft_ink);
    draw_way(canvas, part, margin, 396, width, 210, 15);
    canvas.draw(canvas.fitted(w.scan, {12}, 9, {width, 20}, Align::middle), margin, 684, soft_ink);
    draw_row_of_plants(canvas, margin, 810, width, 0.72);
}

void draw_table_card(Canvas& canvas, const Part& part, unsigned table) {
    constexpr double margin = 32, width = a4.width, height = a4.height / 2, split = 330;
    const auto& w = part.c.words;
    canvas.fill_box(0, 0, 10, height, part.brand.accent);
    canvas.draw(canvas.text(fill_in(w.table_number, filling("n", table)), {62, PANGO_WEIGHT_HEAVY}, split), margin, 30, part.brand.accent);
    const auto& info = part.c.session.info;
    canvas.draw(canvas.fitted(info.question.empty() ? info.title : info.question, {21, PANGO_WEIGHT_BOLD}, 11, {split - margin - 16, 146}), margin, 128, ink);
    draw_row_of_plants(canvas, margin, height - 34, split - margin - 16, 0.5);
    draw_way(canvas, part, split, 30, width - split - margin, 206, 13);
    canvas.draw(canvas.fitted(a_line_each(w.scan), {10}, 8, {width - split - margin, 30}, Align::middle), split, height - 78, soft_ink);
    draw_logo(canvas, part, width - margin, height - 44, {90, 30});
}

std::vector<Seat> seats_of(const sections::Context& c) {
    std::vector<Seat> seats;
    for (const auto& [id, person] : c.session.people) {
        if (person.state != PersonState::in && person.state != PersonState::invited) continue;
        seats.push_back({sections::may_be_named(c, id) ? c.session.name(id) : std::string{}, person.on_paper, person.has_unopened_link});
    }
    std::ranges::stable_sort(seats, [](const Seat& one, const Seat& other) { return !one.name.empty() && (other.name.empty() || one.name < other.name); });
    if (seats.size() < c.session.info.seats_max) seats.resize(c.session.info.seats_max);
    return seats;
}

void draw_seat_card(Canvas& canvas, const Part& part, const Seat& seat) {
    constexpr double margin = 26, width = a4.width / 2, height = a4.height / 2, room = width - 2 * margin;
    const auto& w = part.c.words;
    canvas.fill_box(0, 0, width, 9, part.brand.accent);
    canvas.draw(canvas.fitted(part.c.session.info.title, {11, PANGO_WEIGHT_BOLD}, 8, {room, 28}, Align::middle), margin, 26, part.brand.accent);
    if (seat.name.empty()) {
        canvas.draw(canvas.text(w.name_line, {10}, room), margin, 84, soft_ink);
        canvas.draw_rule(margin, 100, room, ink, 1);
    } else {
        canvas.draw(canvas.fitted(seat.name, {26, PANGO_WEIGHT_HEAVY}, 11, {room, 58}, Align::middle), margin, 58, ink);
    }
    if (seat.on_paper || seat.has_link) {
        canvas.draw(canvas.fitted(seat.on_paper ? w.seat_on_paper : w.seat_with_link, {14}, 9, {room, 120}, Align::middle), margin, 170, ink);
    } else {
        draw_way(canvas, part, margin, 124, room, 178, 11);
        canvas.draw(canvas.fitted(a_line_each(w.scan), {8.5}, 7, {room, 24}, Align::middle), margin, height - 42, soft_ink);
    }
}

}  // namespace kiemkring::report::handouts
