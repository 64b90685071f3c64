// What a report says, in the order in which it says it: every format writes the same parts, so none says more than another.
// All words are in the language of the report already; what people wrote is in it as they wrote it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/brand.h"
#include "domain/ids.h"

namespace kiemkring::report {

/// A colour of the palette of groups; `none` for what belongs to no group.
enum class Hue { none, moss, clay, sky, heath, sand, water, berry, bark };

enum class Tone { normal, lead, quiet };
struct Paragraph {
    std::string text;
    Tone tone{};
};

struct Bullets {
    std::vector<std::string> items;
    bool numbered{};  ///< each begins with its place, and has no other sign
};

struct Fact {
    std::string label, value;
};
struct Facts {
    std::vector<Fact> rows;
};

struct Column {
    std::string title;
    double share{};     ///< of the width; all shares of a table together are its width
    bool number{};      ///< set to the right
};
/// Every row has a cell for every column.
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// A chart of lying bars, with the number of each in digits.
struct Bar {
    std::string badge, label, note;
    Hue hue{};
    std::uint32_t value{};
};
struct Bars {
    std::string caption, label_title, value_title;
    std::vector<Bar> bars;
};

/// What a group gave each row in each column: drawn as how often every step was given. What it says in full follows in a table.
struct Scores {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::string> steps;  ///< what they are called, from the first
    bool colours{};                  ///< the steps are green, amber and red
    struct Cell {
        std::vector<std::uint32_t> counts;  ///< of each step
        std::string text;                   ///< what it comes to; empty when nobody gave any
    };
    struct Row {
        std::string badge, label;
        Hue hue{};
        std::vector<Cell> cells;
    };
    std::vector<Row> rows;
};

/// A picture of the session.
struct Picture {
    domain::PictureId id;
    std::string description;  ///< what is to be seen on it; may be empty
};

struct Item {
    std::string text, details;
    std::string badge;  ///< before it, in the colour of `hue`; may be empty
    Hue hue{};
    std::vector<std::string> marks{};  ///< short words after it
    std::vector<Picture> pictures{};
};
/// Something with a sign and a title, and what belongs to it.
struct Card {
    std::string badge, title, aside;
    Hue hue{};
    std::vector<Fact> facts;
    std::vector<Item> items;
};

struct Pin {
    double x{}, y{};  ///< 0..1 from the left and from the top
    std::string label;
    Hue hue{};
};
struct Plan {
    Picture picture;
    std::uint32_t width{}, height{};
    std::vector<Pin> pins;
};

/// Work over the months, drawn; its words stand in the table that follows it. All places are 0..1 from the left.
struct Stretch {
    double from{}, until{};
};
struct Lane {
    std::string label;
    Hue hue{};
    Stretch work;
    std::vector<Stretch> season{};  ///< when work of this kind can be done; empty: always
    bool is_out_of_season{};
};
struct Tick {
    std::string label, below;  ///< a month; its year where that begins
    double at{};
};
struct Timeline {
    std::vector<Tick> months;
    std::vector<Lane> lanes;
    std::string key;  ///< what the light stretches mean
};

using Block = std::variant<Paragraph, Bullets, Facts, Table, Bars, Scores, Card, Plan, Timeline>;

struct Section {
    std::string id;  ///< for links
    std::string title;
    std::vector<Block> blocks;
};

struct Document {
    std::string language;  ///< nl or en
    std::string kind, title, subtitle;
    std::vector<Fact> cover;
    std::string notice;  ///< in large letters on the cover, when there is something to know first
    std::string contents_title;
    std::vector<Section> sections;
    std::string footer;  ///< on every page
    std::string page_of;  ///< "Page {page} of {pages}"
    std::string goes_on;  ///< "{title} (continued)": above what goes on on another page
    domain::Brand brand;  ///< its colour is readable already
    std::string colophon;  ///< which version of the content it is, so that two prints can be compared; may be empty
    bool on_one_page{};   ///< without a cover, smaller where that is needed
};

/// How much there is to write: blocks, and the items of cards.
[[nodiscard]] inline std::size_t parts_of(const Document& document) {
    std::size_t parts = 0;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks) {
            const auto* card = std::get_if<Card>(&block);
            parts += 1 + (card ? card->items.size() : 0);
        }
    return parts;
}

}  // namespace kiemkring::report
