// What the group chose: the cards for a screen, and the poster for a wall.
#include <algorithm>

#include "report/dutch_time.h"
#include "report/handouts/parts.h"
#include "report/plants.h"

namespace kiemkring::report::handouts {
namespace {

constexpr std::size_t shown_max = 7;

/// The rows of a list that fill the room, from the first.
void draw_list(Canvas& canvas, const Part& part, const Result& result, double x, double y, Size room, double largest) {
    const auto rows = static_cast<double>(result.ideas.size() + (result.more > 0 ? 0.6 : 0));
    const double each = std::min(room.height / rows, largest * 3.4), size = std::min(largest, each * 0.42);
    for (const auto& idea : result.ideas) {
        const auto number = canvas.text(idea.place, {size * 1.5, PANGO_WEIGHT_HEAVY}, size * 2.2);
        canvas.draw(number, x, y + (each - Canvas::height_of(number)) / 2, ink);
        const double label = std::min(each * 0.74, size * 2);
        if (!idea.letter.empty()) draw_label(canvas, idea.letter, idea.hue, x + size * 1.7, y + (each - label) / 2, label);
        const double text_x = x + size * 4, text_room = room.width - size * 4;
        const auto note = canvas.text(idea.note, {size * 0.66}, text_room);
        const double note_height = Canvas::height_of(note);
        // Beside its number, whatever way it runs.
        const auto title = canvas.fitted(isolated(idea.title), {size, PANGO_WEIGHT_BOLD}, size * 0.62, {text_room, each - note_height - each * 0.08});
        const double top = y + (each - Canvas::height_of(title) - note_height) / 2;
        canvas.draw(title, text_x, top, ink);
        canvas.draw(note, text_x, top + Canvas::height_of(title), soft_ink);
        y += each;
    }
    if (result.more > 0) canvas.draw(canvas.text(part.c.words.more_ideas.of(result.more), {size * 0.8}, room.width - size * 4), x + size * 4, y, soft_ink);
}

/// One choice, large on gold, with its reason under it.
void draw_one(Canvas& canvas, const Result& result, double x, double y, Size room, double largest) {
    const auto& idea = result.ideas.front();
    const double inside = room.width - largest * 1.4;
    const double reason_room = result.reason.empty() ? 0 : room.height * 0.36;
    const auto title = canvas.fitted(idea.title, {largest, PANGO_WEIGHT_HEAVY}, largest * 0.3, {inside, room.height - reason_room - largest * 0.9}, Align::middle);
    const double box = Canvas::height_of(title) + largest * 0.9;
    canvas.fill_box(x, y, room.width, box, gold, largest * 0.25);
    canvas.draw(title, x + (room.width - inside) / 2, y + largest * 0.45, ink);
    if (result.reason.empty()) return;
    const auto reason = canvas.fitted(result.reason, {largest * 0.48}, largest * 0.2, {inside, room.height - box - largest * 0.4}, Align::middle);
    canvas.draw(reason, x + (room.width - inside) / 2, y + box + largest * 0.35, ink);
}

void draw_what_was_chosen(Canvas& canvas, const Part& part, const Result& result, double x, double y, Size room, double largest) {
    if (result.ideas.size() == 1 && result.more == 0) draw_one(canvas, result, x, y, room, largest * 1.7);
    else draw_list(canvas, part, result, x, y, room, largest);
}

}  // namespace

std::optional<Result> result_of(const sections::Context& c) {
    const auto& s = c.session;
    Result result;
    if (s.choosing.frozen) {
        const auto group = sections::group_of(c, s.choosing.candidate);
        result.ideas.push_back({"", sections::title_of(c, s.choosing), "", group ? group->letter : "", group ? sections::hue_of(*group) : Hue::moss, 1});
        result.reason = s.text(s.choosing.reason);
        return result;
    }
    if (!s.top || !sections::is_revealed(c) || s.top->entries.empty()) return std::nullopt;
    for (const auto& entry : s.top->entries) {
        const auto group = sections::group_of(c, entry.candidate);
        result.ideas.push_back({std::to_string(entry.place), s.text(entry.title), c.words.votes.of(entry.votes), group ? group->letter : "",
                                group ? sections::hue_of(*group) : Hue::moss, entry.votes});
    }
    result.more = result.ideas.size() - std::min(result.ideas.size(), shown_max);
    result.ideas.resize(result.ideas.size() - result.more);
    return result;
}

void draw_meadow(Canvas& canvas, const Result& result, double x, double ground, double width, double height, double digits) {
    std::uint32_t most = 1;
    for (const auto& idea : result.ideas) most = std::max(most, idea.votes);
    const double each = width / static_cast<double>(result.ideas.size());
    // A flower is 15 units high above its stem.
    const double scale = std::min(height / 175, each / 48);
    draw_ground(canvas, x, ground, width, 2.6 * scale);
    for (std::size_t i = 0; i < result.ideas.size(); ++i) {
        const auto& idea = result.ideas[result.ideas.size() - 1 - i];
        const double middle = x + each * (static_cast<double>(i) + 0.5);
        const double high = (height / scale - 20) * (0.3 + 0.7 * idea.votes / most);
        draw_stem(canvas, {middle, ground, high, scale, static_cast<unsigned>(1 + high / 26), static_cast<unsigned>(i)});
        if (digits <= 0 || idea.place.empty()) continue;
        canvas.draw(canvas.text(idea.place, {digits, PANGO_WEIGHT_HEAVY}, each, Align::middle), middle - each / 2, ground + digits * 0.3, ink);
    }
}

void draw_social(Canvas& canvas, const Part& part, const Result& result) {
    constexpr double margin = 60, width = 1200, height = 630;
    canvas.fill_box(0, 0, width, height, poster_paper);
    canvas.fill_box(0, 0, 18, height, part.brand.accent);
    draw_logo(canvas, part, width - margin, 40, {220, 84});
    canvas.draw(canvas.fitted(part.c.words.chosen_together, {54, PANGO_WEIGHT_HEAVY}, 30, {beside_logo(part, width - 2 * margin, 240), 80}), margin, 34, part.brand.accent);
    canvas.draw(canvas.fitted(part.c.session.info.title, {28}, 18, {beside_logo(part, width - 2 * margin, 240), 42}), margin, 104, ink);
    draw_what_was_chosen(canvas, part, result, margin, 164, {680, 366}, 30);
    draw_meadow(canvas, result, 790, 506, 350, 330, 26);
    canvas.draw(canvas.fitted(place_and_day(part), {24}, 16, {680, 36}), margin, 562, soft_ink);
}

void draw_square(Canvas& canvas, const Part& part, const Result& result) {
    constexpr double margin = 72, side = 1080;
    canvas.fill_box(0, 0, side, side, poster_paper);
    canvas.fill_box(0, 0, side, 18, part.brand.accent);
    draw_logo(canvas, part, side - margin, 56, {230, 96});
    canvas.draw(canvas.fitted(part.c.words.chosen_together, {60, PANGO_WEIGHT_HEAVY}, 30, {beside_logo(part, side - 2 * margin, 250), 90}), margin, 58, part.brand.accent);
    canvas.draw(canvas.fitted(part.c.session.info.title, {32}, 20, {beside_logo(part, side - 2 * margin, 250), 90}), margin, 140, ink);
    draw_what_was_chosen(canvas, part, result, margin, 250, {side - 2 * margin, 430}, 36);
    draw_meadow(canvas, result, margin, 930, side - 2 * margin, 220, 30);
    canvas.draw(canvas.fitted(place_and_day(part), {28}, 18, {side - 2 * margin, 40}), margin, 1004, soft_ink);
}

void draw_results_poster(Canvas& canvas, const Part& part, const Result& result) {
    constexpr double margin = 48;
    const auto& next = part.c.session.next_step;
    canvas.fill_box(0, 0, a4.width, a4.height, poster_paper);
    canvas.fill_box(0, 0, a4.width, 12, part.brand.accent);
    draw_logo(canvas, part, a4.width - margin, 40, {130, 54});
    canvas.draw(canvas.fitted(part.c.words.chosen_together, {40, PANGO_WEIGHT_HEAVY}, 22, {beside_logo(part, a4.width - 2 * margin, 140), 104}), margin, 40, part.brand.accent);
    const auto title = canvas.fitted(part.c.session.info.title, {20, PANGO_WEIGHT_BOLD}, 12, {a4.width - 2 * margin, 52});
    canvas.draw(title, margin, 150, ink);
    canvas.draw(canvas.fitted(place_and_day(part), {14}, 9, {a4.width - 2 * margin, 22}), margin, 153 + Canvas::height_of(title), soft_ink);
    draw_what_was_chosen(canvas, part, result, margin, 236, {a4.width - 2 * margin, 332}, 23);
    draw_meadow(canvas, result, margin, 726, a4.width - 2 * margin, 140, 17);
    if (!next) return;
    const auto words = fmt::format("{}: {}. {}", part.c.words.next_step, day_in_words(next->date, part.c.words), isolated(part.c.session.text(next->text)));
    canvas.draw(canvas.fitted(words, {14, PANGO_WEIGHT_BOLD}, 9, {a4.width - 2 * margin, 44}), margin, 768, ink);
}

}  // namespace kiemkring::report::handouts
