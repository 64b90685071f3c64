// What a report says of the rounds in which a group scores what came along, and chooses one of it.
#include <set>

#include "report/full_session.h"

#include "report/handout.h"
#include "report/html_page.h"
#include "report/pdf.h"
#include "report/session_report.h"

namespace kiemkring::report::choice_report_test {

using namespace domain;

bool says(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

/// Three people, two plans and the answer "none", two questions; rounds as Meeting says.
struct Choice : Meeting {
    static constexpr GroupId hedge{1}, roof{2}, none{3};
    PersonId anna, bram, chris;

    explicit Choice(Scale scale = Scale::points)
        : Meeting(30, Brought{scale, {{"Haag van meidoorn", "", 11}, {"Groen dak", "", 12}}, {{"Past bij het geld", "", 21}, {"Onderhoud", "", 22}}, "Geen van beide"}) {
        anna = join("Annabel");
        bram = join("Bramwell");
        chris = join("Christoffel");
    }
    void score() {
        start(17);
        const auto give = [this](PersonId who, GroupId plan, std::uint32_t question, std::uint32_t points) {
            REQUIRE(person(who, GiveScore{plan, question, points}) == accepted);
        };
        const auto best = session.matrix->scale == Scale::points ? 5U : 3U;
        give(anna, hedge, 0, best);
        give(bram, hedge, 0, 2);
        give(chris, hedge, 0, 1);
        give(anna, hedge, 1, 2);
        give(anna, roof, 0, 1);
        give(anna, roof, 1, 3);
    }
    void close() { REQUIRE(facilitator(CloseMatrix{true}) == accepted); }
    void choose() {
        start(18);
        REQUIRE(facilitator(ProposeChoice{hedge}) == accepted);
        REQUIRE(person(anna, AnswerConcern{hedge, ConcernAnswer::fine, ""}) == accepted);
        REQUIRE(facilitator(FreezeChoice{true, "Het minste werk"}) == accepted);
    }
    [[nodiscard]] Document report(std::string language = "nl") const {
        return session_report({session, log}, {std::move(language), Naming::everybody, sections_for(Readership::archive), moment.now});
    }
    [[nodiscard]] std::string page(std::string language = "nl") const { return html_of(report(std::move(language)), {}); }
};

/// The rounds of a session like any that chooses from a dossier.
void leave_out_what_it_has_not(Meeting& meeting) {
    std::erase_if(meeting.session.agenda, [](const AgendaItem& round) { return round.kind == RoundKind::ideas || round.kind == RoundKind::commit; });
}

TEST_CASE("A report draws what the group gave, says it in figures, and names what was chosen and why") {
    Choice choice;
    choice.score();
    choice.close();
    choice.choose();
    const auto dutch = choice.page();
    for (const std::string_view text : {"Wat de groep gaf en koos", "Gekozen: Haag van meidoorn. Het minste werk", "De groep bekeek 2 plannen met 2 vragen. 1 van de 3 mensen vulde alles in,",
                                        "2,7 (1–5, 3×)", "3,0 (1×)", "Haag van meidoorn, Past bij het geld: van 1 tot 5", "1 × prima, 0 × een zorg",
                                        "Over dit plan zei 1 van de 3 mensen wat die ervan vindt.", "Geen van beide", "De keuze staat vast: Haag van meidoorn."}) {
        INFO(text);
        CHECK(says(dutch, text));
    }
    CHECK_FALSE(says(dutch, "Er is niet gestemd"));
    for (const std::string_view text : {"What the group gave and chose", "2.7 (1–5, 3×)", "The group looked at 2 plans with 2 questions"}) {
        INFO(text);
        CHECK(says(choice.page("en"), text));
    }
    CHECK(pdf_of(choice.report(), {}).starts_with("%PDF-"));
}

TEST_CASE("What a group gave stays out of a report until the round is closed") {
    Choice choice;
    choice.score();
    const auto page = choice.page();
    CHECK(says(page, "De punten staan hier pas als de ronde gesloten is."));
    CHECK_FALSE(says(page, "2,7"));
    CHECK_FALSE(says(page, "class=\"steps\""));
    CHECK(says(page, "Er is nog geen plan gekozen."));
}

TEST_CASE("Of two who said what they think of a plan a report speaks as of more than one") {
    Choice choice;
    choice.score();
    choice.close();
    choice.start(18);
    REQUIRE(choice.facilitator(ProposeChoice{Choice::hedge}) == accepted);
    for (const auto who : {choice.anna, choice.bram}) REQUIRE(choice.person(who, AnswerConcern{Choice::hedge, ConcernAnswer::fine, ""}) == accepted);
    CHECK(says(choice.page(), "Over dit plan zeiden 2 van de 3 mensen wat ze ervan vinden."));
}

TEST_CASE("Of a matrix of colours a report says what each was given and what the table says of it") {
    Choice choice{Scale::colours};
    choice.score();
    choice.close();
    REQUIRE(choice.facilitator(DecideSubject{Choice::roof, Verdict::amber, "eerst de constructeur"}) == accepted);
    const auto page = choice.page();
    for (const std::string_view text : {"1 groen, 1 oranje, 1 rood", "De tafel zegt", "De tafel zegt van Groen dak: oranje.", "nog open"}) {
        INFO(text);
        CHECK(says(page, text));
    }
    CHECK(pdf_of(choice.report("en"), {}).starts_with("%PDF-"));
}

TEST_CASE("Of two plans that become one, and of a choice that is not what the vote came to, a report says so") {
    Choice choice;
    choice.score();
    choice.close();
    choice.start(4);
    for (const auto who : {choice.anna, choice.bram, choice.chris}) REQUIRE(choice.person(who, CastVote{Choice::none}) == accepted);
    REQUIRE(choice.facilitator(CloseVote{0, true}) == accepted);
    choice.start(18);
    REQUIRE(choice.facilitator(ProposeChoice{Choice::hedge, Choice::roof}) == accepted);
    REQUIRE(choice.facilitator(FreezeChoice{true, "Ze passen bij elkaar"}) == accepted);
    choice.start(8);
    REQUIRE(choice.facilitator(SetNextStep{"2027-03-04", "samen kijken"}) == accepted);
    REQUIRE(choice.facilitator(CloseSession{}) == accepted);
    const auto page = choice.page();
    for (const std::string_view text : {"Gekozen: Haag van meidoorn samen met Groen dak. Ze passen bij elkaar", "De keuze staat vast: Haag van meidoorn samen met Groen dak.",
                                        "De stemming kwam uit op Geen van beide. Daarna is anders gekozen."}) {
        INFO(text);
        CHECK(says(page, text));
    }
    CHECK(says(choice.page("en"), "Haag van meidoorn together with Groen dak"));
    CHECK_FALSE(says(choice.page(), "<li dir=\"auto\">Groen dak</li>"));
}

TEST_CASE("A report has no part about what its session had nothing to do with") {
    Choice choice;
    choice.score();
    choice.close();
    leave_out_what_it_has_not(choice);
    std::set<std::string> parts;
    for (const auto& section : choice.report().sections) parts.insert(section.id);
    CHECK(parts.contains("choice"));
    for (const auto* none : {"ideas", "plan", "commitments"}) CHECK_FALSE(parts.contains(none));
    CHECK_FALSE(says(choice.page(), "Dat werden"));
}

TEST_CASE("A session to which nothing came along has no part about choosing") {
    Meeting meeting;
    const auto document = session_report({meeting.session, meeting.log}, {"nl", {}, sections_for(Readership::archive), meeting.moment.now});
    for (const auto& section : document.sections) CHECK(section.id != "choice");
}

TEST_CASE("What a group of twelve gave, to be looked at", "[.look]") {
    const Brought brought{Scale::points,
                          {{"Haag van meidoorn langs de Kampweg", "", 11}, {"Groen dak op de fietsenstalling", "", 12}, {"Een wadi waar het water van de parkeerplaats in zakt", "", 13}, {"Boomgaard", "", 14}},
                          {{"Past bij het geld", "", 21}, {"Onderhoud", "", 22}, {"Koelt in de zomer", "", 23}, {"Wateroverlastbestendigheid", "", 24}, {"Iedereen mag er komen", "", 25}}, "Geen van deze"};
    Brought factors{Scale::colours, {{"Grond", "", 1}, {"Geld", "", 2}, {"Iemand die de kar trekt", "", 3}, {"Vergunning van de gemeente en het waterschap", "", 4}}, {{"Is het er?", "", 21}}, ""};
    for (const auto& one : {brought, factors}) {
        Meeting meeting{30, one};
        meeting.session.info.question = "Welk plan kiezen we voor de Rietkamp?";
        meeting.session.info.place = "De Rietkamp";
        leave_out_what_it_has_not(meeting);
        std::vector<PersonId> people;
        for (int i = 0; i < 12; ++i) people.push_back(meeting.join("Persoon " + std::to_string(i + 1)));
        meeting.start(17);
        const auto best = one.scale == Scale::points ? 5U : 3U;
        for (std::uint32_t i = 0; i < people.size(); ++i)
            for (std::uint32_t subject = 1; subject <= one.subjects.size(); ++subject)
                for (std::uint32_t question = 0; question < one.criteria.size(); ++question)
                    if ((i + subject + question) % 9 != 0)
                        REQUIRE(meeting.person(people[i], GiveScore{{subject}, question, 1 + (i * subject + question * (i % 3)) % best}) == accepted);
        REQUIRE(meeting.facilitator(CloseMatrix{true}) == accepted);
        const auto name = std::string{one.scale == Scale::points ? "points" : "colours"};
        if (one.scale == Scale::colours) REQUIRE(meeting.facilitator(DecideSubject{{2}, Verdict::amber, "Eerst de subsidie aanvragen, dat duurt tot de zomer"}) == accepted);
        else {
            meeting.start(18);
            REQUIRE(meeting.facilitator(ProposeChoice{{3}}) == accepted);
            for (const auto who : people) REQUIRE(meeting.person(who, AnswerConcern{{3}, ConcernAnswer::fine, ""}) == accepted);
            REQUIRE(meeting.facilitator(FreezeChoice{true, "Het helpt tegen de plassen, en het is mooi als het droog is."}) == accepted);
            for (const auto handout : {Handout::social, Handout::square, Handout::results})
                full::keep("chosen-" + std::string{handout_names.at(static_cast<std::size_t>(handout))} + "-nl.png",
                           handout_of({meeting.session, meeting.log}, {handout, "nl", {}, true, false, handout == Handout::results}, {}, {}).value());
        }
        for (const std::string language : {"nl", "en"}) {
            const auto document = session_report({meeting.session, meeting.log}, {language, Naming::everybody, sections_for(Readership::archive), meeting.moment.now});
            full::keep("scores-" + name + "-" + language + ".pdf", pdf_of(document, {}));
            full::keep("scores-" + name + "-" + language + ".html", html_of(document, {}));
        }
    }
}

}  // namespace kiemkring::report::choice_report_test
