// What "looks alike" means, on small examples of our own.
#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/limits.h"
#include "similarity/suggestions.h"
#include "similarity/word_parts.h"

using namespace kiemkring;
using namespace kiemkring::similarity;

namespace {

using Words = std::vector<std::string>;

std::string dutch_stem(std::string_view word) { return Stemmer{Language::dutch}.stem(word); }

/// The text that is most like the first.
std::string nearest(const Words& texts, Language language = Language::dutch) {
    const Likeness likeness{texts, language};
    std::size_t best = 1;
    for (std::size_t i = 2; i < texts.size(); ++i)
        if (likeness.between(0, i) > likeness.between(0, best)) best = i;
    return texts[best];
}

Words shared(const Words& texts, Language language = Language::dutch) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < texts.size(); ++i) all.push_back(i);
    return Likeness{texts, language}.shared_words(all, 4);
}

std::vector<LooseIdea> ideas(const Words& texts) {
    std::vector<LooseIdea> ideas;
    for (std::uint32_t i = 0; i < texts.size(); ++i) ideas.push_back({{i + 1}, texts[i]});
    return ideas;
}

const Words mixed{"Regenton aan hal 3", "Een bankje bij de poort", "Regenwater van het dak niet het riool in",
                  "Vleermuiskasten aan de brug", "Ergens zitten als je wacht op een dock", "Nestkast voor de gierzwaluw"};

}  // namespace

TEST_CASE("Words are letters and digits in one form, names are seen") {
    const auto words = words_of("Een Café aan de ＨAVEN. Foto’s: 3x! Bij Hal 4");
    Words texts, names;
    for (const auto& word : words) {
        texts.push_back(word.text);
        if (word.is_name) names.push_back(word.text);
    }
    CHECK(texts == Words{"een", "café", "aan", "de", "haven", "foto's", "3x", "bij", "hal", "4"});
    CHECK(names == Words{"café", "haven", "hal"});
    CHECK(words_of("cafe\xCC\x81").at(0).text == words_of("café").at(0).text);
    CHECK(words_of("").empty());
    CHECK(words_of("\xFF\xFE").empty());
    CHECK(words_of(" - ,, 🌱").empty());
}

TEST_CASE("Forms of a Dutch word have one stem, small ones too") {
    CHECK(dutch_stem("boom") == dutch_stem("bomen"));
    CHECK(dutch_stem("boompje") == dutch_stem("boom"));
    CHECK(dutch_stem("bankjes") == dutch_stem("banken"));
    CHECK(dutch_stem("tuintje") == dutch_stem("tuinen"));
    CHECK(dutch_stem("bloemetjes") == dutch_stem("bloemen"));
    CHECK(dutch_stem("plantje") == dutch_stem("planten"));
    CHECK(dutch_stem("kastje") == dutch_stem("kasten"));
    CHECK(dutch_stem("tonnen") == dutch_stem("ton"));
    CHECK(dutch_stem("huizen") == dutch_stem("huis"));
    CHECK_FALSE(dutch_stem("oranje") == dutch_stem("oran"));
    CHECK(dutch_stem("") == "");
    CHECK(Stemmer{Language::english}.stem("benches") == Stemmer{Language::english}.stem("bench"));
}

TEST_CASE("A long word has the parts that are known") {
    PartList parts;
    for (const auto* word : {"bloem", "dak", "regen", "ton", "bijen", "hotel", "boom", "spiegel"}) parts.add_known(dutch_stem(word), word);
    parts.learn(dutch_stem("wilg"), "wilg");
    parts.learn(dutch_stem("hal"), "hal");
    parts.never_split(dutch_stem("regenboog"));
    const auto of = [&](std::string_view word) {
        Words found;
        for (const auto& part : parts.parts_of(dutch_stem(word))) found.push_back(parts.word_of(part));
        return found;
    };
    CHECK(of("regentonnen") == Words{"regen", "ton"});
    CHECK(of("bijenhotel") == Words{"bijen", "hotel"});
    CHECK(of("boomspiegel") == Words{"boom", "spiegel"});
    CHECK(of("wilgentunnel") == Words{"wilg"});
    CHECK(of("bloembakken") == Words{"bloem"});
    CHECK(of("regenboog").empty());
    CHECK(of("bloem").empty());
    CHECK(of(std::string(500, 'a') + "bloem").empty());  // costs nothing
    CHECK(of("haltafel").empty());  // learned, but too short to tell
}

TEST_CASE("The word bij is no bee and bijen are") {
    CHECK(shared({"Bankje bij de poort", "Bijenhotel in de berm"}).empty());
    CHECK(shared({"Bijles bij de kantine", "Wilde bijen"}).empty());
    CHECK_FALSE(shared({"Bijenhotel in de berm", "Zand voor wilde bijen"}).empty());
}

TEST_CASE("A bank with money or food is no bench") {
    CHECK(shared({"Voedselbank in de wijk", "Bank onder de eik"}).empty());
    CHECK_FALSE(shared({"Schommelbank", "Bank onder de eik"}).empty());
}

TEST_CASE("Small words and words of every idea make nothing alike") {
    CHECK(shared({"Een nieuwe plek voor ons allemaal maken", "Een mooie plek maken met ons bedrijf"}).empty());
    const Likeness likeness{Words{"de plek voor een", "de plek met een", ""}, Language::dutch};
    CHECK(likeness.between(0, 1) == 0);
    CHECK(likeness.between(0, 2) == 0);
}

TEST_CASE("Ideas that share no word are alike by their subject") {
    CHECK(nearest({"Hangmatten achter de loods", "Een ommetje van een kwartier", "Bankje in de zon", "Regentonnen"}) == "Bankje in de zon");
    CHECK(nearest({"Hammock behind the shed", "A walk of fifteen minutes", "A bench in the sun", "Rain barrels"}, Language::english) == "A bench in the sun");
}

TEST_CASE("A typing error does not hide a likeness") {
    CHECK(nearest({"Pergolla met druif", "Grote pergola", "Fietspad", "Wormen"}) == "Grote pergola");
}

TEST_CASE("Dutch and English ideas meet in their subject") {
    CHECK(nearest({"Een bankje onder de eik", "A bench with a view of the car park", "Solar panels for the shed", "Litter picking every Friday"}) ==
          "A bench with a view of the car park");
}

TEST_CASE("The name of a place says less than a word about the subject") {
    const Words texts{"Bomen langs de Havenweg", "Fietsenrek aan de Havenweg", "Bomen in de pauzetuin", "Speeltuin", "Koor", "Kookles"};
    CHECK(nearest(texts) == "Bomen in de pauzetuin");
}

TEST_CASE("Groups are proposed with the words that matched") {
    const auto found = suggest({ideas(mixed), {}});
    REQUIRE(found.size() >= 2);
    for (const auto& suggestion : found) {
        CHECK(suggestion.ideas.size() >= 2);
        CHECK_FALSE(suggestion.group);
        CHECK_FALSE(suggestion.words.empty());
        CHECK(suggestion.words.size() <= domain::limits::words_per_suggestion_max);
    }
    const auto has = [&](std::vector<domain::IdeaId> wanted) {
        return std::ranges::any_of(found, [&](const auto& one) { return one.ideas == wanted; });
    };
    CHECK(has({{1}, {3}}));  // water
    CHECK(has({{2}, {5}}));  // sitting
}

TEST_CASE("An idea that fits a group is proposed for it, by its ideas or by its name") {
    const std::vector<PlacedText> placed{{{7}, "Regenpijpen afkoppelen"}, {{7}, "Regenwater naar de wadi"}, {{8}, "Vogels en vleermuizen"}};
    const auto found = suggest({ideas(mixed), placed});
    const auto for_group = [&](std::uint32_t group) {
        std::vector<domain::IdeaId> ideas;
        for (const auto& one : found)
            if (one.group.value == group) ideas = one.ideas;
        return ideas;
    };
    CHECK(std::ranges::count(for_group(7), domain::IdeaId{1}) == 1);
    CHECK(std::ranges::count(for_group(8), domain::IdeaId{4}) == 1);
}

TEST_CASE("No idea is in two proposals, and there are never more than bounds allow") {
    Words texts;
    for (int i = 0; i < 1000; ++i) texts.push_back(mixed[static_cast<std::size_t>(i) % mixed.size()] + " " + std::to_string(i * 7919));
    const auto found = suggest({ideas(texts), {}});
    CHECK(found.size() <= domain::limits::suggestions_max);
    std::vector<domain::IdeaId> all;
    for (const auto& suggestion : found) {
        CHECK(suggestion.ideas.size() <= domain::limits::ideas_per_suggestion_max);
        all.insert(all.end(), suggestion.ideas.begin(), suggestion.ideas.end());
    }
    std::ranges::sort(all);
    CHECK(std::ranges::adjacent_find(all) == all.end());
    CHECK(suggest({ideas(texts), {}}) == found);
}

TEST_CASE("Where there is nothing to compare nothing is proposed") {
    CHECK(suggest({}).empty());
    CHECK(suggest({ideas({"Bankje"}), {}}).empty());
    CHECK(suggest({ideas({"", "", "\xFF", "🌱", "🌱"}), {}}).empty());
    CHECK(suggest({{}, {{{1}, "Bankje"}, {{1}, "Bank"}}}).empty());
}
