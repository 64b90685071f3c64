#include "report/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/paper.h"
#include "report/pins.h"
#include "report/plants.h"
#include "report/words.h"

namespace kiemkring::report {
namespace {

constexpr double left = 62, right = 58, top = 64, bottom = 66;
constexpr Font body{10.5}, bold{10.5, PANGO_WEIGHT_BOLD}, lead{12.5}, quiet{9.5, PANGO_WEIGHT_NORMAL, soft_ink}, section_font{21, PANGO_WEIGHT_HEAVY}, small_section_font{14, PANGO_WEIGHT_HEAVY},
    card_title{12.5, PANGO_WEIGHT_BOLD}, badge_font{11, PANGO_WEIGHT_BOLD}, small_font{8.5, PANGO_WEIGHT_NORMAL, soft_ink};
constexpr double photo_height = 84, photo_gap = 8, leading = 1.12, column_gap = 8, lane_height = 22,
                 little = 240, moved = 120;

/// What is drawn side by side, with where its column begins.
struct Cell {
    Layout layout;
    double x{};
    Color color{ink};
};

/// Everything is written several times, see pdf_of: which time it is of how many.
struct Turn {
    std::size_t number{}, of{};
};

class Writer {
public:
    /// `pages`: how many there are in all; 0 while they are counted. `scale`: of all that is drawn. `short_page`: its last lines go to the
    /// next one; 0: that of none.
    Writer(const Document& document, const Pictures& pictures, std::size_t pages, Course* course, Turn turn, double scale = 1, std::size_t short_page = 0)
        : d_(document), pictures_(pictures), all_(pages), short_page_(short_page), course_(course), turn_(turn), parts_(parts_of(document)), sheet_{a4.width / scale, a4.height / scale},
          paper_(a4, {document.title, "", document.language}, scale) {}

    std::string file() {
        if (d_.on_one_page) head();
        else cover();
        for (const auto& section : d_.sections) {
            begin(section);
            for (const auto& block : section.blocks) {
                go_on();
                std::visit([this](const auto& part) { write(part); }, block);
            }
        }
        foot();
        return paper_.finish();
    }
    std::size_t pages() const { return paper_.pages(); }
    /// There was more than the one page that there may be.
    bool is_full() const { return is_full_; }
    /// The last page has the last section and little else on it.
    bool ends_alone() const { return d_.sections.size() > 1 && last_begins_on_ == paper_.pages() && last_begins_at_ <= top && y_ < top + little; }

private:
    /// Of a document on one page: no cover, and the rest below it.
    void head() {
        paper_.fill_box(0, 0, sheet_.width, 10, d_.brand.accent);
        constexpr Size logo{130, 56};
        const bool has_logo = !d_.brand.logo.empty();
        if (has_logo) paper_.draw_png(d_.brand.logo, left + width - logo.width, 34, logo, Align::right);
        const auto room = has_logo ? width - logo.width - 16 : width;
        y_ = 38;
        line(d_.kind, {11, PANGO_WEIGHT_BOLD, d_.brand.accent}, 3, room);
        line(d_.title, {25, PANGO_WEIGHT_HEAVY}, 4, room);
        line(d_.subtitle, {11.5, PANGO_WEIGHT_NORMAL, soft_ink}, 6, room);
        if (has_logo) y_ = std::max(y_, 34 + logo.height + 6);
        paper_.add_to_outline(d_.title, 0);
    }

    void go_on() {
        if (course_) course_->reached(turn_.number * parts_ + ++written_, turn_.of * parts_ + 1);
    }

    void cover() {
        paper_.fill_box(0, 0, 18, sheet_.height, d_.brand.accent);
        if (!d_.brand.logo.empty()) paper_.draw_png(d_.brand.logo, left, 56, {170, 66});
        y_ = 150;
        line(d_.kind, {13, PANGO_WEIGHT_BOLD, d_.brand.accent}, 14);
        line(d_.title, {34, PANGO_WEIGHT_HEAVY}, 12);
        line(d_.subtitle, {14, PANGO_WEIGHT_NORMAL, soft_ink}, 26);
        if (!d_.notice.empty()) notice();
        paper_.draw_rule(left, y_, width, hair, 1);
        y_ += 20;
        write(Facts{d_.cover});
        y_ += 14;
        contents();
        // The lower edge of the cover, unless there is text.
        if (y_ < sheet_.height - 190) draw_row_of_plants(paper_, left, sheet_.height - 62, width, 0.8);
        if (!d_.colophon.empty()) paper_.draw(paper_.text(d_.colophon, small_font, width), left, std::max(y_ + 20, sheet_.height - 30), small_font.color);
        paper_.add_to_outline(d_.title, 0);
    }
    void notice() {
        const auto text = paper_.text(d_.notice, {12.5, PANGO_WEIGHT_BOLD}, width - 28);
        const auto height = Paper::height_of(text);
        paper_.fill_box(left, y_, width, height + 20, colors_of(Hue::clay).tint, 8);
        paper_.draw(text, left + 14, y_ + 10, ink);
        y_ += height + 42;
    }
    void contents() {
        line(d_.contents_title, bold, 6);
        for (std::size_t i = 0; i < d_.sections.size(); ++i) line(fmt::format("{}  {}", i + 1, d_.sections[i].title), body, 3);
    }

    void line(const std::string& text, const Font& font, double after) { line(text, font, after, width); }
    void line(const std::string& text, const Font& font, double after, double room) {
        if (text.empty()) return;
        flow(paper_.text(text, font, room), left, font.color);
        y_ += after;
    }

    void begin(const Section& section) {
        // A title stands with what it is above; the first begins after the cover.
        constexpr double title_room = 66;
        if (d_.on_one_page) y_ += 10;
        else if (paper_.pages() == 1 || y_ + title_room + room_for(section.blocks) > end()) page();
        else y_ += 24;
        last_begins_on_ = paper_.pages();
        last_begins_at_ = y_;
        paper_.add_to_outline(section.title, d_.on_one_page ? 1 : 0);
        flow(paper_.text(section.title, d_.on_one_page ? small_section_font : section_font, width), left, d_.brand.accent);
        y_ += 3;
        paper_.draw_rule(left, y_, width, d_.brand.accent, 1.5);
        y_ += 13;
    }

    /// What the first of them needs to begin, and the next too where that is only a sentence.
    double room_for(const std::vector<Block>& blocks) {
        double room = 0;
        for (const auto& block : blocks) {
            room += std::visit([this](const auto& part) { return room_for(part); }, block);
            if (!std::holds_alternative<Paragraph>(block)) break;
        }
        return std::clamp(room, 60.0, 420.0);
    }
    double room_for(const Paragraph& part) { return Paper::height_of(paper_.text(part.text, font_of(part), width)) + 10; }
    static double room_for(const Bullets&) { return 45; }
    static double room_for(const Facts&) { return 45; }
    static double room_for(const Bars&) { return 60; }
    static double room_for(const Scores&) { return 90; }
    static double room_for(const Card&) { return 96; }
    double room_for(const Table& part) {
        return part.rows.size() <= 9 ? std::min(rough_height(part, columns_of(part)) + 45, 330.0) : 64;
    }
    double room_for(const Plan& part) const { return part.width == 0 ? 0 : size_of(part).height; }
    static double room_for(const Timeline& part) { return lane_height * std::min<double>(static_cast<double>(part.lanes.size()), 8) + 30; }

    void page() {
        if (d_.on_one_page) {
            is_full_ = true;
            return;
        }
        draw_edge();
        foot();
        paper_.next_page();
        y_ = top;
        if (edge_) go_on_with(*edge_);
    }
    void foot() {
        if (paper_.pages() == 1 && !d_.on_one_page) return;
        const auto number = d_.on_one_page ? std::string{} : fill_in(d_.page_of, filling("page", paper_.pages()), filling("pages", all_));
        const double y = sheet_.height - bottom + 26;
        if (is_full_) paper_.fill_box(0, sheet_.height - bottom + 10, sheet_.width, bottom, white);
        paper_.draw_rule(left, y - 8, width, hair, 0.7);
        auto text = paper_.text(d_.footer, small_font, width - 80);
        pango_layout_set_ellipsize(text.get(), PANGO_ELLIPSIZE_END);
        pango_layout_set_height(text.get(), -1);
        paper_.draw(text, left, y, small_font.color);
        paper_.draw(paper_.text(number, small_font, 70, Align::right), sheet_.width - right - 70, y, small_font.color);
        if (d_.on_one_page && !d_.colophon.empty()) paper_.draw(paper_.text(d_.colophon, small_font, width), left, y + 13, small_font.color);
    }
    /// Where the page ends for what is written.
    double end() const { return sheet_.height - bottom - (paper_.pages() == short_page_ ? moved : 0); }
    void need(double height) {
        if (y_ + height > end() && y_ > top) page();
    }

    /// Text over as many pages as it takes, not leaving one line alone where two fit.
    void flow(const Layout& layout, double x, Color color) {
        const auto iterator = std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)>{pango_layout_get_iter(layout.get()), pango_layout_iter_free};
        do {
            PangoRectangle box{};
            int from = 0, until = 0;
            pango_layout_iter_get_line_extents(iterator.get(), nullptr, &box);
            pango_layout_iter_get_line_yrange(iterator.get(), &from, &until);
            const double height = static_cast<double>(until - from) / PANGO_SCALE;
            need(height);
            const double baseline = static_cast<double>(pango_layout_iter_get_baseline(iterator.get()) - from) / PANGO_SCALE;
            paper_.draw_line(pango_layout_iter_get_line_readonly(iterator.get()), x + static_cast<double>(box.x) / PANGO_SCALE, y_ + baseline, color);
            // Lines of one text stand a little apart.
            y_ += height * leading;
        } while (pango_layout_iter_next_line(iterator.get()));
    }

    static const Font& font_of(const Paragraph& part) { return part.tone == Tone::lead ? lead : part.tone == Tone::quiet ? quiet : body; }
    void write(const Paragraph& part) {
        if (part.tone == Tone::lead) need(50);
        line(part.text, font_of(part), 7);
    }
    void write(const Bullets& part) {
        const double indent = part.numbered ? 4 : 14;
        for (const auto& item : part.items) {
            const auto text = paper_.text(item, body, width - indent);
            need(std::min(Paper::height_of(text), 40.0));
            const bool from_right = Paper::runs_from_right(text);
            if (!part.numbered) paper_.fill_circle(from_right ? left + width - 4 : left + 4, y_ + 6.6, 1.6, d_.brand.accent, d_.brand.accent);
            flow(text, from_right ? left : left + indent, ink);
            y_ += 3;
        }
        y_ += 6;
    }
    void write(const Facts& part) { facts(part.rows, left, width); }
    void facts(const std::vector<Fact>& rows, double x, double room) {
        constexpr double label_room = 118;
        for (const auto& fact : rows) {
            auto label = paper_.text(fact.label, quiet, label_room - 10);
            auto value = paper_.text(fact.value, body, room - label_room);
            const double height = std::max(Paper::height_of(label), Paper::height_of(value));
            need(std::min(height, 60.0));
            paper_.draw(label, x, y_ + 0.8, quiet.color);
            const auto end = y_ + Paper::height_of(label);
            const auto on = paper_.pages();
            flow(value, x + label_room, ink);
            if (paper_.pages() == on) y_ = std::max(y_, end);
            y_ += 4;
        }
        if (!rows.empty()) y_ += 5;
    }

    std::vector<double> columns_of(const Table& part) const {
        double shares = 0;
        for (const auto& column : part.columns) shares += column.share;
        std::vector<double> wide;
        for (const auto& column : part.columns) wide.push_back(width * column.share / shares - column_gap);
        return wide;
    }
    void write(const Table& part) {
        const auto wide = columns_of(part);
        std::vector<double> at{left};
        for (const auto one : wide) at.push_back(at.back() + one + column_gap);
        at.pop_back();
        need(room_for(part));
        if (!part.caption.empty()) line(part.caption, bold, 3);
        const auto head = [&] {
            std::vector<Cell> cells;
            for (std::size_t i = 0; i < at.size(); ++i) cells.push_back({paper_.text(part.columns[i].title, quiet, wide[i], part.columns[i].number ? Align::right : Align::left), at[i], quiet.color});
            row(cells);
        };
        head();
        for (const auto& texts : part.rows) {
            std::vector<Cell> cells;
            for (std::size_t i = 0; i < at.size(); ++i) cells.push_back({paper_.text(texts.at(i), body, wide[i], part.columns[i].number ? Align::right : Align::left), at[i]});
            if (y_ + height_of(cells) + 8 > end() && y_ > top) {
                page();
                head();
            }
            row(cells);
        }
        y_ += 12;
    }
    /// So that a small table stays on one page.
    double rough_height(const Table& part, const std::vector<double>& wide) {
        double height = 0;
        for (const auto& texts : part.rows) {
            double most = 0;
            for (std::size_t i = 0; i < texts.size(); ++i) most = std::max(most, Paper::height_of(paper_.text(texts[i], body, wide[i])));
            height += most + 8;
        }
        return height;
    }
    static double height_of(const std::vector<Cell>& cells) {
        double height = 0;
        for (const auto& cell : cells) height = std::max(height, Paper::height_of(cell.layout));
        return height;
    }
    void row(const std::vector<Cell>& cells) {
        y_ += 4;
        for (const auto& cell : cells) paper_.draw(cell.layout, cell.x, y_, cell.color);
        y_ += height_of(cells) + 4;
        paper_.draw_rule(left, y_, width, hair, 0.7);
    }

    void write(const Bars& part) {
        constexpr double label_room = 215, value_room = 30;
        const double badge_room = std::ranges::any_of(part.bars, [](const Bar& bar) { return !bar.badge.empty(); }) ? 28 : 0;
        const double bar_left = left + badge_room + label_room + value_room + 14, bar_room = left + width - bar_left;
        std::uint32_t most = 1;
        for (const auto& bar : part.bars) most = std::max(most, bar.value);
        need(room_for(part));
        line(part.caption, bold, 7);
        for (const auto& bar : part.bars) {
            const auto label = paper_.text(isolated(bar.label), body, label_room);
            const double height = std::max(Paper::height_of(label), 15.0);
            need(height + 6);
            if (!bar.badge.empty()) badge(bar.badge, bar.hue, left, y_);
            paper_.draw(label, left + badge_room, y_, ink);
            paper_.draw(paper_.text(std::to_string(bar.value), bold, value_room, Align::right), left + badge_room + label_room, y_, ink);
            paper_.fill_box(bar_left, y_ + 2.5, std::max(bar_room * bar.value / most, 1.0), 10, colors_of(bar.hue).strong, 2);
            y_ += height + 6;
        }
        y_ += 8;
    }
    void write(const Scores& part) {
        constexpr double label_room = 155, badge_room = 26;
        const double column = (width - label_room) / static_cast<double>(std::max<std::size_t>(part.columns.size(), 1)) - 8;
        const auto at = [&](std::size_t i) { return left + label_room + static_cast<double>(i) * (column + 8) + 8; };
        const auto head = [&] {
            std::vector<Cell> cells;
            for (std::size_t i = 0; i < part.columns.size(); ++i) cells.push_back({paper_.text(part.columns[i], quiet, column), at(i), quiet.color});
            row(cells);
        };
        need(room_for(part));
        line(part.caption, bold, 4);
        head();
        for (const auto& one : part.rows) {
            const auto label = paper_.text(isolated(one.label), body, label_room - (one.badge.empty() ? 0 : badge_room));
            const double height = std::max(Paper::height_of(label), 26.0);
            if (y_ + height + 12 > end() && y_ > top) {
                page();
                head();
            }
            y_ += 6;
            if (!one.badge.empty()) badge(one.badge, one.hue, left, y_ + 1);
            paper_.draw(label, left + (one.badge.empty() ? 0 : badge_room), y_, ink);
            for (std::size_t i = 0; i < one.cells.size(); ++i)
                if (part.colours) seen(one.cells[i], part.steps, at(i), column);
                else steps(one.cells[i], one.hue, at(i), column);
            y_ += height + 5;
            paper_.draw_rule(left, y_, width, hair, 0.7);
        }
        y_ += 14;
    }
    /// The average in digits, and a column for every step.
    void steps(const Scores::Cell& cell, Hue hue, double x, double room) {
        constexpr double tall = 24, digits = 23, gap = 1.5;
        paper_.draw(paper_.text(cell.text, {11.5, PANGO_WEIGHT_BOLD}, 60), x, y_ + 8, ink);
        if (cell.text.empty()) return;
        const auto most = std::max(1U, *std::ranges::max_element(cell.counts));
        x += digits;
        const auto number = static_cast<double>(cell.counts.size());
        const double wide = std::min(6.0, (room - digits - 8) / number - gap);
        for (const auto count : cell.counts) {
            const double height = tall * count / most;
            paper_.fill_box(x, y_ + tall - height, wide, height, colors_of(hue).strong);
            x += wide + gap;
        }
        paper_.draw_rule(x - (wide + gap) * number, y_ + tall + 0.3, (wide + gap) * number - gap, soft_ink, 0.7);
    }
    /// A bar of the shares, each with its number and, where there is room, its word.
    void seen(const Scores::Cell& cell, const std::vector<std::string>& names, double x, double room) {
        double all = 0;
        for (const auto count : cell.counts) all += count;
        for (std::size_t i = 0; i < cell.counts.size(); ++i) {
            if (cell.counts[i] == 0) continue;
            const double wide = room * cell.counts[i] / all;
            paper_.fill_box(x, y_ + 2, std::max(wide - 1.5, 1.0), 18, light_of(i), 2);
            auto word = paper_.text(fmt::format("{} {}", cell.counts[i], names.at(i)), {9, PANGO_WEIGHT_BOLD}, 200);
            if (Paper::width_of(word) + 10 > wide) word = paper_.text(std::to_string(cell.counts[i]), {9, PANGO_WEIGHT_BOLD}, 60);
            if (Paper::width_of(word) + 4 < wide) paper_.draw(word, x + 5, y_ + 5, i == 1 ? ink : white);
            x += wide;
        }
    }
    double badge_width(const std::string& text) { return std::max(Paper::width_of(paper_.text(text, badge_font, 60)) + 9, 20.0); }
    double badge(const std::string& text, Hue hue, double x, double y) {
        const auto letter = paper_.text(text, badge_font, 60);
        const double room = badge_width(text);
        // Above a letter a line has less room than below it.
        paper_.fill_box(x, y - 2.5, room, 17, colors_of(hue).tint, 4);
        paper_.draw(letter, x + (room - Paper::width_of(letter)) / 2, y, colors_of(hue).strong);
        return room;
    }

    void write(const Card& part) {
        need(room_for(part));
        edge_ = Edge{colors_of(part.hue).strong, y_, part.title};
        double x = left + 14;
        if (!part.badge.empty()) x += badge(part.badge, part.hue, x, y_) + 8;
        const auto aside = paper_.text(part.aside, quiet, 110, Align::right);
        paper_.draw(aside, left + width - 110, y_ + 2, quiet.color);
        // Beside its sign, whatever way it runs.
        flow(paper_.text(isolated(part.title), card_title, left + width - 120 - x), x, ink);
        y_ += 5;
        facts(part.facts, left + 14, width - 14);
        for (const auto& item : part.items) write(item);
        draw_edge();
        edge_.reset();
        y_ += 12;
    }
    // The line at the left of a card, which goes on over its pages.
    struct Edge {
        Color color{};
        double from{};
        std::string title;
    };
    void go_on_with(Edge& edge) {
        edge.from = top;
        const auto text = paper_.text(fill_in(d_.goes_on, filling("title", edge.title)), quiet, width - 14);
        paper_.draw(text, left + 14, y_, quiet.color);
        y_ += Paper::height_of(text) + 6;
    }
    void draw_edge() {
        if (edge_) paper_.fill_box(left, edge_->from - 1, 3.5, y_ - edge_->from, edge_->color, 1.5);
    }

    void write(const Item& item) {
        go_on();
        const double indent = item.badge.empty() ? 26 : 50, room = width - indent;
        const auto text = paper_.text(item.text, body, room);
        // The sign stands where its text begins.
        const bool from_right = Paper::runs_from_right(text);
        const double x = left + (from_right ? 14 : indent);
        std::vector<Layout> under;
        // What is said of it stands at its side, also in a script that runs the other way.
        const auto below = [&](const std::string& words) {
            auto layout = paper_.text(words, quiet, room);
            return from_right && !Paper::runs_from_right(layout) ? paper_.text(words, quiet, room, Align::right) : std::move(layout);
        };
        if (!item.details.empty()) under.push_back(below(item.details));
        for (const auto& mark : item.marks) under.push_back(below(mark));
        double together = Paper::height_of(text);
        for (const auto& one : under) together += Paper::height_of(one);
        const auto photos = rows_of(item.pictures, room);
        // A photo stands with what it shows.
        need(std::min(together, 150.0) + (photos.empty() ? 0 : photos.front().height + 4));
        if (item.badge.empty()) paper_.fill_circle(from_right ? left + width - 4 : left + 18, y_ + 6.6, 1.4, soft_ink, soft_ink);
        else badge(item.badge, item.hue, from_right ? left + width - badge_width(item.badge) : left + 14, y_);
        flow(text, x, ink);
        for (const auto& one : under) flow(one, x, quiet.color);
        write(photos, x);
        y_ += item.badge.empty() ? 4 : 7;
    }
    /// Photos side by side, each with what is to be seen on it in small letters below it.
    struct Photo {
        const std::string& jpeg;
        Size size;
        Layout caption;
        double x{};  ///< from the first
    };
    struct Photos {
        std::vector<Photo> photos;
        double height{};
    };
    std::vector<Photos> rows_of(const std::vector<Picture>& pictures, double room) {
        constexpr double narrowest_caption = 96;
        std::vector<Photos> rows;
        double at = 0;
        for (const auto& picture : pictures) {
            // One that was erased meanwhile leaves no gap.
            const auto found = pictures_.find(picture.id);
            if (found == pictures_.end() || found->second->width == 0 || found->second->height == 0) continue;
            const auto& bytes = *found->second;
            const double wide = std::min(photo_height * bytes.width / bytes.height, room), tall = wide * bytes.height / bytes.width;
            const double column = picture.description.empty() ? wide : std::min(std::max(wide, narrowest_caption), room);
            if (rows.empty() || (at > 0 && at + column > room)) {
                rows.emplace_back();
                at = 0;
            }
            auto caption = picture.description.empty() ? Layout{} : paper_.text(picture.description, small_font, column);
            rows.back().height = std::max(rows.back().height, photo_height + (caption ? 3 + Paper::height_of(caption) : 0));
            rows.back().photos.push_back({bytes.thumbnail, {wide, tall}, std::move(caption), at});
            at += column + photo_gap;
        }
        return rows;
    }
    void write(const std::vector<Photos>& rows, double x) {
        if (!rows.empty()) y_ += 4;
        for (const auto& row : rows) {
            need(row.height);
            for (const auto& photo : row.photos) {
                paper_.draw_jpeg(photo.jpeg, x + photo.x, y_, photo.size.width, photo.size.height);
                if (photo.caption) paper_.draw(photo.caption, x + photo.x, y_ + photo.size.height + 3, small_font.color);
            }
            y_ += row.height + photo_gap;
        }
    }

    Size size_of(const Plan& part) const {
        const double most = sheet_.height - top - bottom - 60;
        const double wide = std::min(width, most * part.width / part.height);
        return {wide, wide * part.height / part.width};
    }
    void write(const Plan& part) {
        const auto found = pictures_.find(part.picture.id);
        if (found == pictures_.end() || part.width == 0 || part.height == 0) return;
        const auto [wide, tall] = size_of(part);
        need(tall);
        paper_.draw_jpeg(found->second->large, left, y_, wide, tall);
        std::vector<Layout> labels;
        std::vector<double> radius;
        for (const auto& pin : part.pins) {
            labels.push_back(paper_.text(pin.label, {8, PANGO_WEIGHT_BOLD}, 40));
            radius.push_back(std::max(Paper::width_of(labels.back()) / 2 + 3, 8.0));
        }
        const auto letters = letters_of(part.pins, wide, tall, radius);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (!letters[i].is_off) continue;
            const double x = left + part.pins[i].x * wide, y = y_ + part.pins[i].y * tall;
            paper_.draw_stroke(x, y, left + letters[i].x, y_ + letters[i].y, white, 2.5);
            paper_.draw_stroke(x, y, left + letters[i].x, y_ + letters[i].y, ink, 1);
            paper_.fill_circle(x, y, 2, ink, white);
        }
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const double x = left + letters[i].x, y = y_ + letters[i].y;
            paper_.fill_circle(x, y, radius[i], colors_of(part.pins[i].hue).strong, white);
            paper_.draw(labels[i], x - Paper::width_of(labels[i]) / 2, y - Paper::height_of(labels[i]) / 2, white);
        }
        y_ += tall + 12;
    }

    void write(const Timeline& part) {
        constexpr double label_room = 150;
        const double from = left + label_room, room = width - label_room;
        const auto months = [&] {
            for (const auto& tick : part.months)
                paper_.draw(paper_.text(tick.label + (tick.below.empty() ? "" : "\n" + tick.below), small_font, 60), from + tick.at * room + 2, y_, small_font.color);
            y_ += 25;
        };
        need(room_for(part));
        months();
        for (const auto& lane : part.lanes) {
            const auto label = paper_.text(lane.label, quiet, label_room - 12);
            const double height = std::max(Paper::height_of(label) + 6, lane_height);
            if (y_ + height > end() && y_ > top) {
                page();
                months();
            }
            paper_.draw_rule(left, y_, width, hair, 0.5);
            for (const auto& season : lane.season) paper_.fill_box(from + season.from * room, y_ + 1, (season.until - season.from) * room, height - 2, colors_of(lane.hue).tint);
            for (const auto& tick : part.months) paper_.fill_box(from + tick.at * room, y_, 0.4, height, hair);
            paper_.draw(label, left, y_ + 3, ink);
            const double begin = from + lane.work.from * room, wide = std::max((lane.work.until - lane.work.from) * room, 4.0);
            paper_.fill_box(begin, y_ + height / 2 - 5, wide, 10, colors_of(lane.hue).strong, 3);
            if (lane.is_out_of_season) {
                const bool is_at_end = begin + wide + 14 > left + width;
                paper_.draw(paper_.text("▲", small_font, 20), is_at_end ? begin - 12 : begin + wide + 3, y_ + height / 2 - 6, clay);
            }
            y_ += height;
        }
        paper_.draw_rule(left, y_, width, hair, 0.5);
        y_ += 5;
        line(part.key, small_font, 8);
    }

    const Document& d_;
    const Pictures& pictures_;
    std::size_t all_{}, short_page_{};
    Course* course_;
    Turn turn_;
    std::size_t parts_{}, written_{};
    Size sheet_;  ///< in the lengths of what is drawn
    double width{sheet_.width - left - right};
    bool is_full_{};
    Paper paper_;
    double y_{top};
    std::size_t last_begins_on_{};
    double last_begins_at_{};
    std::optional<Edge> edge_;
};

}  // namespace

std::string pdf_of(const Document& document, const Pictures& pictures, Course* course) {
    if (document.on_one_page) {
        // As large as there is room for.
        constexpr std::size_t sizes = 9;
        constexpr double smaller = 0.05;
        for (std::size_t i = 0;; ++i) {
            Writer writer{document, pictures, 1, course, {i, sizes}, 1 - smaller * static_cast<double>(i)};
            auto file = writer.file();
            if (!writer.is_full() || i + 1 == sizes) return file;
        }
    }
    // Once to count the pages, once to write "3 of 12" on them. A few lines alone on the last page get company from the one before.
    constexpr std::size_t turns = 3;
    Writer counting{document, pictures, 0, course, {0, turns}};
    (void)counting.file();
    std::size_t short_page = 0;
    if (counting.ends_alone()) {
        Writer again{document, pictures, 0, course, {1, turns}, 1, counting.pages() - 1};
        (void)again.file();
        if (again.pages() == counting.pages() && !again.ends_alone()) short_page = counting.pages() - 1;
    }
    return Writer{document, pictures, counting.pages(), course, {turns - 1, turns}, 1, short_page}.file();
}

}  // namespace kiemkring::report
