// Arabic and Hebrew among our own words: each stays apart, and the line goes on in its own direction, in the page and on paper.
#include "domain/meeting.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include "report/direction.h"
#include "report/full_session.h"
#include "report/html_page.h"
#include "report/html_text.h"
#include "report/pdf.h"
#include "report/session_report.h"

namespace kiemkring::report::direction_test {

using namespace domain;

bool says(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

/// A vote that two people of other scripts lead an idea of.
struct Mixed : Meeting {
    Mixed() {
        session.info.title = "טרמינל ירוק";
        session.info.place = "חיפה";
        session.info.question = "ماذا ينمو هنا؟";
        const auto first = join("محمد"), second = join("שרה"), third = join("Zoë");
        start(2);
        const auto garden = idea(first, "حديقة (صغيرة)"), bench = idea(second, "ספסל בצל"), pond = idea(third, "Een vijver");
        idea(third, "Meer bomen");
        start(3);
        REQUIRE(facilitator(MergeIdeas{{bench}, pond}) == accepted);
        REQUIRE(facilitator(CreateGroup{"حديقة خضراء", {{garden}}}) == accepted);
        const GroupId group{made};
        start(4);
        for (const auto who : {first, second, third}) REQUIRE(person(who, CastVote{group}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        start(6);
        while (facilitator(RevealNext{session.revealed}) == accepted) {}
        start(7);
        for (const auto who : {first, second}) REQUIRE(person(who, CommitTo{group, CommitmentRole::lead, ""}) == accepted);
        start(8);
        REQUIRE(facilitator(SetNextStep{"2027-03-04", "جولة في الموقع"}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    [[nodiscard]] Document report() const {
        auto document = session_report({session, log}, {"nl", Naming::everybody, sections_for(Readership::archive), moment.now});
        document.brand.accent = moss;
        return document;
    }
};

/// The middle of the first word with a letter from `from` to `until` on the line of the PDF that has `beside` in it; -1 when there is none.
double place_of(const std::string& pdf, char32_t from, char32_t until, std::string_view beside) {
    const auto path = scratch_path("direction.pdf");
    std::ofstream{path, std::ios::binary} << pdf;
    std::string words;
    if (auto* pipe = popen(("pdftotext -bbox " + path.string() + " -").c_str(), "r")) {
        std::array<char, 4096> part{};
        while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) words.append(part.data(), count);
        CHECK(pclose(pipe) == 0);
    }
    std::filesystem::remove(path);
    // <word xMin="62.0" yMin="1.0" xMax="80.0" yMax="9.0">text</word>
    struct Word {
        double left{}, right{}, bottom{};
        std::string text;
    };
    std::vector<Word> all;
    std::istringstream lines{words};
    for (std::string line; std::getline(lines, line);) {
        Word word;
        double top = 0;
        if (std::sscanf(line.c_str(), " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">", &word.left, &top, &word.right, &word.bottom) != 4) continue;
        const auto begin = line.find('>') + 1;
        word.text = line.substr(begin, line.find("</word>") - begin);
        all.push_back(word);
    }
    const auto has = [&](const std::string& text) {
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
            const char32_t letter = (byte(i) & 0xE0) == 0xC0 ? (byte(i) & 0x1FU) << 6 | (byte(i + 1) & 0x3FU)
                                    : (byte(i) & 0xF0) == 0xE0 && i + 2 < text.size() ? (byte(i) & 0x0FU) << 12 | (byte(i + 1) & 0x3FU) << 6 | (byte(i + 2) & 0x3FU)
                                                                                     : 0;
            if (letter >= from && letter <= until) return true;
        }
        return false;
    };
    for (const auto& mark : all)
        if (mark.text == beside)
            for (const auto& word : all)
                if (std::abs(word.bottom - mark.bottom) < 6 && has(word.text)) return (word.left + word.right) / 2;
    return -1;
}

TEST_CASE("Words that run from the right are kept apart, and nothing else is touched", "[report][direction]") {
    for (const auto* text : {"", "Een vijver", "草 Київ 🌳 (3)", "regel\nregel"}) CHECK(isolated(text) == text);
    CHECK(isolated("محمد") == "\u2068محمد\u2069");
    CHECK(isolated("Tuin גן\nbomen\nשרה") == "\u2068Tuin גן\u2069\nbomen\n\u2068שרה\u2069");
    // Signs that people bring along end where their text ends.
    CHECK(isolated("\u202Eomgekeerd") == "\u2068\u202Eomgekeerd\u2069");
    CHECK(isolated("a\u2069b") == "\u2068\u2068a\u2069b\u2069");
    CHECK(isolated("a\u2067b") == "\u2068a\u2067b\u2069\u2069");
    CHECK(outside_isolates("\u2068محمد\u2069, \u2068\u2067x\u2069y\u2069 en") == ",  en");
    CHECK(with_isolates("\u2068<i>\u2069, \u2068a\u2068b\u2069\u2069") == "<bdi>&lt;i&gt;</bdi>, <bdi>a<bdi>b</bdi></bdi>");
    CHECK(with_isolates("\u2069x\u2068y\u2067z\u2069") == "\u2069x\u2068y\u2067z\u2069");
}

TEST_CASE("A page keeps Arabic and Hebrew apart from what stands beside them", "[report][direction]") {
    const auto page = html_of(Mixed{}.report(), {});
    for (const auto* text : {"<dd dir=\"auto\"><bdi>محمد</bdi>, <bdi>שרה</bdi></dd>", "1. <bdi>حديقة خضراء</bdi> (3 stemmen)", "4 maart 2027: <bdi>جولة في الموقع</bdi>",
                             "<p class=\"lead\" dir=\"auto\"><bdi>חיפה</bdi>, ", "ging het over deze vraag: <bdi>ماذا ينمو هنا؟</bdi>", "Samengevoegd met Een vijver: <bdi>ספסל בצל</bdi>.",
                             "ook: <bdi>ספסל בצל</bdi>"}) {
        INFO(text);
        CHECK(says(page, text));
    }
}

TEST_CASE("On paper a list of Arabic and Hebrew names goes on from left to right", "[report][direction]") {
    const Mixed mixed;
    const auto pdf = pdf_of(mixed.report(), {});
    full::keep("directions.pdf", pdf);
    full::keep("directions.html", html_of(mixed.report(), {}));
    // "Trekker   محمد, שרה": in the order in which they came, after the label.
    const auto arabic = place_of(pdf, 0x600, 0x6FF, "Trekker"), hebrew = place_of(pdf, 0x590, 0x5FF, "Trekker");
    CHECK(arabic > 62);
    CHECK(hebrew > arabic);
}

}  // namespace kiemkring::report::direction_test
