#include <algorithm>

#include "domain/limits.h"
#include "domain/meeting.h"

using namespace kiemkring::domain;

namespace {

std::string key(int number) {
    std::string text(32, '0');
    for (auto at = text.rbegin(); number > 0; number /= 10) *at++ = static_cast<char>('0' + number % 10);
    return text;
}

std::shared_ptr<const PictureBytes> some_bytes() {
    return std::make_shared<PictureBytes>(PictureBytes{"small", "large", 1600, 1200});
}

Asker participant(PersonId person) { return {Asker::Role::participant, person}; }
constexpr Asker tablet{Asker::Role::facilitator, {}};

struct PhotoMeeting : Meeting {
    PersonId anna{join("Anna")}, bo{join("Bo")};
    IdeaId bench;
    PictureId photo;

    PhotoMeeting() {
        start(2);
        REQUIRE(person(anna, SubmitIdea{"Bank", "", Place{0.25, 0.5}, key(1)}) == accepted);
        bench = {made};
        photo = session.photo_keys.at(key(1));
    }
    std::expected<Change, Refusal> arrives(const std::string& name, PersonId from) {
        auto decision = decide_arrival(session, {false, name}, participant(from), some_bytes());
        if (decision) apply(*decision, "upload", false);
        return decision;
    }
    std::optional<PhotoRecord> seen_by(Audience audience) {
        auto record = project(session, audience, {RecordType::photo, photo.value});
        if (!record) return {};
        return std::get<PhotoRecord>(*record);
    }
    MyPhotoRecord own(PictureId id) { return std::get<MyPhotoRecord>(*project_own(session, {RecordType::my_photo, id.value})); }
};

}  // namespace

TEST_CASE("A photo is announced with its idea, and shown to the room only when it is here and released", "[domain][photos]") {
    PhotoMeeting meeting;
    CHECK(meeting.own(meeting.photo).status == PhotoStatus::awaited);
    CHECK(!meeting.seen_by(Audience::facilitator));
    CHECK(meeting.facilitator(ReleasePhotos{{meeting.photo}, true}) == Reason::not_found);

    const auto arrived = meeting.arrives(key(1), meeting.anna);
    REQUIRE(arrived);
    CHECK(arrived->pictures.size() == 1);
    CHECK(meeting.own(meeting.photo).status == PhotoStatus::here);
    CHECK(meeting.seen_by(Audience::facilitator));
    CHECK(!meeting.seen_by(Audience::screen));

    CHECK(meeting.facilitator(ReleasePhotos{{meeting.photo}, true}) == accepted);
    CHECK(!meeting.seen_by(Audience::screen));  // everybody still writes silently
    CHECK(meeting.facilitator(ShareIdeas{true}) == accepted);
    CHECK(meeting.seen_by(Audience::screen));
    CHECK(meeting.seen_by(Audience::participant));

    CHECK(meeting.facilitator(HidePhoto{meeting.photo, true}) == accepted);
    CHECK(!meeting.seen_by(Audience::screen));
    CHECK(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(meeting.seen_by(Audience::screen));
    CHECK(meeting.facilitator(HideIdea{{meeting.bench}, true}) == accepted);
    CHECK(!meeting.seen_by(Audience::participant));
}

TEST_CASE("A photo of an idea that became part of another shows with that one", "[domain][photos]") {
    PhotoMeeting meeting;
    REQUIRE(meeting.arrives(key(1), meeting.anna));
    const auto whole = meeting.idea(meeting.bo, "Bank bij de vijver");
    CHECK(meeting.facilitator(ReleasePhotos{{meeting.photo}, true}) == accepted);
    CHECK(meeting.facilitator(ShareIdeas{true}) == accepted);
    CHECK(meeting.facilitator(MergeIdeas{{meeting.bench}, whole}) == accepted);
    REQUIRE(meeting.seen_by(Audience::screen));
    CHECK(meeting.seen_by(Audience::screen)->idea == whole);
    meeting.touched.clear();
    CHECK(meeting.facilitator(HideIdea{{whole}, true}) == accepted);
    CHECK(!meeting.seen_by(Audience::screen));
    CHECK(std::ranges::count(meeting.touched, RecordKey{RecordType::photo, meeting.photo.value}) > 0);
}

TEST_CASE("A photo that comes twice is there once, and only from whoever announced it", "[domain][photos]") {
    PhotoMeeting meeting;
    CHECK(meeting.arrives(key(1), meeting.bo).error().reason == Reason::not_found);
    CHECK(meeting.arrives(key(2), meeting.anna).error().reason == Reason::not_found);
    REQUIRE(meeting.arrives(key(1), meeting.anna));
    const auto again = meeting.arrives(key(1), meeting.anna);
    REQUIRE(again);
    CHECK(again->events.empty());
    CHECK(again->pictures.empty());
    CHECK(again->made_id == meeting.photo.value);
    // The same key for another photo is no second photo.
    CHECK(meeting.person(meeting.anna, AddPhoto{meeting.bench, key(1)}) == Reason::already);
    CHECK(meeting.person(meeting.bo, AddPhoto{meeting.bench, key(3)}) == Reason::forbidden);
}

TEST_CASE("Who takes a photo back, or is in it, erases it with its words", "[domain][photos]") {
    PhotoMeeting meeting;
    REQUIRE(meeting.arrives(key(1), meeting.anna));
    CHECK(meeting.person(meeting.bo, DescribePhoto{meeting.photo, "Een man met een hond"}) == Reason::forbidden);
    CHECK(meeting.person(meeting.anna, DescribePhoto{meeting.photo, "Een man met een hond"}) == accepted);
    CHECK(meeting.own(meeting.photo).description == "Een man met een hond");
    const auto words = meeting.session.photos.at(meeting.photo).state.description;

    SECTION("its owner") {
        CHECK(meeting.person(meeting.bo, WithdrawPhoto{meeting.photo}) == Reason::forbidden);
        const auto change = decide(meeting.session, Command{WithdrawPhoto{meeting.photo}}, participant(meeting.anna), meeting.moment);
        REQUIRE(change);
        CHECK(change->erased_pictures == std::vector{meeting.photo});
        CHECK(change->erased_texts == std::vector{words});
        CHECK(meeting.person(meeting.anna, WithdrawPhoto{meeting.photo}) == accepted);
    }
    SECTION("somebody who sees it") {
        CHECK(meeting.person(meeting.bo, ObjectToPhoto{meeting.photo}) == Reason::not_found);  // Bo does not see it yet
        CHECK(meeting.facilitator(ReleasePhotos{{meeting.photo}, true}) == accepted);
        CHECK(meeting.facilitator(ShareIdeas{true}) == accepted);
        CHECK(meeting.person(meeting.bo, ObjectToPhoto{meeting.photo}) == accepted);
        // What the facilitator did before cannot bring it back.
        CHECK(meeting.facilitator(HidePhoto{meeting.photo, false}) == Reason::not_found);
    }
    CHECK(meeting.own(meeting.photo).status == PhotoStatus::erased);
    CHECK(!meeting.seen_by(Audience::facilitator));
    CHECK(meeting.arrives(key(1), meeting.anna).error().reason == Reason::not_found);
}

TEST_CASE("A photo that a facilitator erased for good is nothing to undo, and what was done before it is", "[domain][photos]") {
    PhotoMeeting meeting;
    REQUIRE(meeting.arrives(key(1), meeting.anna));
    const auto offered = [&] { return std::get<UndoRecord>(*project(meeting.session, Audience::facilitator, {RecordType::undo, 0})).action; };
    REQUIRE(meeting.facilitator(LockDoor{true}) == accepted);
    REQUIRE(meeting.facilitator(HidePhoto{meeting.photo, true}) == accepted);
    const auto hiding = offered();
    REQUIRE((hiding && hiding->op == "hide_photo"));

    REQUIRE(meeting.facilitator(ObjectToPhoto{meeting.photo}) == accepted);
    REQUIRE((offered() && offered()->op == "lock_door"));
    CHECK(meeting.facilitator(Undo{meeting.log.back().action}) == Reason::nothing_to_undo);
    CHECK(meeting.facilitator(Undo{hiding->id}) == Reason::changed_meanwhile);
    CHECK(meeting.facilitator(Undo{offered()->id}) == accepted);
    CHECK(!meeting.session.locked);
    CHECK(meeting.session.photos.at(meeting.photo).state.status == PhotoStatus::erased);
    CHECK(state_hash(meeting.replayed()) == state_hash(meeting.session));
}

TEST_CASE("Other words for a photo erase the ones before", "[domain][photos]") {
    PhotoMeeting meeting;
    REQUIRE(meeting.arrives(key(1), meeting.anna));
    CHECK(meeting.person(meeting.anna, DescribePhoto{meeting.photo, "Karin van de bakker"}) == accepted);
    const auto before = meeting.session.photos.at(meeting.photo).state.description;
    const auto change = decide(meeting.session, Command{DescribePhoto{meeting.photo, "Een muur"}}, participant(meeting.anna), meeting.moment);
    REQUIRE(change);
    CHECK(change->erased_texts == std::vector{before});
}

TEST_CASE("The 21st photo of somebody is too many, and its idea is taken all the same", "[domain][photos]") {
    PhotoMeeting meeting;
    int next = 2;
    for (; next <= static_cast<int>(limits::photos_per_person_max); ++next)
        REQUIRE(meeting.person(meeting.anna, SubmitIdea{"Idee " + key(next), "", {}, key(next)}) == accepted);
    CHECK(meeting.person(meeting.anna, SubmitIdea{"Met een foto te veel", "", {}, key(next)}) == accepted);
    CHECK(!meeting.session.photo_keys.contains(key(next)));
    CHECK(decide_upload(meeting.session, {false, key(next)}, participant(meeting.anna)).error().reason == Reason::quota);
    CHECK(meeting.person(meeting.anna, AddPhoto{meeting.bench, key(next)}) == Reason::quota);
    CHECK(decide_upload(meeting.session, {false, key(next)}, participant(meeting.bo)).error().reason == Reason::not_found);

    // Room again after one was taken back.
    CHECK(meeting.person(meeting.anna, WithdrawPhoto{meeting.photo}) == accepted);
    CHECK(meeting.person(meeting.anna, AddPhoto{meeting.bench, key(next)}) == accepted);
}

TEST_CASE("A session has two hundred photos at the most, an idea five", "[domain][photos]") {
    Meeting meeting;
    meeting.start(2);
    int number = 0;
    for (int who = 0; who < 10; ++who) {
        const auto person = meeting.join();
        for (std::size_t i = 0; i < limits::photos_per_person_max; ++i)
            REQUIRE(meeting.person(person, SubmitIdea{"Idee", "", {}, key(++number)}) == accepted);
    }
    const auto late = meeting.join();
    REQUIRE(meeting.person(late, SubmitIdea{"Idee", "", {}, key(++number)}) == accepted);
    CHECK(meeting.session.photos.size() == limits::photos_per_session_max);
    CHECK(decide_upload(meeting.session, {false, key(number)}, participant(late)).error().reason == Reason::quota);

    PhotoMeeting small;
    for (int i = 2; i <= 5; ++i) CHECK(small.person(small.anna, AddPhoto{small.bench, key(i)}) == accepted);
    CHECK(small.person(small.anna, AddPhoto{small.bench, key(6)}) == Reason::quota);
}

TEST_CASE("A pin belongs to an idea: its writer and the facilitator set it, and undo puts it back", "[domain][plan]") {
    PhotoMeeting meeting;
    const auto place = [&] { return meeting.session.ideas.at(meeting.bench).place; };
    CHECK(place() == Place{0.25, 0.5});
    CHECK(meeting.person(meeting.bo, PinIdea{meeting.bench, Place{0, 0}}) == Reason::forbidden);
    CHECK(meeting.person(meeting.anna, PinIdea{meeting.bench, Place{0, 1}}) == accepted);
    CHECK(place() == Place{0, 1});
    CHECK(meeting.facilitator(PinIdea{meeting.bench, std::nullopt}) == accepted);
    CHECK(!place());
    CHECK(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(place() == Place{0, 1});
}

TEST_CASE("A facilitator brings a site plan, takes it away and gets it back", "[domain][plan]") {
    PhotoMeeting meeting;
    CHECK(decide_upload(meeting.session, {true, {}}, participant(meeting.anna)).error().reason == Reason::forbidden);
    const auto plan = decide_arrival(meeting.session, {true, {}}, tablet, some_bytes());
    REQUIRE(plan);
    meeting.apply(*plan, "upload", true);
    const auto shown = [&] { return project(meeting.session, Audience::participant, {RecordType::plan, 0}); };
    REQUIRE(shown());
    CHECK(std::get<PlanRecord>(*shown()).picture.value == plan->made_id);
    CHECK(meeting.facilitator(RemovePlan{}) == accepted);
    CHECK(!shown());
    CHECK(meeting.facilitator(Undo{meeting.session.actions.back().id}) == accepted);
    CHECK(shown());
}

TEST_CASE("The plan stands on the big screen in any round but the walk itself, until it is taken away or the round ends", "[domain][plan]") {
    PhotoMeeting meeting;
    CHECK(meeting.facilitator(ShowPlan{true}) == Reason::not_found);
    CHECK(meeting.facilitator(ShowPlan{false}) == accepted);
    const auto plan = decide_arrival(meeting.session, {true, {}}, tablet, some_bytes());
    REQUIRE(plan);
    meeting.apply(*plan, "upload", true);
    const auto is_shown = [&] {
        const auto record = project(meeting.session, Audience::screen, {RecordType::plan, 0});
        return record && std::get<PlanRecord>(*record).shown;
    };
    const auto newest = [&] {
        return std::get<UndoRecord>(*project(meeting.session, Audience::facilitator, {RecordType::undo, 0})).action->id;
    };
    const auto undo = [&] { return meeting.facilitator(Undo{newest()}); };
    const auto is_light_on = [&] { return project(meeting.session, Audience::participant, {RecordType::spotlight, 0}).has_value(); };
    CHECK_FALSE(is_shown());
    REQUIRE(meeting.facilitator(ShowPlan{true}) == accepted);
    REQUIRE(is_shown());

    SECTION("taken away, and undone") {
        const auto version = meeting.session.version;
        CHECK(meeting.facilitator(ShowPlan{true}) == accepted);
        CHECK(meeting.session.version == version);
        REQUIRE(meeting.facilitator(ShowPlan{false}) == accepted);
        CHECK_FALSE(is_shown());
        REQUIRE(undo() == accepted);
        CHECK(is_shown());
        REQUIRE(undo() == accepted);
        CHECK_FALSE(is_shown());
    }
    SECTION("the next round comes without it, and undo brings it back") {
        meeting.start(3);
        CHECK_FALSE(is_shown());
        REQUIRE(undo() == accepted);
        CHECK(is_shown());
    }
    SECTION("it goes with the plan and comes back with it; another plan takes its place") {
        REQUIRE(meeting.facilitator(RemovePlan{}) == accepted);
        CHECK_FALSE(project(meeting.session, Audience::screen, {RecordType::plan, 0}));
        REQUIRE(undo() == accepted);
        CHECK(is_shown());
        const auto other = decide_arrival(meeting.session, {true, {}}, tablet, some_bytes());
        REQUIRE(other);
        meeting.apply(*other, "upload", true);
        CHECK(is_shown());
    }
    SECTION("a plan that is gone is not shown when undo leads back to it, nor is the next one") {
        meeting.start(3);
        const auto started = newest();
        REQUIRE(meeting.facilitator(RemovePlan{}) == accepted);
        REQUIRE(meeting.facilitator(Undo{started}) == accepted);
        const auto other = decide_arrival(meeting.session, {true, {}}, tablet, some_bytes());
        REQUIRE(other);
        meeting.apply(*other, "upload", true);
        CHECK_FALSE(is_shown());
    }
    SECTION("it puts the light out; what comes into the light later stands before it and leaves it") {
        REQUIRE(meeting.facilitator(ShowPlan{false}) == accepted);
        REQUIRE(meeting.facilitator(Spotlight{meeting.bench}) == accepted);
        REQUIRE(meeting.facilitator(ShowPlan{true}) == accepted);
        CHECK(is_shown());
        CHECK_FALSE(is_light_on());
        REQUIRE(undo() == accepted);
        CHECK_FALSE(is_shown());
        CHECK(is_light_on());
        REQUIRE(meeting.facilitator(ShowPlan{true}) == accepted);
        REQUIRE(meeting.facilitator(Spotlight{meeting.bench}) == accepted);
        CHECK(is_shown());
        CHECK(is_light_on());
    }
    SECTION("the walk has it anyway") {
        auto agenda = meeting.session.agenda;
        agenda.push_back({RoundId{16}, RoundKind::explore, "", 20, "", false});
        Change longer;
        longer.events.push_back(AgendaArranged{agenda, meeting.session.agenda});
        meeting.apply(longer, "order_agenda", true);
        meeting.start(16);
        CHECK_FALSE(is_shown());
        CHECK(meeting.facilitator(ShowPlan{true}) == Reason::wrong_round);
    }
    SECTION("the end has a screen of its own") {
        meeting.start(8);
        REQUIRE(meeting.facilitator(SetNextStep{"2031-01-15", "Samen kijken"}) == accepted);
        REQUIRE(meeting.facilitator(ShowPlan{true}) == accepted);
        REQUIRE(meeting.facilitator(CloseSession{}) == accepted);
        CHECK_FALSE(is_shown());
    }
}

TEST_CASE("What people write on the site takes part, as in the round for ideas", "[domain][plan]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    auto agenda = meeting.session.agenda;
    agenda.push_back({RoundId{16}, RoundKind::explore, "", 20, "", false});
    Change longer;
    longer.events.push_back(AgendaArranged{agenda, meeting.session.agenda});
    meeting.apply(longer, "order_agenda", true);
    meeting.start(16);
    const auto idea = meeting.idea(anna, "Hier een bank");
    CHECK(meeting.session.ideas.at(idea).state.status == IdeaStatus::live);
}
