// The rounds between grouping and the vote, and those after the result.
#include <algorithm>

#include "domain/limits.h"
#include "meeting.h"

using namespace kiemkring::domain;

namespace {

constexpr std::uint32_t group_round = 3, vote_round = 4, show_round = 11, pitch_round = 12, table_round = 13, sharpen_round = 14,
                        concerns_round = 15;

/// Three people with two ideas each, of which the first two are a group.
struct Workshop : Meeting {
    Workshop() {
        for (const auto* name : {"Anna", "Bo", "Chris"}) join(name);
        start(2);
        for (std::uint32_t i = 0; i < 6; ++i) idea({i % 3 + 1}, "Idee " + std::to_string(i + 1));
        start(group_round);
        REQUIRE(facilitator(CreateGroup{"Bankjes", {{{1}, {}}, {{2}, {}}}}) == accepted);
    }

    template <class R>
    [[nodiscard]] std::optional<R> record(Audience audience, RecordType type, std::uint32_t id = 0) const {
        auto found = project(session, audience, {type, id});
        return found ? std::optional{std::get<R>(*found)} : std::nullopt;
    }
    [[nodiscard]] int live() const {
        return static_cast<int>(std::ranges::count_if(
            session.ideas, [](const auto& idea) { return idea.second.state.status == IdeaStatus::live; }));
    }
    /// To the round concerns, with every candidate in the top.
    void up_to_the_concerns() {
        start(vote_round);
        for (std::uint32_t who = 1; who <= 3; ++who)
            for (auto candidate : session.last_vote()->state.candidates)
                (void)person({who}, CastVote{candidate});
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        if (session.tie && !session.tie->decided) REQUIRE(facilitator(DrawLots{}) == accepted);
        REQUIRE(session.top);
        start(concerns_round);
    }
};

}  // namespace

TEST_CASE("A round that is added comes next, and its text is read only while it is on", "[domain][agenda]") {
    Workshop w;
    REQUIRE(w.facilitator(AddRound{RoundKind::show, "Welkom", "Eén groene plek", "Zeg hallo", 5}) == accepted);
    const auto added = w.made;
    const auto next = std::ranges::find(w.session.agenda, RoundId{added}, &AgendaItem::id);
    REQUIRE(next != w.session.agenda.begin());
    CHECK((next - 1)->id == w.session.current);

    const auto text = [&](Audience audience) {
        const auto agenda = w.record<AgendaRecord>(audience, RecordType::agenda);
        return std::ranges::find(agenda->rounds, RoundId{added}, &AgendaRound::id)->text;
    };
    CHECK(text(Audience::participant).empty());
    CHECK(text(Audience::screen).empty());
    CHECK(text(Audience::facilitator) == "Eén groene plek");
    w.start(added);
    CHECK(text(Audience::participant) == "Eén groene plek");
    CHECK(text(Audience::screen) == "Eén groene plek");

    CHECK(w.facilitator(EditRound{{added}, "Welkom allemaal", "Twee groene plekken", "", 7}) == accepted);
    CHECK(text(Audience::screen) == "Twee groene plekken");
    CHECK(w.facilitator(Undo{w.session.actions.back().id}) == accepted);
    CHECK(text(Audience::screen) == "Eén groene plek");
    CHECK(w.facilitator(EditRound{{99}, "", "", "", 7}) == Reason::not_found);
    CHECK(w.facilitator(AddRound{RoundKind::lobby, "", "", "", 5}) == Reason::bad_args);
    CHECK(w.facilitator(AddRound{RoundKind::close, "", "", "", 5}) == Reason::bad_args);
}

TEST_CASE("Showing something does not end silent writing", "[domain][agenda]") {
    Meeting meeting;
    meeting.join();
    meeting.start(2);
    meeting.idea({1}, "Stil");
    meeting.start(show_round);
    CHECK_FALSE(meeting.session.sharing.all);
    CHECK(meeting.session.timer.state == TimerState::none);
}

TEST_CASE("Groups explain themselves one after the other, each with its own 45 seconds", "[domain][pitch]") {
    Workshop w;
    CHECK(w.facilitator(StartPitch{{1}}) == Reason::wrong_round);
    w.start(pitch_round);
    CHECK(w.session.groups.size() == 5);  // every idea by itself is a group now
    CHECK(w.facilitator(StartPitch{{99}}) == Reason::not_found);
    REQUIRE(w.facilitator(StartPitch{{1}}) == accepted);
    CHECK(w.session.timer.ends_at == w.moment.now + limits::pitch_lasts);
    REQUIRE(w.facilitator(StartPitch{{3}}) == accepted);
    auto pitch = w.record<RoundRecord>(Audience::screen, RecordType::round)->pitch;
    REQUIRE(pitch);
    CHECK(pitch->group == GroupId{3});
    CHECK(pitch->done == std::vector<GroupId>{{1}});

    // Once more, and nobody any more.
    REQUIRE(w.facilitator(StartPitch{{1}}) == accepted);
    CHECK(w.session.pitch.done == std::vector<GroupId>{{3}});
    REQUIRE(w.facilitator(StartPitch{{}}) == accepted);
    CHECK(w.session.timer.state == TimerState::none);
    CHECK(w.session.pitch.done == std::vector<GroupId>{{3}, {1}});
    w.start(vote_round);
    CHECK_FALSE(w.record<RoundRecord>(Audience::screen, RecordType::round)->pitch);

    // Held again, it begins from the front.
    REQUIRE(w.facilitator(RepeatRound{{pitch_round}}) == accepted);
    w.start(w.made);
    CHECK(w.session.pitch == Pitch{});
}

TEST_CASE("A table takes on three groups, and what nobody chose goes to later", "[domain][tables]") {
    Workshop w;
    REQUIRE(w.person({1}, SitAtTable{2}) == accepted);
    CHECK(w.person({1}, ChooseForTable{2, {1}, true}) == Reason::wrong_round);
    w.start(table_round);
    CHECK(w.facilitator(KeepChosen{}) == Reason::nothing_chosen);
    CHECK(w.person({2}, ChooseForTable{2, {1}, true}) == Reason::no_table);
    CHECK(w.person({1}, ChooseForTable{2, {99}, true}) == Reason::not_found);
    for (std::uint32_t group : {1, 2, 3}) REQUIRE(w.person({1}, ChooseForTable{2, {group}, true}) == accepted);
    CHECK(w.person({1}, ChooseForTable{2, {4}, true}) == Reason::table_has_chosen);
    CHECK(w.person({1}, ChooseForTable{2, {3}, true}) == accepted);  // a double tap
    CHECK(w.record<TableRecord>(Audience::screen, RecordType::table, 2)->chosen == std::vector<GroupId>{{1}, {2}, {3}});
    REQUIRE(w.person({1}, ChooseForTable{2, {2}, false}) == accepted);
    REQUIRE(w.facilitator(ChooseForTable{5, {4}, true}) == accepted);  // a table without a phone

    REQUIRE(w.live() == 6);
    REQUIRE(w.facilitator(KeepChosen{}) == accepted);
    CHECK(w.live() == 4);  // the group of two and two ideas by themselves
    REQUIRE(w.facilitator(Undo{w.session.actions.back().id}) == accepted);
    CHECK(w.live() == 6);
}

TEST_CASE("Dealing spreads everybody evenly, and can be undone", "[domain][tables]") {
    Meeting meeting;
    for (int i = 0; i < 13; ++i) meeting.join();
    REQUIRE(meeting.facilitator(DealTables{3}) == accepted);
    std::map<std::uint32_t, int> seats;
    for (const auto& [id, person] : meeting.session.people) seats[person.table] += 1;
    CHECK(seats == std::map<std::uint32_t, int>{{1, 5}, {2, 4}, {3, 4}});
    REQUIRE(meeting.facilitator(SeatPerson{{1}, 3}) == accepted);
    CHECK(meeting.facilitator(SeatPerson{{99}, 3}) == Reason::not_found);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    for (const auto& [id, person] : meeting.session.people) CHECK(person.table == 0);
}

TEST_CASE("A whole group goes to later and comes back", "[domain][ideas]") {
    Workshop w;
    REQUIRE(w.facilitator(KeepGroupForLater{{1}, true}) == accepted);
    CHECK(w.live() == 4);
    REQUIRE(w.facilitator(KeepGroupForLater{{1}, false}) == accepted);
    CHECK(w.live() == 6);
    CHECK(w.facilitator(KeepGroupForLater{{9}, true}) == Reason::not_found);
    w.start(vote_round);
    CHECK(w.facilitator(KeepGroupForLater{{1}, true}) == Reason::vote_is_open);
}

TEST_CASE("One person or table sharpens a group, and nobody writes over words they did not see", "[domain][proposals]") {
    Workshop w;
    const auto words = [](std::uint32_t revision, const std::string& what) {
        return WordProposal{{1}, revision, what, "bij de vijver", "", Fits::yes, Fits::no};
    };
    CHECK(w.person({1}, TakeProposal{{1}, true}) == Reason::wrong_round);
    w.start(sharpen_round);
    REQUIRE(w.person({1}, TakeProposal{{1}, true}) == accepted);
    CHECK(w.person({2}, TakeProposal{{1}, true}) == Reason::being_sharpened);
    CHECK(w.person({2}, words(0, "Mijn bank")) == Reason::being_sharpened);
    REQUIRE(w.person({1}, words(0, "Zes bankjes")) == accepted);

    // Whoever sits at the same table writes along, but not over words that are newer than those they saw.
    REQUIRE(w.person({1}, SitAtTable{3}) == accepted);
    REQUIRE(w.person({2}, SitAtTable{3}) == accepted);
    CHECK(w.person({2}, words(0, "Vier bankjes")) == Reason::changed_meanwhile);
    REQUIRE(w.person({2}, words(1, "Vier bankjes")) == accepted);
    const auto proposal = w.record<ProposalRecord>(Audience::screen, RecordType::proposal, 1);
    REQUIRE(proposal);
    CHECK(proposal->what == "Vier bankjes");
    CHECK(proposal->where == "bij de vijver");
    CHECK(proposal->name == "Anna");
    CHECK(proposal->in_money == Fits::no);
    CHECK(proposal->revision == 2);

    REQUIRE(w.facilitator(AssignProposal{{1}, {3}}) == accepted);
    CHECK(w.person({1}, TakeProposal{{1}, true}) == Reason::being_sharpened);
    REQUIRE(w.facilitator(RemovePerson{{3}}) == accepted);
    CHECK(w.person({1}, TakeProposal{{1}, true}) == accepted);  // who is gone holds nothing
    CHECK(w.facilitator(AssignProposal{{1}, {99}}) == Reason::not_found);
    w.start(vote_round);
    CHECK(w.facilitator(words(2, "Te laat")) == Reason::vote_is_open);
}

TEST_CASE("The number of a wording that was undone is given to no other, and undo goes on back to the first", "[domain][proposals]") {
    Workshop w;
    w.start(sharpen_round);
    const auto words = [](std::uint32_t revision, const std::string& what, Fits in_money = Fits::unknown) {
        return WordProposal{{1}, revision, what, "", "", Fits::unknown, in_money};
    };
    const auto now = [&] { return w.record<ProposalRecord>(Audience::participant, RecordType::proposal, 1).value(); };
    const auto undo = [&] { return w.facilitator(Undo{w.session.actions.back().id}); };
    REQUIRE(w.facilitator(words(0, "Zes bankjes")) == accepted);
    REQUIRE(w.facilitator(AssignProposal{{1}, {1}}) == accepted);
    REQUIRE(w.facilitator(words(1, "Vier bankjes")) == accepted);
    const auto undone = now().revision;
    REQUIRE(undo() == accepted);
    CHECK(now().what == "Zes bankjes");
    CHECK(w.person({1}, words(undone, "Twee bankjes")) == Reason::changed_meanwhile);
    REQUIRE(w.facilitator(words(now().revision, "Acht bankjes")) == accepted);
    CHECK(w.person({1}, words(undone, "Twee bankjes")) == Reason::changed_meanwhile);

    // One by one everything goes back, who sharpens it too.
    REQUIRE(undo() == accepted);
    CHECK(now().what == "Zes bankjes");
    CHECK(now().by == PersonId{1});
    REQUIRE(undo() == accepted);
    CHECK(now().by == PersonId{});
    REQUIRE(undo() == accepted);
    CHECK(now().what.empty());
    CHECK(now().revision > undone);

    // Who said no and yes again said it after the tablet did: that is not taken back.
    REQUIRE(w.facilitator(AssignProposal{{1}, {1}}) == accepted);
    REQUIRE(w.facilitator(words(now().revision, "Zes bankjes", Fits::yes)) == accepted);
    const auto tapped = w.session.actions.back().id;
    REQUIRE(w.person({1}, words(now().revision, "Zes bankjes", Fits::no)) == accepted);
    REQUIRE(w.person({1}, words(now().revision, "Zes bankjes", Fits::yes)) == accepted);
    REQUIRE(w.facilitator(words(now().revision, "Zes bankjes", Fits::no)) == accepted);
    REQUIRE(undo() == accepted);
    CHECK(now().in_money == Fits::yes);
    CHECK(w.facilitator(Undo{tapped}) == Reason::changed_meanwhile);
}

TEST_CASE("A concern has a name for facilitators only, and everybody sees how many there are", "[domain][concerns]") {
    Workshop w;
    CHECK(w.person({1}, AnswerConcern{{1}, ConcernAnswer::fine, ""}) == Reason::wrong_round);
    w.up_to_the_concerns();
    const auto candidate = w.session.top->entries.front().candidate;
    CHECK(w.session.revealed == w.session.top->entries.size());
    CHECK(w.person({1}, AnswerConcern{{99}, ConcernAnswer::fine, ""}) == Reason::not_found);
    REQUIRE(w.person({1}, AnswerConcern{candidate, ConcernAnswer::fine, ""}) == accepted);
    REQUIRE(w.person({1}, AnswerConcern{candidate, ConcernAnswer::worried, "Wie geeft er water?"}) == accepted);
    const auto id = w.made;
    REQUIRE(w.person({2}, AnswerConcern{candidate, ConcernAnswer::fine, ""}) == accepted);
    CHECK(w.facilitator(AnswerConcern{candidate, ConcernAnswer::fine, ""}) == Reason::bad_args);
    REQUIRE(w.facilitator(AnswerConcern{candidate, ConcernAnswer::worried, "De zaal: de kabels"}) == accepted);

    const auto concern = w.record<ConcernRecord>(Audience::facilitator, RecordType::concern, id);
    REQUIRE(concern);
    CHECK(concern->name == "Anna");
    CHECK_FALSE(w.record<ConcernRecord>(Audience::screen, RecordType::concern, id));
    CHECK_FALSE(w.record<ConcernRecord>(Audience::participant, RecordType::concern, id));
    const auto mood = [&] { return w.record<MoodsRecord>(Audience::screen, RecordType::moods)->ideas.front(); };
    CHECK((mood() == Mood{candidate, 1, 2, 2}));
    CHECK(w.me({1}).concerns == std::vector<MyConcern>{{candidate, ConcernAnswer::worried, "Wie geeft er water?"}});

    REQUIRE(w.facilitator(SettleConcern{{id}, ConcernStatus::resolved}) == accepted);
    CHECK((mood() == Mood{candidate, 1, 2, 1}));
    // Other words make it a concern again that somebody must look at; taken back it is gone.
    REQUIRE(w.person({1}, AnswerConcern{candidate, ConcernAnswer::worried, "En in de winter?"}) == accepted);
    CHECK(mood().open == 2);
    REQUIRE(w.person({1}, AnswerConcern{candidate, ConcernAnswer::none, ""}) == accepted);
    CHECK((mood() == Mood{candidate, 1, 1, 1}));
    CHECK(w.facilitator(SettleConcern{{id}, ConcernStatus::noted}) == Reason::not_found);
}

TEST_CASE("A helper has the places that were shown, to ask somebody on paper about each, and no other", "[domain][concerns]") {
    Workshop w;
    REQUIRE(w.helper(AddPaperSeat{"Truus"}) == accepted);
    const PersonId truus{w.made};
    w.start(vote_round);
    for (std::uint32_t who = 1; who <= 3; ++who)
        for (auto candidate : w.session.last_vote()->state.candidates) (void)w.person({who}, CastVote{candidate});
    CHECK_FALSE(w.record<TopRecord>(Audience::helper, RecordType::top));
    REQUIRE(w.facilitator(CloseVote{0, true}) == accepted);
    if (w.session.tie && !w.session.tie->decided) REQUIRE(w.facilitator(DrawLots{}) == accepted);
    w.start(6);
    REQUIRE(w.facilitator(RevealNext{0}) == accepted);
    const auto seen = [&] { return w.record<TopRecord>(Audience::helper, RecordType::top)->entries.size(); };
    CHECK(seen() == 1);
    w.start(concerns_round);
    REQUIRE(seen() == w.session.top->entries.size());
    const auto candidate = w.record<TopRecord>(Audience::helper, RecordType::top)->entries.front().candidate;
    CHECK(w.helper(AnswerConcern{candidate, ConcernAnswer::worried, "Wie geeft er water?"}, truus) == accepted);
    CHECK(w.record<PaperRecord>(Audience::helper, RecordType::paper, truus.value)->concerns.size() == 1);
}

TEST_CASE("Stars can be changed, are counted without names, and are nobody's any more at the end", "[domain][stars]") {
    Workshop w;
    w.up_to_the_concerns();
    CHECK(w.person({1}, GiveStars{5}) == Reason::wrong_round);
    w.start(8);
    CHECK_FALSE(w.record<StarsRecord>(Audience::facilitator, RecordType::stars));
    REQUIRE(w.person({1}, GiveStars{2}) == accepted);
    REQUIRE(w.person({1}, GiveStars{4}) == accepted);
    REQUIRE(w.person({2}, GiveStars{4}) == accepted);
    CHECK(w.record<StarsRecord>(Audience::facilitator, RecordType::stars)->counts == std::vector<std::uint32_t>{0, 0, 0, 2, 0});
    CHECK_FALSE(w.record<StarsRecord>(Audience::participant, RecordType::stars));
    CHECK(w.me({1}).stars == 4);
    REQUIRE(w.facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
    REQUIRE(w.facilitator(CloseSession{}) == accepted);
    CHECK(w.session.links.empty());
    CHECK(w.record<StarsRecord>(Audience::facilitator, RecordType::stars)->counts[3] == 2);
}

TEST_CASE("The warm-up shows what everybody takes along", "[domain][people]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    REQUIRE(meeting.person(anna, ChooseSymbol{Symbol::hedgehog}) == accepted);
    const auto shown = project(meeting.session, Audience::screen, {RecordType::person, anna.value});
    CHECK(std::get<PersonRecord>(*shown).symbol == Symbol::hedgehog);
}
