// The pages of a PDF: nothing is lost between them, and no few lines stand alone on the last one.
#include "report/full_session.h"
#include "report/pdf_text.h"

#include <algorithm>

#include "report/pdf.h"
#include "report/pins.h"
#include "report/session_report.h"

namespace kiemkring::report::pages_test {

using namespace full;

std::vector<std::string> pages_of(const std::string& pdf) {
    std::vector<std::string> pages{""};
    for (const char letter : text_of(pdf)) {
        if (letter == '\f') pages.emplace_back();
        else pages.back() += letter;
    }
    pages.pop_back();
    return pages;
}
std::size_t count_in(const std::string& text, std::string_view word) {
    std::size_t times = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++times;
    return times;
}

/// The photos that `pdfimages -list` counts; emoji are pictures too, of another kind.
std::size_t images_in(const std::string& pdf) {
    const auto path = scratch_path("images.pdf");
    std::ofstream{path, std::ios::binary} << pdf;
    std::string list;
    if (auto* pipe = popen(("pdfimages -list " + path.string()).c_str(), "r")) {
        std::array<char, 4096> part{};
        while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) list.append(part.data(), count);
        CHECK(pclose(pipe) == 0);
    }
    std::filesystem::remove(path);
    return count_in(list, " jpeg ");
}

TEST_CASE("Every photo and every pin of a session is in its PDF", "[report][pages]") {
    const auto made_with = [](std::size_t photos) {
        FullSession full{24, photos};
        full.close();
        const ReportChoice choice{"nl", Naming::everybody, sections_for(Readership::archive), full.moment.now};
        auto document = session_report({full.session, full.log}, choice);
        std::size_t pictures = 0, pins = 0, ideas_with_a_place = 0;
        for (const auto& [id, idea] : full.session.ideas) ideas_with_a_place += idea.place.has_value();
        std::string labels;
        for (const auto& section : document.sections)
            for (const auto& block : section.blocks) {
                if (const auto* card = std::get_if<Card>(&block))
                    for (const auto& item : card->items) pictures += item.pictures.size();
                if (const auto* plan = std::get_if<Plan>(&block)) pins += plan->pins.size(), ++pictures;
            }
        CHECK(pictures == photos + 1);
        CHECK(pins == ideas_with_a_place);
        CHECK(pins == 14);
        CHECK(images_in(pdf_of(document, full.pictures)) == photos + 1);
        // The map alone: its labels stand on it, and nowhere else.
        std::erase_if(document.sections, [](const Section& section) { return section.id != "plan"; });
        REQUIRE(document.sections.size() == 1);
        std::erase_if(document.sections[0].blocks, [](const Block& block) { return !std::holds_alternative<Plan>(block); });
        const auto& plan = std::get<Plan>(document.sections[0].blocks.at(0));
        const auto map = pages_of(pdf_of(document, full.pictures)).at(1);
        for (const auto& pin : plan.pins) {
            INFO(pin.label);
            CHECK(map.find(pin.label) != std::string::npos);
        }
        return pictures;
    };
    CHECK(made_with(3) == 4);
    CHECK(made_with(9) == 10);
}

TEST_CASE("Letters of pins that stand close do not cover each other and stay on the map", "[report][pages]") {
    constexpr double wide = 475, tall = 300, edge = 8;
    std::vector<Pin> pins{{0.8, 0.2, "A1"}, {0.3, 0.7, "A2"}};
    for (int i = 0; i < 12; ++i) pins.push_back({0.5, 0.5, "B"});      // on one spot
    for (int i = 0; i < 6; ++i) pins.push_back({1, 1 - i * 0.002, "C"});  // in a corner
    const auto letters = letters_of(pins, wide, tall, std::vector(pins.size(), edge));
    REQUIRE(letters.size() == pins.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        INFO(i);
        for (std::size_t j = 0; j < i; ++j) CHECK(std::hypot(letters[i].x - letters[j].x, letters[i].y - letters[j].y) >= 2 * edge - 0.01);
        CHECK(letters[i].is_off == (i >= 2));
        if (!letters[i].is_off) continue;
        CHECK(std::clamp(letters[i].x, edge, wide - edge) == letters[i].x);
        CHECK(std::clamp(letters[i].y, edge, tall - edge) == letters[i].y);
        CHECK(std::hypot(letters[i].x - pins[i].x * wide, letters[i].y - pins[i].y * tall) < 8 * edge);
    }
    // Alone, each stands on its spot.
    for (const auto& pin : pins) {
        const auto alone = letters_of({pin}, wide, tall, {edge}).at(0);
        CHECK((alone.x == pin.x * wide && alone.y == pin.y * tall && !alone.is_off));
    }
}

TEST_CASE("A photo that is not there any more leaves no gap on paper", "[report][pages]") {
    const auto pages_with = [](bool names_photos) {
        Document document;
        document.language = "nl";
        document.title = "Proef";
        document.page_of = "{page} van {pages}";
        document.goes_on = "{title} (vervolg)";
        document.contents_title = "Inhoud";
        Card card;
        card.title = "Water";
        for (std::uint32_t i = 1; i <= 20; ++i) {
            Item item;
            item.text = "Een vijver, nummer " + std::to_string(i);
            if (names_photos) item.pictures.push_back({PictureId{i}, "riet"});
            card.items.push_back(std::move(item));
        }
        Section section{"ideas", "Alle ideeën", {}};
        section.blocks.emplace_back(std::move(card));
        document.sections.push_back(std::move(section));
        return pages_of(pdf_of(document, {})).size();
    };
    CHECK(pages_with(true) == pages_with(false));
}

TEST_CASE("A short last section does not stand alone on a page", "[report][pages]") {
    const auto document_of = [](int lines) {
        Document document;
        document.language = "nl";
        document.title = "Proef";
        document.page_of = "{page} van {pages}";
        document.goes_on = "{title} (vervolg)";
        document.contents_title = "Inhoud";
        Section first{"ideas", "Alle ideeën", {}}, last{"appendix", "Over dit verslag", {Paragraph{"Het laatste woord van dit verslag."}, Paragraph{"En nog één."}}};
        for (int i = 0; i < lines; ++i) first.blocks.push_back(Paragraph{"Een regel die er staat, nummer " + std::to_string(i) + "."});
        document.sections = {first, last};
        return document;
    };
    // Wherever the page ends before it.
    std::size_t fewest = 99, most = 0;
    for (int lines = 24; lines <= 84; ++lines) {
        INFO(lines << " lines");
        const auto pages = pages_of(pdf_of(document_of(lines), {}));
        REQUIRE(pages.size() >= 2);
        fewest = std::min(fewest, pages.size());
        most = std::max(most, pages.size());
        CHECK(count_in(pages.back(), "Het laatste woord") == 1);
        CHECK(count_in(pages.back(), "Een regel die er staat") > 0);
        std::string all;
        for (const auto& page : pages) all += page;
        CHECK(count_in(all, "Een regel die er staat") == static_cast<std::size_t>(lines));
        CHECK(count_in(pages.back(), std::to_string(pages.size()) + " van " + std::to_string(pages.size())) == 1);
    }
    CHECK(fewest == 2);
    CHECK(most >= 3);
}

}  // namespace kiemkring::report::pages_test
