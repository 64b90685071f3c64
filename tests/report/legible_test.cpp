// What is printed can be read: every script has its letters, and grey is enough.
#include <catch2/catch.hpp>

#include <array>
#include <set>
#include <string>

#include "report/brand.h"
#include "report/full_session.h"
#include "report/palette.h"
#include "report/paper.h"
#include "report/pdf.h"
#include "report/pdf_text.h"
#include "report/trajectory_report/steps.h"

namespace kiemkring::report::legible_test {

namespace trajectory = domain::trajectory;

struct Sample {
    const char* script;
    const char* text;
    const char* read_back;  ///< a part that poppler gives as it was written; nothing where a script has shapes of its own
};
constexpr std::array<Sample, 16> samples{{
    {"Latin", "Één struik, crème brûlée, Łódź, Şişli, naïef, Ångström, đặc biệt", "struik, crème brûlée, Łódź, Şişli"},
    {"Greek", "Μικρός κήπος δίπλα στο νερό", "Μικρός κήπος δίπλα στο νερό"},
    {"Cyrillic", "Маленький сад біля води, ґрунт і їжак", "Маленький сад біля води, ґрунт і їжак"},
    {"Arabic", "مكان أخضر صغير بجانب الماء", ""},
    {"Hebrew", "גינה קטנה ליד המים", "גינה"},
    {"Devanagari", "पानी के पास छोटी हरी जगह", ""},
    {"Bengali", "জলের পাশে ছোট বাগান", ""},
    {"Tamil", "தண்ணீர் அருகே சிறிய தோட்டம்", ""},
    {"Thai", "สวนเล็กริมน้ำ", ""},
    {"Georgian", "პატარა ბაღი წყალთან", "პატარა ბაღი წყალთან"},
    {"Armenian", "Փոքրիկ այգի ջրի մոտ", "Փոքրիկ այգի ջրի մոտ"},
    {"Amharic", "ትንሽ የአትክልት ቦታ", "ትንሽ"},
    {"Chinese", "水边的小花园", "水边的小花园"},
    {"Japanese", "水のそばの小さな庭、ベンチ", "水のそばの小さな庭、ベンチ"},
    {"Korean", "물가의 작은 정원", "물가의 작은 정원"},
    {"emoji", "🌱 🌳 🐸 🧑🏽‍🦽 👩‍🌾 🏳️‍🌈 🇳🇱", ""},
}};

int letters_missing(Canvas& canvas, std::string_view text) {
    const auto layout = canvas.text(text, {12}, 500);
    return pango_layout_get_unknown_glyphs_count(layout.get());
}

TEST_CASE("Every script that people write in has its letters on paper", "[report][legible]") {
    Paper paper{a4, {"proef", "", "nl"}};
    double y = 40;
    for (const auto& sample : samples) {
        INFO(sample.script);
        CHECK(letters_missing(paper, sample.text) == 0);
        const auto layout = paper.text(sample.text, {12}, 500);
        paper.draw(layout, 40, y, ink);
        y += Canvas::height_of(layout) + 8;
    }
    // A letter that nobody has yet is missing, and seen to be.
    CHECK(letters_missing(paper, "\U0003FFFD") == 1);
    const auto text = text_of(paper.finish());
    for (const auto& sample : samples) {
        INFO(sample.script);
        CHECK(text.find(sample.read_back) != std::string::npos);
    }
}

TEST_CASE("Signs of our own have their letters too", "[report][legible]") {
    Paper paper{a4, {"proef", "", "nl"}};
    for (const auto* sign : {"○", "✓", "◆", "▲", "·", "…", "–", "×", "²", "€"}) {
        INFO(sign);
        CHECK(letters_missing(paper, sign) == 0);
    }
}

TEST_CASE("In grey text is as readable as in colour, and what a colour says a shape says as well", "[report][legible]") {
    // Contrast is that of brightness alone, and so that of a printer without colours.
    for (std::size_t i = 0; i < 9; ++i) {
        const auto [tint, strong] = colors_of(static_cast<Hue>(i));
        INFO("hue " << i);
        CHECK(contrast(ink, tint) >= 7);
        CHECK(contrast(strong, tint) >= 4.5);
        CHECK(contrast(strong, white) >= 4.5);  // a pin or a bar on paper, and white letters on it
    }
    CHECK(contrast(soft_ink, white) >= 4.5);
    CHECK(contrast(clay, white) >= 4.5);
    // Three parts of one bar: beside each other they differ in grey, each from both others.
    for (std::size_t one = 0; one < 3; ++one)
        for (std::size_t other = one + 1; other < 3; ++other) {
            INFO(one << " beside " << other);
            CHECK(contrast(light_of(one), light_of(other)) >= 1.4);
        }
    // The words in them, as pdf.cpp writes them.
    for (std::size_t step = 0; step < 3; ++step) CHECK(contrast(light_of(step), step == 1 ? ink : white) >= 4.5);
    std::set<std::string> shapes;
    for (const auto colour : {trajectory::Colour::open, trajectory::Colour::green, trajectory::Colour::amber, trajectory::Colour::red}) {
        CHECK_FALSE(steps::shape_of(colour).empty());
        shapes.insert(steps::shape_of(colour));
    }
    CHECK(shapes.size() == 4);
}

}  // namespace kiemkring::report::legible_test
