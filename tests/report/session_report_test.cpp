// What a report says of a whole session, what it keeps to itself, and what its formats make of the texts of people.
#include "report/complete.h"
#include "report/full_session.h"
#include "report/pdf_text.h"

#include <algorithm>

#include "report/html_page.h"
#include "report/pdf.h"
#include "report/session_report.h"

namespace kiemkring::report::session_report_test {

using namespace domain;

/// Three people and one on paper, from the ideas to the next step.
struct Afternoon : Meeting {
    PersonId anna, bram, chris;
    GroupId wall;

    Afternoon() {
        session.info.question = "Wat kan hier groeien?";
        anna = join("Annabel");
        bram = join("Bramwell");
        chris = join("Christoffel");
        start(2);
        const auto first = idea(anna, "Muur met klimop"), second = idea(bram, "Gevel vol bloemen");
        idea(chris, "Bankje in de schaduw");
        start(3);
        REQUIRE(facilitator(CreateGroup{"Groene gevel", {{first}, {second}}}) == accepted);
        wall = {made};
    }
    void vote() {
        start(4);
        for (const auto who : {anna, bram, chris}) REQUIRE(person(who, CastVote{wall}) == accepted);
        REQUIRE(person(anna, CastVote{wall.next()}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
    }
    void agree() {
        start(15);
        REQUIRE(person(bram, AnswerConcern{wall, ConcernAnswer::worried, "wie betaalt dat eigenlijk"}) == accepted);
        start(7);
        REQUIRE(person(anna, CommitTo{wall, CommitmentRole::lead, "op zaterdag"}) == accepted);
        REQUIRE(person(bram, GiveContact{ContactKind::email, "bram@voorbeeld.nl", {"this_idea"}}) == accepted);
        start(8);
        REQUIRE(facilitator(SetNextStep{"2027-03-04", "samen kijken"}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }

    [[nodiscard]] Document report(std::string language = "nl", Naming naming = Naming::everybody) const {
        return session_report({session, log}, {std::move(language), naming, sections_for(Readership::archive), moment.now});
    }
    [[nodiscard]] std::string page(std::string language = "nl", Naming naming = Naming::everybody) const { return html_of(report(std::move(language), naming), {}); }
};

bool says(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

TEST_CASE("A report tells what was asked, made, chosen and agreed, in both languages") {
    Afternoon afternoon;
    afternoon.vote();
    afternoon.agree();
    const auto dutch = afternoon.page();
    for (const std::string_view text : {"Verslag van de groep", "Wat kan hier groeien?", "3 mensen dachten mee", "Er kwamen 3 ideeën", "Groene gevel", "Muur met klimop",
                                        "Gevel vol bloemen", "Bankje in de schaduw", "3 stemmen", "Annabel", "trekt de kar", "op zaterdag", "4 maart 2027",
                                        "samen kijken", "0 × prima, 1 × een zorg", "De stemming is dicht. 3 van de 3 mensen hadden gestemd."}) {
        INFO(text);
        CHECK(says(dutch, text));
    }
    const auto english = afternoon.page("en");
    for (const std::string_view text : {"Report of the group", "3 people thought along", "Groene gevel", "3 votes", "leads", "4 March 2027"}) {
        INFO(text);
        CHECK(says(english, text));
    }
}

TEST_CASE("A report says of a draw that was undone that it was") {
    Meeting meeting;
    meeting.up_to_the_vote(6, 8);
    for (std::uint32_t who = 1; who <= 6; ++who)
        for (std::uint32_t candidate : {1U, 2U, 3U, 4U, 5U + who % 2}) REQUIRE(meeting.person({who}, CastVote{{candidate}}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    REQUIRE(meeting.facilitator(DrawLots{}) == accepted);
    const auto told = [&] {
        const auto page = html_of(session_report({meeting.session, meeting.log}, {"nl", Naming::everybody, sections_for(Readership::archive), meeting.moment.now}), {});
        return says(page, "Die loting is teruggedraaid en telt niet.");
    };
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    REQUIRE(meeting.facilitator(DrawLots{}) == accepted);
    CHECK_FALSE(told());  // nothing of a result before it is revealed
    meeting.start(6);
    while (meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted) {}
    CHECK(told());
}

TEST_CASE("What was merged stands with what it went into") {
    Meeting meeting;
    const auto anna = meeting.join("Annabel");
    meeting.start(2);
    const auto kept = meeting.idea(anna, "Een bank in de zon"), gone = meeting.idea(anna, "Bankje met uitzicht");
    meeting.start(3);
    REQUIRE(meeting.facilitator(MergeIdeas{{gone}, kept}) == accepted);
    REQUIRE(meeting.facilitator(ShareIdeas{true}) == accepted);
    const auto page = html_of(session_report({meeting.session, meeting.log}, {"nl", Naming::everybody, sections_for(Readership::archive), meeting.moment.now}), {});
    CHECK(says(page, "ook: Bankje met uitzicht"));
}

TEST_CASE("What was merged keeps its explanation and its second language") {
    Meeting meeting;
    const auto anna = meeting.join("Annabel");
    meeting.start(2);
    const auto kept = meeting.idea(anna, "Een bank in de zon");
    REQUIRE(meeting.person(anna, SubmitIdea{"Bankje met uitzicht", "Dan zie je het water"}) == accepted);
    const IdeaId gone{meeting.made};
    meeting.start(3);
    REQUIRE(meeting.facilitator(TranslateIdea{gone, "pl", "Ławka z widokiem"}) == accepted);
    REQUIRE(meeting.facilitator(MergeIdeas{{gone}, kept}) == accepted);
    REQUIRE(meeting.facilitator(ShareIdeas{true}) == accepted);
    const auto document = session_report({meeting.session, meeting.log}, {"nl", Naming::everybody, sections_for(Readership::archive), meeting.moment.now});
    const auto page = html_of(document, {}), text = text_of(pdf_of(document, {}));
    for (const std::string_view word : {"ook: Bankje met uitzicht", "Dan zie je het water", "Ławka z widokiem"}) {
        INFO(word);
        CHECK(says(page, word));
        CHECK(says(text, word));
    }
}

TEST_CASE("What is to be seen on a photo stands below it in a PDF as well") {
    const PictureId first{1}, second{2}, third{3};
    Item item{"Een bank in de zon", {}};
    item.pictures = {{first, "De hoek waar nu fietsen staan"}, {second, ""}, {third, "Het muurtje achter de kantine, met de waterkraan die lekt"}, {PictureId{9}, "Er niet meer"}};
    Document document;
    document.language = "nl";
    document.title = "Rietkamp";
    document.sections.push_back({"ideas", "Alle ideeën", {Card{{}, "Zitten", {}, Hue::moss, {}, {item}}, Paragraph{"Daarna nog dit."}}});
    const auto wide = full::photo_like(1), tall = full::photo_like(2, 900, 1200);
    const auto text = text_of(pdf_of(document, {{first, wide}, {second, wide}, {third, tall}}));
    for (const std::string_view word : {"fietsen", "muurtje", "waterkraan", "lekt", "Daarna nog dit."}) {
        INFO(word);
        CHECK(says(text, word));
    }
    CHECK_FALSE(says(text, "Er niet meer"));
    CHECK(text.find("lekt") < text.find("Daarna nog dit."));
}

TEST_CASE("Of one a report speaks as of one") {
    Meeting meeting;
    meeting.up_to_the_vote(2, 3);
    for (const std::uint32_t candidate : {1U, 2U}) REQUIRE(meeting.person({1}, CastVote{{candidate}}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    meeting.start(6);
    while (meeting.facilitator(RevealNext{meeting.session.revealed}) == accepted) {}
    meeting.start(7);
    REQUIRE(meeting.session.top);
    const auto all = std::to_string(meeting.session.top->entries.size());
    REQUIRE(all != "1");
    REQUIRE(meeting.person({1}, CommitTo{{1}, CommitmentRole::lead, ""}) == accepted);
    const auto page = [&](std::string language) {
        return html_of(session_report({meeting.session, meeting.log}, {std::move(language), Naming::everybody, sections_for(Readership::archive), meeting.moment.now}), {});
    };
    CHECK(says(page("nl"), "1 van de " + all + " gekozen ideeën heeft een trekker."));
    CHECK(says(page("en"), "1 of the " + all + " chosen ideas has somebody who leads it."));
}

TEST_CASE("What did not reach the top keeps its proposal, with its group, and what is kept for later says why") {
    Meeting meeting;
    const auto anna = meeting.join("Annabel"), bram = meeting.join("Bramwell");
    meeting.start(2);
    const auto first = meeting.idea(anna, "Een bank in de zon"), second = meeting.idea(bram, "Een vijver met riet"), third = meeting.idea(anna, "Een nestkast"),
               loose = meeting.idea(bram, "Een hek van wilgen");
    meeting.start(3);
    std::vector<GroupId> groups;
    for (const auto& [name, idea] : std::vector<std::pair<std::string, IdeaId>>{{"Zitten", first}, {"Water", second}, {"Vogels", third}, {"", loose}}) {
        REQUIRE(meeting.facilitator(CreateGroup{name, {MovedIdea{idea}}}) == accepted);
        groups.push_back({meeting.made});
    }
    meeting.start(13);
    REQUIRE(meeting.facilitator(ChooseForTable{1, groups[0], true}) == accepted);
    REQUIRE(meeting.facilitator(ChooseForTable{1, groups[1], true}) == accepted);
    REQUIRE(meeting.facilitator(ChooseForTable{1, groups[3], true}) == accepted);
    REQUIRE(meeting.facilitator(KeepChosen{}) == accepted);
    meeting.start(14);
    REQUIRE(meeting.person(anna, SubmitIdea{"Te laat bedacht", ""}) == accepted);
    REQUIRE(meeting.person(anna, TakeProposal{groups[0], true}) == accepted);
    REQUIRE(meeting.person(anna, WordProposal{groups[0], 0, "Twee banken van eiken", "onder de linde", "wie pauze heeft", Fits::yes, Fits::unknown}) == accepted);
    REQUIRE(meeting.person(bram, WordProposal{groups[1], 0, "Een vijver van tien bij tien", "", "", Fits::unknown, Fits::no}) == accepted);
    REQUIRE(meeting.person(bram, WordProposal{groups[3], 0, "Wilgentenen langs het pad", "aan de noordkant", "", Fits::unknown, Fits::unknown}) == accepted);
    REQUIRE(meeting.facilitator(KeepGroupForLater{groups[1], true}) == accepted);
    REQUIRE(meeting.facilitator(ShareIdeas{true}) == accepted);

    const auto section = [&](std::string language, Naming naming, std::vector<ReportSection> sections) {
        const auto document = session_report({meeting.session, meeting.log}, {std::move(language), naming, std::move(sections), meeting.moment.now});
        const auto found = std::ranges::find(document.sections, std::string{"ideas"}, &Section::id);
        REQUIRE(found != document.sections.end());
        return *found;
    };
    /// Title, facts and items of every card, a line each.
    const auto told = [&](const std::string& language, Naming naming = Naming::nobody, std::vector<ReportSection> sections = sections_for(Readership::participants)) {
        std::string lines;
        for (const auto& block : section(language, naming, std::move(sections)).blocks) {
            const auto* card = std::get_if<Card>(&block);
            if (!card) continue;
            lines += "= " + card->title + '\n';
            for (const auto& [label, value] : card->facts) lines += label + ": " + value + '\n';
            for (const auto& item : card->items) {
                lines += "- " + item.text + '\n';
                for (const auto& mark : item.marks) lines += "  " + mark + '\n';
            }
        }
        return lines;
    };
    const std::string later =
        "= Voor later\nWaarom: Na de ronde voor ideeën gekomen.\n- Te laat bedacht\n"
        "= Voor later: Vogels\nWaarom: Door geen tafel gekozen.\n- Een nestkast\n"
        "= Voor later: Water\nWaarom: Door de begeleider naar later gezet.\nWat: Een vijver van tien bij tien\nPast binnen het geld: nee\n- Een vijver met riet\n";
    const std::string alone = "= Ideeën die op zichzelf staan\n- Een hek van wilgen\n  Wat: Wilgentenen langs het pad\n  Waar: aan de noordkant\n";
    const std::string bench = "Wat: Twee banken van eiken\nWaar: onder de linde\nVoor wie: wie pauze heeft\nPast binnen de tijd: ja\n";
    CHECK(told("nl") == "= Zitten\n" + bench + "- Een bank in de zon\n" + alone + later);
    CHECK(told("nl", Naming::everybody) == told("nl"));
    CHECK(told("en").ends_with("= For later\nWhy: Came after the round for ideas.\n- Te laat bedacht\n"
                               "= For later: Vogels\nWhy: Chosen by no table.\n- Een nestkast\n"
                               "= For later: Water\nWhy: Moved to later by the facilitator.\nWhat: Een vijver van tien bij tien\nFits the money: no\n- Een vijver met riet\n"));

    // What was moved and moved back is there for its first reason.
    REQUIRE(meeting.facilitator(KeepForLater{{third}, false}) == accepted);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(told("nl").ends_with(later));

    // What the top tells is not told twice; without the top it is told here.
    meeting.start(4);
    REQUIRE(meeting.person(anna, CastVote{groups[0]}) == accepted);
    REQUIRE(meeting.person(bram, CastVote{groups[0]}) == accepted);
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == accepted);
    REQUIRE(meeting.session.is_in_top(groups[0]));
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-03-04", "samen kijken"}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(told("nl").starts_with("= Zitten\n- Een bank in de zon\n"));
    CHECK(told("nl", Naming::nobody, {ReportSection::ideas}).starts_with("= Zitten\n" + bench));
    CHECK(told("nl").ends_with(later));
    const auto page = html_of(session_report({meeting.session, meeting.log}, {"nl", Naming::nobody, sections_for(Readership::archive), meeting.moment.now}), {});
    for (const std::string_view words : {"Twee banken van eiken", "Een vijver van tien bij tien", "Wilgentenen langs het pad"}) {
        const auto at = page.find(words);
        REQUIRE(at != std::string::npos);
        CHECK(page.find(words, at + 1) == std::string::npos);
    }
}

TEST_CASE("A report without names says neither who invited nor who is responsible") {
    Afternoon afternoon;
    afternoon.session.info.host = "Karel van de Gastheer";
    afternoon.session.info.controller = "Truus, truus@post.example";
    afternoon.vote();
    afternoon.agree();
    for (const auto* word : {"Karel van de Gastheer", "truus@post.example"}) {
        CHECK(says(afternoon.page("nl", Naming::everybody), word));
        CHECK_FALSE(says(afternoon.page("nl", Naming::nobody), word));
    }
}

TEST_CASE("A report never says who wrote an idea, what a concern was, or how to reach somebody") {
    Afternoon afternoon;
    afternoon.vote();
    afternoon.agree();
    for (const auto naming : {Naming::everybody, Naming::nobody}) {
        const auto page = afternoon.page("nl", naming);
        CHECK_FALSE(says(page, "wie betaalt"));
        CHECK_FALSE(says(page, "bram@voorbeeld.nl"));
    }
    // Somebody who only had ideas and a concern is named among those who were there, and nowhere else.
    const auto page = afternoon.page();
    const auto first = page.find("Christoffel");
    REQUIRE(first != std::string::npos);
    CHECK(page.find("Christoffel", first + 1) == std::string::npos);
}

TEST_CASE("In a report without names nobody is named") {
    Afternoon afternoon;
    afternoon.vote();
    afternoon.agree();
    const auto nobody = afternoon.page("nl", Naming::nobody);
    for (const std::string_view name : {"Annabel", "Bramwell", "Christoffel"}) CHECK_FALSE(says(nobody, name));
    CHECK(says(nobody, "iemand"));
}

TEST_CASE("A report by consent names only who said yes, until they take it back") {
    Afternoon afternoon;
    afternoon.vote();
    const GiveContact yes{ContactKind::email, "", {"name_in_report"}};
    REQUIRE(afternoon.person(afternoon.anna, yes) == accepted);
    afternoon.agree();
    const auto page = afternoon.page("nl", Naming::agreed);
    CHECK(says(page, "Annabel"));
    for (const std::string_view name : {"Bramwell", "Christoffel"}) CHECK_FALSE(says(page, name));
    CHECK(says(page, "En nog 2 mensen, hier zonder naam."));
    CHECK(says(page, "Alleen wie ja zei"));
    CHECK_FALSE(says(page, "De gastheer en wie"));  // there is none
    afternoon.session.info.host = "Karel van de Gastheer";
    const auto hosted = afternoon.page("nl", Naming::agreed);
    CHECK(says(hosted, "Karel van de Gastheer"));
    CHECK(says(hosted, "Alleen wie ja zei, staat hier met naam. De gastheer en wie verantwoordelijk is voor de gegevens, staan er ook bij."));
    REQUIRE(afternoon.person(afternoon.anna, WithdrawContact{}) == accepted);
    CHECK_FALSE(says(afternoon.page("nl", Naming::agreed), "Annabel"));
    CHECK(says(afternoon.page("nl", Naming::everybody), "Bramwell"));
}

TEST_CASE("An interim report says nothing that the room may not know yet") {
    Meeting silent;
    const auto writer = silent.join();
    silent.start(2);
    silent.idea(writer, "Muur met klimop");
    const auto page = [&silent] {
        return html_of(session_report({silent.session, silent.log}, {"nl", {}, sections_for(Readership::archive), silent.moment.now}), {});
    };
    CHECK(says(page(), "Tussenstand"));
    CHECK_FALSE(says(page(), "Muur met klimop"));
    REQUIRE(silent.facilitator(ShareIdeas{true}) == accepted);
    CHECK(says(page(), "Muur met klimop"));

    Afternoon afternoon;
    afternoon.vote();
    REQUIRE(afternoon.session.top);
    const auto closed = afternoon.page();
    CHECK(says(closed, "De uitslag is nog niet onthuld."));
    CHECK_FALSE(says(closed, "3 stemmen"));
}

TEST_CASE("Every part of a report has its words in both languages") {
    Afternoon afternoon;
    afternoon.vote();
    afternoon.agree();
    for (const std::string language : {"nl", "en"}) {
        const auto document = afternoon.report(language);
        REQUIRE(document.sections.size() == section_names.size() - 2);  // nothing came along to be chosen from, and there is no map
        for (const auto& section : document.sections) {
            INFO(language << ' ' << section.id);
            check_is_complete(section);
        }
    }
}

TEST_CASE("Whatever people write stays text") {
    static constexpr std::array<std::string_view, 9> texts{
        "<script>alert(1)</script>", "=HYPERLINK(\"http://evil\",\"klik\")", "' onmouseover='x", "</style><b>vet</b>", "{n} {question} {}", "%s%n &amp; &lt;",
        "\u202Eomgekeerd", "👩‍🌾🏳️‍🌈 عشب 草 घास", "Robert'); DROP TABLE ideas;--"};
    Afternoon afternoon;
    for (const auto text : texts) {
        afternoon.start(2);
        afternoon.idea(afternoon.anna, std::string{text});
    }
    afternoon.vote();
    afternoon.agree();
    const auto document = afternoon.report();
    std::size_t items = 0;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* card = std::get_if<Card>(&block); card && section.id == "ideas") items += card->items.size();
    CHECK(items == afternoon.session.ideas.size());

    const auto page = html_of(document, {});
    CHECK_FALSE(says(page, "<script"));
    CHECK_FALSE(says(page, "<b>"));
    CHECK(says(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(says(page, "{n} {question} {}"));
    CHECK(says(page, "&#39; onmouseover=&#39;x"));
}

TEST_CASE("A PDF says the same as the page, on as many pages as it takes") {
    Afternoon afternoon;
    for (int i = 0; i < 120; ++i) {
        afternoon.start(2);
        afternoon.idea(i % 2 ? afternoon.anna : afternoon.bram, "Plek nummer " + std::to_string(i) + " voor bomen en struiken");
    }
    afternoon.vote();
    afternoon.agree();
    const auto pdf = pdf_of(afternoon.report(), {});
    REQUIRE(pdf.starts_with("%PDF-"));
    const auto text = text_of(pdf);
    for (int i = 0; i < 120; ++i) CHECK(says(text, "Plek nummer " + std::to_string(i) + " voor"));
    for (const std::string_view word : {"In één minuut", "Groene gevel", "Annabel", "4 maart 2027", "Besluiten"}) CHECK(says(text, word));
    const auto pages = static_cast<std::size_t>(std::ranges::count(text, '\f'));
    CHECK(pages > 5);
    CHECK(says(text, "2 van " + std::to_string(pages)));
    // What goes on over a page says of what it is.
    CHECK(says(text, "Ideeën die op zichzelf staan (vervolg)"));
    CHECK_FALSE(says(text, "1 van " + std::to_string(pages) + "\n"));  // the cover has no number
}

TEST_CASE("After what is no character the rest of a PDF is there") {
    Afternoon afternoon;
    afternoon.start(2);
    afternoon.idea(afternoon.anna, "voor \uFFFE \uFDD0 \U0001FFFF na");
    afternoon.idea(afternoon.bram, "Een pad van schelpen");
    REQUIRE(afternoon.facilitator(ShareIdeas{true}) == accepted);
    CHECK(says(text_of(pdf_of(afternoon.report(), {})), "Een pad van schelpen"));
}

TEST_CASE("A word without an end and a text of every script do not break a page") {
    Afternoon afternoon;
    afternoon.start(2);
    afternoon.idea(afternoon.anna, std::string(140, 'w'));
    afternoon.idea(afternoon.bram, "مكان أخضر صغير 小さな緑 छोटी हरी जगह мале зелене місце");
    REQUIRE(afternoon.facilitator(ShareIdeas{true}) == accepted);
    const auto text = text_of(pdf_of(afternoon.report("en"), {}));
    for (const std::string_view word : {"мале", "小さな緑"}) CHECK(says(text, word));
}

}  // namespace kiemkring::report::session_report_test
