// How a report tells what a vote came to: with how many it was closed, how each tie was decided, and what was just not chosen.
#include "domain/meeting.h"

#include <algorithm>

#include "report/session_report.h"

namespace kiemkring::report::closing_test {

using namespace domain;

std::vector<std::string> decided_in(const Meeting& meeting, const std::string& language) {
    const auto document = session_report({meeting.session, meeting.log}, {language, Naming::everybody, {ReportSection::decisions}, meeting.moment.now});
    std::vector<std::string> lines;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* table = std::get_if<Table>(&block))
                for (const auto& row : table->rows)
                    if (row.back().starts_with("Gelijke stand") || row.back().starts_with("Samengevoegd") || row.back().starts_with("Merged")) lines.push_back(row.back());
    return lines;
}
/// The line that begins so, the `which`th from 0.
std::string line_with(const std::string& text, std::string_view begin, int which) {
    auto at = text.find(begin);
    for (; which > 0; --which) at = text.find(begin, at + 1);
    return text.substr(at, text.find('\n', at) - at);
}

/// Twenty people and nine ideas that stand by themselves, each with so many votes; the first five places go on.
struct Voting : Meeting {
    explicit Voting(const std::vector<std::uint32_t>& votes) {
        up_to_the_vote(20, 9);
        std::uint32_t candidate = 0;
        for (const auto count : votes) {
            ++candidate;
            for (std::uint32_t who = 1; who <= count; ++who) REQUIRE(person({(who + candidate * 3) % 20 + 1}, CastVote{{candidate}}) == accepted);
        }
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
    }
    void reveal() {
        start(6);
        while (facilitator(RevealNext{session.revealed}) == accepted) {}
    }
    /// All sentences of the section about votes, a line each.
    [[nodiscard]] std::string told(const std::string& language = "nl", ReportSection which = ReportSection::votes) const {
        const auto document = session_report({session, log}, {language, Naming::everybody, {which}, moment.now});
        std::string text;
        for (const auto& section : document.sections)
            for (const auto& block : section.blocks) {
                if (const auto* one = std::get_if<Paragraph>(&block)) text += one->text + '\n';
                if (const auto* list = std::get_if<Bullets>(&block))
                    for (const auto& item : list->items) text += item + '\n';
            }
        return text;
    }
    /// What stands among the decisions of ties and what became one.
    [[nodiscard]] std::vector<std::string> decided(const std::string& language = "nl") const { return decided_in(*this, language); }
};
bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

const std::vector<std::uint32_t> tied{9, 8, 7, 6, 4, 4, 4, 1};

TEST_CASE("A report says how many voted when fewer than eight in ten did", "[report][closing]") {
    const auto told = [](std::uint32_t voted, const std::string& language) {
        Meeting other;
        other.up_to_the_vote(10, 3);
        for (std::uint32_t who = 1; who <= voted; ++who) REQUIRE(other.person({who}, CastVote{{1}}) == accepted);
        REQUIRE(other.facilitator(CloseVote{0, true}) == accepted);
        other.join();  // after the vote: of no concern to it
        other.start(6);
        while (other.facilitator(RevealNext{other.session.revealed}) == accepted) {}
        const auto document = session_report({other.session, other.log}, {language, Naming::everybody, {ReportSection::votes}, other.moment.now});
        std::string text;
        for (const auto& block : document.sections.at(0).blocks)
            if (const auto* one = std::get_if<Paragraph>(&block)) text += one->text + '\n';
        return text;
    };
    CHECK(says(told(7, "nl"), "De stemming ging dicht met 7 van de 10 mensen, minder dan acht op de tien."));
    CHECK(says(told(7, "en"), "It was closed with 7 of the 10 people, which is fewer than eight in ten."));
    CHECK_FALSE(says(told(8, "nl"), "minder dan acht op de tien"));
    CHECK(says(told(8, "nl"), "8 van de 10 mensen hebben gestemd"));
    CHECK(says(told(1, "nl"), "1 van de 10 mensen heeft gestemd, met "));
    CHECK_FALSE(says(told(1, "nl"), "ieder"));
    CHECK(says(told(1, "en"), "1 of the 10 people voted, with "));
    CHECK_FALSE(says(told(1, "en"), "each"));
}

TEST_CASE("Why a vote was closed early stands in the report where the facilitator said it", "[report][closing]") {
    const auto told = [](std::uint32_t voted, const std::string& language, ReportSection which) {
        Meeting other;
        other.up_to_the_vote(10, 3);
        for (std::uint32_t who = 1; who <= voted; ++who) REQUIRE(other.person({who}, CastVote{{1}}) == accepted);
        REQUIRE(other.facilitator(CloseVote{10'000, true, "De trein van zes uur"}) == accepted);
        REQUIRE(other.facilitator(CloseVote{0, true}) == accepted);
        other.start(6);
        while (other.facilitator(RevealNext{other.session.revealed}) == accepted) {}
        const auto document = session_report({other.session, other.log}, {language, Naming::everybody, {which}, other.moment.now});
        std::string text;
        for (const auto& block : document.sections.at(0).blocks) {
            if (const auto* one = std::get_if<Paragraph>(&block)) text += one->text + '\n';
            if (const auto* table = std::get_if<Table>(&block))
                for (const auto& row : table->rows) text += row.back() + '\n';
        }
        return text;
    };
    CHECK(says(told(7, "nl", ReportSection::votes), "minder dan acht op de tien. De reden van de begeleider: De trein van zes uur"));
    CHECK(says(told(7, "nl", ReportSection::decisions), "maar 7 van de 10 mensen gestemd. De reden van de begeleider: De trein van zes uur"));
    CHECK(says(told(7, "en", ReportSection::votes), "The facilitator's reason: De trein van zes uur"));
    CHECK(says(told(1, "nl", ReportSection::decisions), "ook al had maar 1 van de 10 mensen gestemd."));
    // With eight in ten it is no exception, and nothing to give a reason for.
    CHECK_FALSE(says(told(8, "nl", ReportSection::votes), "trein"));
    CHECK_FALSE(says(told(8, "nl", ReportSection::decisions), "trein"));
}

TEST_CASE("Every way out of a tie stands with the votes, for which place and between what", "[report][closing]") {
    Voting voting{tied};
    const auto all = "Gelijke stand om plek 5: Idee 5, Idee 6, Idee 7.";
    SECTION("a longer list") {
        REQUIRE(voting.facilitator(WidenTop{}) == accepted);
        CHECK_FALSE(says(voting.told(), "Idee 6"));  // nothing of a result before it is revealed
        voting.reveal();
        CHECK(says(voting.told(), std::string{all} + " Er stonden ideeën gelijk. Daarom is de lijst langer geworden."));
        CHECK(says(voting.told("en"), "Tie for place 5: Idee 5, Idee 6, Idee 7. Ideas were tied. So the list became longer."));
        CHECK(says(voting.told(), "Idee 8 (1 stem: 3 minder dan de laatste plaats)"));
    }
    SECTION("a run-off that decides") {
        REQUIRE(voting.facilitator(StartRunoff{}) == accepted);
        REQUIRE(voting.person({1}, CastVote{{6}}) == accepted);
        REQUIRE(voting.facilitator(CloseVote{0, true}) == accepted);
        voting.reveal();
        CHECK(says(voting.told(), std::string{all} + " Er stonden ideeën gelijk. Een extra ronde gaf de doorslag."));
        CHECK(says(voting.told(), "Idee 5 (4 stemmen: evenveel als de laatste plaats, de extra ronde gaf de doorslag)"));
        // The second vote has a turnout of its own.
        CHECK(says(voting.told(), "met 1 van de 20 mensen"));
    }
    SECTION("a run-off that leaves some tied, and lots") {
        REQUIRE(voting.facilitator(StartRunoff{}) == accepted);
        for (const std::uint32_t who : {1U, 2U}) REQUIRE(voting.person({who}, CastVote{{5 + who}}) == accepted);
        REQUIRE(voting.facilitator(CloseVote{0, true}) == accepted);
        REQUIRE(voting.facilitator(DrawLots{}) == accepted);
        voting.reveal();
        CHECK(says(voting.told(), "Na een extra ronde stonden ideeën nog gelijk. Gelijke stand om plek 5: Idee 6, Idee 7."));
        CHECK(says(voting.told(), "Er is geloot met het getal " + voting.session.top->seed));
        CHECK(says(voting.told(), "evenveel als de laatste plaats, het lot besliste"));
        CHECK(says(voting.told("en"), "as many as the last place, decided by lot"));
    }
    SECTION("merging what is nearly the same, in two steps") {
        REQUIRE(voting.facilitator(MergeTied{{{5}, {6}}, {5}}) == accepted);
        REQUIRE(voting.facilitator(MergeTied{{{5}, {7}}, {5}}) == accepted);
        voting.reveal();
        const auto text = voting.told();
        CHECK(says(text, "Gelijke stand om plek 5: Idee 5"));
        std::size_t times = 0;
        for (auto at = text.find("Ze zijn samengevoegd."); at != text.npos; at = text.find("Ze zijn samengevoegd.", at + 1)) ++times;
        CHECK(times == 2);
        CHECK(says(text, "Gelijke stand om plek 5: Idee 5, Idee 6, Idee 7. Er stonden ideeën gelijk die veel op elkaar leken. Ze zijn samengevoegd. Samengevoegd met Idee 5: Idee 6."));
        CHECK(says(text, "Gelijke stand om plek 5: Idee 5, Idee 7. Er stonden ideeën gelijk die veel op elkaar leken. Ze zijn samengevoegd. Samengevoegd met Idee 5: Idee 7."));
        CHECK(voting.decided() == std::vector<std::string>{line_with(text, "Gelijke stand", 0), line_with(text, "Gelijke stand", 1)});
    }
    SECTION("lots that were drawn, and drawn again") {
        REQUIRE(voting.facilitator(DrawLots{}) == accepted);
        REQUIRE(voting.facilitator(Undo{voting.session.actions.back().id}) == accepted);
        REQUIRE(voting.facilitator(DrawLots{}) == accepted);
        voting.reveal();
        const auto text = voting.told();
        CHECK(says(text, all));
        CHECK(text.find(all) == text.rfind(all));  // the draw that was undone is told among the decisions
    }
}

TEST_CASE("What a facilitator made one stands among the decisions while it is one", "[report][closing]") {
    Meeting meeting;
    const auto anna = meeting.join("Annabel");
    meeting.start(2);
    const auto bench = meeting.idea(anna, "Een bank"), seat = meeting.idea(anna, "Een zitje"), chair = meeting.idea(anna, "Een stoel"), pond = meeting.idea(anna, "Een vijver"),
               pool = meeting.idea(anna, "Een poel");
    REQUIRE(meeting.facilitator(MergeIdeas{{seat}, bench}) == accepted);
    CHECK(decided_in(meeting, "nl").empty());  // nobody has seen the ideas
    meeting.start(3);
    CHECK(decided_in(meeting, "nl") == std::vector<std::string>{"Samengevoegd met Een bank: Een zitje."});
    REQUIRE(meeting.facilitator(MergeIdeas{{pool}, pond}) == accepted);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(decided_in(meeting, "nl").size() == 1);
    // What is part of it goes along, and is told once.
    REQUIRE(meeting.facilitator(MergeIdeas{{bench, pond}, chair}) == accepted);
    CHECK(decided_in(meeting, "en") == std::vector<std::string>{"Merged into Een bank: Een zitje.", "Merged into Een stoel: Een bank, Een vijver."});
    REQUIRE(meeting.facilitator(UnmergeIdea{bench}) == accepted);
    REQUIRE(meeting.facilitator(UnmergeIdea{pond}) == accepted);
    CHECK(decided_in(meeting, "nl") == std::vector<std::string>{"Samengevoegd met Een bank: Een zitje."});
    REQUIRE(meeting.facilitator(HideIdea{{bench}, true}) == accepted);
    CHECK(decided_in(meeting, "nl").empty());  // what was hidden is not told here either
}

TEST_CASE("Without a tie what was just not chosen says how far it was", "[report][closing]") {
    Voting voting{{9, 8, 8, 6, 5, 4, 3, 2, 0}};
    voting.reveal();
    for (const auto* line : {"Idee 6 (4 stemmen: 1 minder dan de laatste plaats)", "Idee 7 (3 stemmen: 2 minder dan de laatste plaats)"}) CHECK(says(voting.told(), line));
    CHECK(says(voting.told("en"), "Idee 8 (2 votes: 3 fewer than the last place)"));
    CHECK_FALSE(says(voting.told(), "Gelijke stand"));
}

}  // namespace kiemkring::report::closing_test
