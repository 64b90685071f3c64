// After the end: what everybody may still correct or take back, and that nothing of it is left.
#include <algorithm>

#include "domain/meeting.h"
#include "domain/session/naming.h"

namespace kiemkring::domain {
namespace {

/// Anna and Bo have ideas, three of them the top; the session has ended.
struct Afterwards : Meeting {
    PersonId anna, bo;
    IdeaId bench, wall, pond;
    CommitmentId lead;
    PictureId photo{1};

    explicit Afterwards(bool ends = true) {
        anna = join("Anna");
        bo = join("Bo");
        start(2);
        bench = idea(anna, "Een bank bij de poort");
        REQUIRE(person(anna, SubmitIdea{"Een groene muur", "bij hal 3", Place{0.1, 0.2}, std::string(32, 'a')}) == accepted);
        wall = {made};
        pond = idea(bo, "Een vijver");
        const Asker sender{Asker::Role::participant, anna};
        const auto bytes = std::make_shared<PictureBytes>(PictureBytes{"klein", "groot", 640, 480});
        apply(decide_arrival(session, {false, std::string(32, 'a')}, sender, bytes).value(), "upload", false);
        REQUIRE(person(anna, DescribePhoto{photo, "Anna voor de muur"}) == accepted);
        REQUIRE(facilitator(ReleasePhotos{{photo}, true}) == accepted);
        REQUIRE(facilitator(ShareIdeas{true}) == accepted);
        start(3);
        // Bench and pond are a group with a name; the wall stands alone.
        REQUIRE(facilitator(CreateGroup{"Rust", {{bench, {}}, {pond, {}}}}) == accepted);
        start(4);
        for (auto who : {anna, bo})
            for (auto candidate : session.open_vote()->state.candidates) REQUIRE(person(who, CastVote{candidate}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        start(6);
        while (facilitator(RevealNext{session.revealed}) == accepted) {}
        start(7);
        REQUIRE(person(anna, CommitTo{wall_group(), CommitmentRole::lead, "op zaterdag"}) == accepted);
        lead = {made};
        REQUIRE(person(anna, GiveContact{ContactKind::email, "anna@post.example", {"this_idea"}}) == accepted);
        start(8);
        REQUIRE(facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
        if (ends) REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    [[nodiscard]] GroupId wall_group() const { return session.ideas.at(wall).placement.group; }
    [[nodiscard]] bool is_kept(const std::string& words) const {
        return std::ranges::any_of(texts, [&](const TextRow& row) { return row.text == words; });
    }
    [[nodiscard]] MyIdeaRecord mine(IdeaId id) const {
        return std::get<MyIdeaRecord>(project_own(session, {RecordType::my_idea, id.value}).value());
    }
    [[nodiscard]] TopRecord result() const {
        return std::get<TopRecord>(project(session, Audience::participant, {RecordType::top, 0}).value());
    }
    [[nodiscard]] std::string title_of(GroupId id) const {
        const auto top = result();
        const auto entry = std::ranges::find(top.entries, id, &TopEntryView::candidate);
        return entry == top.entries.end() ? "" : entry->title;
    }
};

}  // namespace

TEST_CASE("After the end nothing happens but what people do about what is theirs", "[domain][afterwards]") {
    Afterwards meeting;
    const auto version = meeting.session.version;
    for (const Command& command : std::initializer_list<Command>{
             SubmitIdea{"Nog een idee", ""}, RestoreIdea{meeting.bench}, PinIdea{meeting.bench, Place{0, 0}}, GiveStars{5},
             AddPhoto{meeting.bench, std::string(32, 'b')}, CastVote{meeting.wall_group()}, ChooseSymbol{Symbol::bee},
             AnswerConcern{meeting.wall_group(), ConcernAnswer::worried, "hm"}, CommitTo{meeting.wall_group(), CommitmentRole::help, ""}})
        CHECK(meeting.person(meeting.anna, command) == Reason::ended);
    CHECK(meeting.person(meeting.bo, GiveContact{ContactKind::email, "bo@post.example", {"report"}}) == Reason::ended);
    for (const Command& command : std::initializer_list<Command>{EditIdea{meeting.bench, "Anders", ""}, WithdrawCommitment{meeting.lead},
                                                                 TranslateIdea{meeting.bench, "pl", "Inaczej"}, HidePhoto{meeting.photo, true}})
        CHECK(meeting.facilitator(command) == Reason::ended);
    // Of somebody else it is as forbidden as before.
    CHECK(meeting.person(meeting.bo, EditIdea{meeting.bench, "Gekaapt", ""}) == Reason::forbidden);
    CHECK(meeting.person(meeting.bo, WithdrawIdea{meeting.bench}) == Reason::forbidden);
    CHECK(meeting.person(meeting.bo, WithdrawCommitment{meeting.lead}) == Reason::forbidden);
    CHECK(meeting.person(meeting.bo, WithdrawPhoto{meeting.photo}) == Reason::forbidden);
    CHECK(meeting.session.version == version);
}

TEST_CASE("An idea of a named group is taken back after the end: its words are gone, the group stays", "[domain][afterwards]") {
    Afterwards meeting;
    REQUIRE(meeting.person(meeting.anna, WithdrawIdea{meeting.bench}) == accepted);
    CHECK(meeting.mine(meeting.bench).status == IdeaStatus::withdrawn);
    CHECK(meeting.mine(meeting.bench).text.empty());
    CHECK(!meeting.is_kept("Een bank bij de poort"));
    CHECK(meeting.title_of(meeting.session.ideas.at(meeting.pond).placement.group) == "Rust");
    CHECK(meeting.is_kept("Een vijver"));
    CHECK(meeting.person(meeting.anna, RestoreIdea{meeting.bench}) == Reason::ended);
    // A second time there is nothing to do.
    const auto version = meeting.session.version;
    CHECK(meeting.person(meeting.anna, WithdrawIdea{meeting.bench}) == accepted);
    CHECK(meeting.session.version == version);
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("An idea that is a proposal by itself is taken back after the end: the title stays, all else is gone", "[domain][afterwards]") {
    Afterwards meeting;
    const auto group = meeting.wall_group();
    REQUIRE(meeting.person(meeting.anna, WithdrawIdea{meeting.wall}) == accepted);
    CHECK(meeting.title_of(group) == "Een groene muur");
    const auto shown = project(meeting.session, Audience::participant, {RecordType::group, group.value});
    CHECK(std::get<GroupRecord>(shown.value()).name == "Een groene muur");
    CHECK(meeting.mine(meeting.wall).text.empty());
    CHECK(!meeting.mine(meeting.wall).place);
    CHECK(!meeting.is_kept("bij hal 3"));
    CHECK(!meeting.is_kept("Anna voor de muur"));
    CHECK(meeting.session.photos.at(meeting.photo).state.status == PhotoStatus::erased);
    CHECK(!project(meeting.session, Audience::facilitator, {RecordType::photo, 1}));
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("A correction after the end leaves no earlier wording", "[domain][afterwards]") {
    Afterwards meeting{false};
    REQUIRE(meeting.person(meeting.anna, EditIdea{meeting.bench, "Een bank, bel 06 1234", "van mij"}) == accepted);
    REQUIRE(meeting.person(meeting.anna, TranslateIdea{meeting.bench, "pl", "Lawka"}) == accepted);
    REQUIRE(meeting.facilitator(Moderate{true}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(meeting.is_kept("Een bank bij de poort"));

    REQUIRE(meeting.person(meeting.anna, EditIdea{meeting.bench, "Een bank", "van ons"}) == accepted);
    for (const auto* words : {"Een bank bij de poort", "Een bank, bel 06 1234", "van mij"}) CHECK(!meeting.is_kept(words));
    for (const auto* words : {"Een bank", "van ons", "Lawka"}) CHECK(meeting.is_kept(words));
    // Nobody would let it through any more.
    CHECK(meeting.mine(meeting.bench).status == IdeaStatus::live);

    REQUIRE(meeting.person(meeting.anna, TranslateIdea{meeting.bench, "pl", ""}) == accepted);
    CHECK(!meeting.is_kept("Lawka"));
    CHECK(meeting.mine(meeting.bench).text == "Een bank");
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("What was merged away can be taken back after the end, and what was merged into it stays", "[domain][afterwards]") {
    Afterwards meeting{false};
    REQUIRE(meeting.facilitator(MergeIdeas{{meeting.bench}, meeting.pond}) == accepted);
    CHECK(meeting.person(meeting.anna, WithdrawIdea{meeting.bench}) == Reason::changed_meanwhile);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    SECTION("the part") {
        CHECK(meeting.person(meeting.anna, WithdrawIdea{meeting.bench}) == accepted);
        CHECK(!meeting.is_kept("Een bank bij de poort"));
        CHECK(meeting.mine(meeting.pond).status == IdeaStatus::live);
    }
    SECTION("the whole") {
        CHECK(meeting.person(meeting.bo, WithdrawIdea{meeting.pond}) == accepted);
        CHECK(!meeting.is_kept("Een vijver"));
        CHECK(meeting.mine(meeting.bench).status == IdeaStatus::live);
        CHECK(meeting.is_kept("Een bank bij de poort"));
    }
}

TEST_CASE("Contact, name and commitments are corrected and taken back after the end", "[domain][afterwards]") {
    Afterwards meeting;
    CHECK(meeting.person(meeting.anna, GiveContact{ContactKind::phone, "06 12345678", {"report"}}) == accepted);
    CHECK(meeting.me(meeting.anna).contact->value == "06 12345678");
    CHECK(meeting.person(meeting.anna, WithdrawContact{}) == accepted);
    CHECK(!meeting.me(meeting.anna).contact);
    CHECK(meeting.person(meeting.anna, GiveContact{ContactKind::phone, "06 12345678", {"report"}}) == Reason::ended);

    CHECK(meeting.person(meeting.anna, CommitTo{meeting.wall_group(), CommitmentRole::lead, "op zondag"}) == accepted);
    CHECK(!meeting.is_kept("op zaterdag"));
    CHECK(meeting.me(meeting.anna).commitments.at(0).note == "op zondag");
    CHECK(meeting.person(meeting.anna, WithdrawCommitment{meeting.lead}) == accepted);
    CHECK(!meeting.is_kept("op zondag"));
    CHECK(meeting.me(meeting.anna).commitments.empty());
    CHECK(meeting.person(meeting.anna, CommitTo{meeting.wall_group(), CommitmentRole::lead, ""}) == Reason::ended);

    CHECK(meeting.person(meeting.anna, SetProfile{"A.", "", ""}) == accepted);
    CHECK(meeting.me(meeting.anna).name == "A.");
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("Who is in a photo takes it away after the end too", "[domain][afterwards]") {
    Afterwards meeting;
    CHECK(meeting.person(meeting.bo, ObjectToPhoto{meeting.photo}) == accepted);
    CHECK(meeting.session.photos.at(meeting.photo).state.status == PhotoStatus::erased);
    CHECK(!meeting.is_kept("Anna voor de muur"));
}

TEST_CASE("A facilitator takes a photo away for who is in it and has no phone, also before it is shown and after the end", "[domain][afterwards]") {
    const bool ends = GENERATE(true, false);
    Afterwards meeting{ends};
    if (!ends) REQUIRE(meeting.facilitator(ReleasePhotos{{meeting.photo}, false}) == accepted);
    CHECK(meeting.facilitator(ObjectToPhoto{{99}}) == Reason::not_found);
    CHECK(meeting.facilitator(ObjectToPhoto{meeting.photo}) == accepted);
    CHECK(meeting.session.photos.at(meeting.photo).state.status == PhotoStatus::erased);
    CHECK(!meeting.is_kept("Anna voor de muur"));
}

TEST_CASE("A concern is taken back after the end, and its words are erased", "[domain][afterwards]") {
    Afterwards meeting{false};
    const auto candidate = meeting.wall_group();
    REQUIRE(meeting.facilitator(AddRound{RoundKind::concerns, "", "", "", 5}) == accepted);
    meeting.start(meeting.made);
    REQUIRE(meeting.person(meeting.anna, AnswerConcern{candidate, ConcernAnswer::worried, "Wie snoeit hem?"}) == accepted);
    REQUIRE(meeting.person(meeting.bo, AnswerConcern{candidate, ConcernAnswer::worried, "Mag dat wel?"}) == accepted);
    meeting.start(8);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    CHECK(meeting.person(meeting.anna, AnswerConcern{candidate, ConcernAnswer::worried, "Toch iets anders"}) == Reason::ended);
    CHECK(meeting.person(meeting.anna, AnswerConcern{candidate, ConcernAnswer::none, ""}) == accepted);
    CHECK(!meeting.is_kept("Wie snoeit hem?"));
    CHECK(meeting.is_kept("Mag dat wel?"));
    CHECK(meeting.me(meeting.anna).concerns.empty());
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("An idea has one other language beside it, of its writer or a facilitator, and undo gives back what was", "[domain][translation]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), bo = meeting.join("Bo");
    meeting.start(2);
    const auto idea = meeting.idea(anna, "Lawka w sloncu");
    const auto shown = [&]() -> std::optional<TranslationView> {
        return std::get<MyIdeaRecord>(project_own(meeting.session, {RecordType::my_idea, idea.value}).value()).translation;
    };
    CHECK(!shown());
    CHECK(meeting.person(bo, TranslateIdea{idea, "nl", "Van Bo"}) == Reason::forbidden);
    CHECK(meeting.person(anna, TranslateIdea{{99}, "nl", "Niets"}) == Reason::not_found);
    CHECK(meeting.person(anna, TranslateIdea{idea, "en", "A bench in the sun"}) == accepted);
    CHECK(shown() == TranslationView{"en", "A bench in the sun"});
    CHECK(meeting.facilitator(TranslateIdea{idea, "nl", "Een bank in de zon"}) == accepted);
    CHECK(shown() == TranslationView{"nl", "Een bank in de zon"});
    CHECK(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(shown() == TranslationView{"en", "A bench in the sun"});

    // Everybody reads it, also as the title of what has no other.
    CHECK(meeting.facilitator(ShareIdeas{true}) == accepted);
    CHECK(std::get<IdeaRecord>(project(meeting.session, Audience::screen, {RecordType::idea, idea.value}).value()).translation == shown());
    meeting.start(4);
    const auto group = meeting.session.ideas.at(idea).placement.group;
    const auto title = [&] { return std::get<GroupRecord>(project(meeting.session, Audience::participant, {RecordType::group, group.value}).value()); };
    CHECK(title().translation == shown());
    // While people vote on it, it stays as it is for its writer.
    CHECK(meeting.person(anna, TranslateIdea{idea, "en", ""}) == Reason::wrong_round);
    CHECK(meeting.facilitator(TranslateIdea{idea, "en", ""}) == accepted);
    CHECK(!title().translation);
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("Where new ideas are read first, so is another language of its writer", "[domain][translation]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    const auto idea = meeting.idea(anna, "Een bank");
    REQUIRE(meeting.facilitator(Moderate{true}) == accepted);
    CHECK(meeting.facilitator(TranslateIdea{idea, "pl", "Lawka"}) == accepted);
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::live);
    CHECK(meeting.person(anna, TranslateIdea{idea, "pl", "Iets heel anders"}) == accepted);
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::waiting);
}

}  // namespace kiemkring::domain

namespace kiemkring::domain {

TEST_CASE("Being named in reports is said and taken back in every round and after the end, with or without an address", "[domain][naming]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna"), bo = meeting.join("Bo");
    const GiveContact only_name{ContactKind::email, "", {"name_in_report"}};
    CHECK(!agreed_to_be_named(meeting.session, anna));
    REQUIRE(meeting.person(anna, only_name) == accepted);
    CHECK(agreed_to_be_named(meeting.session, anna));
    CHECK(!agreed_to_be_named(meeting.session, bo));
    CHECK(meeting.person(anna, GiveContact{ContactKind::email, "anna@post.example", {"report"}}) == Reason::wrong_round);
    REQUIRE(meeting.person(anna, WithdrawContact{}) == accepted);
    CHECK(!agreed_to_be_named(meeting.session, anna));

    meeting.start(7);
    REQUIRE(meeting.person(bo, GiveContact{ContactKind::email, "bo@post.example", {"report"}}) == accepted);
    meeting.start(2);
    // The address is not asked anew.
    REQUIRE(meeting.person(bo, GiveContact{ContactKind::email, "bo@post.example", {"report", "name_in_report"}}) == accepted);
    CHECK(agreed_to_be_named(meeting.session, bo));
    CHECK(meeting.person(bo, GiveContact{ContactKind::email, "other@post.example", {"report"}}) == Reason::wrong_round);
    meeting.start(8);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-01-01", "Verder"}) == accepted);
    REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
    REQUIRE(meeting.person(anna, only_name) == accepted);
    CHECK(agreed_to_be_named(meeting.session, anna));
    CHECK(meeting.person(anna, GiveContact{ContactKind::email, "anna@post.example", {"report"}}) == Reason::ended);
    REQUIRE(meeting.person(bo, GiveContact{ContactKind::email, "bo@post.example", {"report"}}) == accepted);
    CHECK(!agreed_to_be_named(meeting.session, bo));
}

TEST_CASE("Of somebody on paper a facilitator says that they were asked, and nothing to reach them by", "[domain][naming][paper]") {
    Meeting meeting;
    REQUIRE(meeting.facilitator(AddPaperSeat{"Truus"}) == accepted);
    const PersonId truus{meeting.made};
    const Asker tablet{Asker::Role::facilitator, {}, {}, truus};
    const auto may_be_named = [&] {
        return std::get<PaperRecord>(*project(meeting.session, Audience::facilitator, {RecordType::paper, truus.value})).may_be_named;
    };
    CHECK(!may_be_named());
    REQUIRE(meeting.ask(GiveContact{ContactKind::email, "", {"name_in_report"}}, tablet) == accepted);
    CHECK(may_be_named());
    CHECK(meeting.ask(GiveContact{ContactKind::email, "truus@post.example", {"report"}}, tablet) != accepted);
    meeting.start(7);
    CHECK(meeting.ask(GiveContact{ContactKind::email, "truus@post.example", {"report"}}, tablet) == Reason::bad_args);
    REQUIRE(meeting.ask(WithdrawContact{}, tablet) == accepted);
    CHECK(!may_be_named());
}

}  // namespace kiemkring::domain
