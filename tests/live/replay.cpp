// A session played back shows in every frame what the big screen showed then, wherever one jumps to, and nothing else.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/meeting.h"
#include "live/fake_world.h"
#include "live/replay.h"
#include "wire/server_message.h"

using namespace kiemkring;
using namespace kiemkring::domain;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const std::string erased = "Dit is gewist";

void brings_a_plan(Meeting& meeting) {
    const auto bytes = std::make_shared<PictureBytes>(PictureBytes{"small", "large", 1600, 1200});
    auto arrived = decide_arrival(meeting.session, {true, {}}, {Asker::Role::facilitator, {}}, bytes);
    REQUIRE(arrived);
    meeting.apply(*arrived, "upload", true);
}

/// A session from the first arrival to the end, in which every command has a moment of its own.
Meeting a_whole_session(int people) {
    Meeting meeting;
    const auto pass = [&](base::Milliseconds time) { meeting.moment.now += time; };
    const auto at_once = [&](auto what) { pass(1ms); what(); };
    for (int i = 0; i < people; ++i) at_once([&] { pass(700ms); meeting.join("Mens " + std::to_string(i)); });
    at_once([&] { meeting.start(2); });
    std::vector<IdeaId> ideas;
    for (std::uint32_t i = 0; i < 24; ++i)
        at_once([&] {
            pass(i % 5 == 0 ? 90s : 2s);
            ideas.push_back(meeting.idea({i % static_cast<std::uint32_t>(people) + 1}, i == 6 ? erased : "Idee " + std::to_string(i)));
        });
    at_once([&] { REQUIRE(!meeting.facilitator(ShareIdeas{true})); });
    at_once([&] { brings_a_plan(meeting); });
    for (const bool on : {true, false}) {
        at_once([&] { REQUIRE(!meeting.facilitator(PauseSession{on})); });
        at_once([&] { REQUIRE(!meeting.facilitator(Spotlight{on ? ideas[1] : IdeaId{}})); });
        at_once([&] { REQUIRE(!meeting.facilitator(ShowNothing{on})); });
    }
    for (const bool on : {true, false}) at_once([&] { REQUIRE(!meeting.facilitator(ShowPlan{on})); });
    at_once([&] { REQUIRE(!meeting.facilitator(HideIdea{{ideas[2]}, true})); });
    at_once([&] { REQUIRE(!meeting.person({4}, WithdrawIdea{ideas[3]})); });
    at_once([&] { REQUIRE(!meeting.person({5}, EditIdea{ideas[4], "Netjes gezegd", ""})); });
    at_once([&] { meeting.start(3); });
    for (std::size_t i = 8; i < 24; i += 2)
        at_once([&] { pass(20s); REQUIRE(!meeting.facilitator(CreateGroup{"Groep", {{ideas[i], {}}, {ideas[i + 1], {}}}})); });
    at_once([&] { meeting.start(4); });
    const auto candidates = meeting.session.last_vote()->state.candidates;
    for (std::uint32_t person = 1; person <= static_cast<std::uint32_t>(people); ++person)
        for (std::uint32_t vote = 0; vote < 4; ++vote)
            at_once([&] { REQUIRE(!meeting.person({person}, CastVote{candidates[(person * 7 + vote * vote) % candidates.size()]})); });
    at_once([&] { REQUIRE(!meeting.facilitator(CloseVote{0, true})); });
    if (meeting.session.tie && !meeting.session.tie->decided) at_once([&] { REQUIRE(!meeting.facilitator(WidenTop{})); });
    at_once([&] { meeting.start(6); });
    while (meeting.session.revealed < meeting.session.top->entries.size())
        at_once([&] { pass(30s); REQUIRE(!meeting.facilitator(RevealNext{meeting.session.revealed})); });
    at_once([&] { meeting.start(8); });
    at_once([&] { REQUIRE(!meeting.facilitator(SetNextStep{"2027-01-15", "samen schoffelen"})); });
    at_once([&] { REQUIRE(!meeting.facilitator(CloseSession{})); });
    return meeting;
}

store::StoredSession stored(const Meeting& meeting) {
    store::StoredSession session;
    session.events = meeting.log;
    session.texts = meeting.texts;
    session.people = meeting.people;
    std::erase_if(session.texts, [](const auto& row) { return row.text == erased; });
    return session;
}

/// The same with the words that still stand: ideas 2 and 3 were hidden and taken back, idea 4 was written anew.
store::StoredSession as_it_stands(store::StoredSession session) {
    std::erase_if(session.texts, [](const auto& row) { return row.text == "Idee 2" || row.text == "Idee 3"; });
    for (auto& row : session.texts)
        if (row.text == "Idee 4") row.text = "Netjes gezegd";
    return session;
}

using Shown = std::map<std::string, json>;

/// What the big screen would have been sent of the first so many events.
Shown oracle(const store::StoredSession& from, std::size_t events) {
    Session session;
    put_rows(session, from.texts, from.people, {});
    std::vector<RecordKey> ignored;
    for (std::size_t i = 0; i < events; ++i) evolve(session, from.events[i], ignored);
    Shown shown;
    for (const auto& key : all_keys(session))
        if (const auto record = project(session, Audience::screen, key); record && key.type != RecordType::invite)
            shown[wire::record_key(key)] = json::parse(wire::encode_record(*record));
    return shown;
}

void apply(Shown& shown, const json& step) {
    for (const auto& record : step["put"])
        shown[record["type"].get<std::string>() + "/" + std::to_string(record["id"].get<int>())] = record;
    for (const auto& key : step["gone"]) shown.erase(key.get<std::string>());
}

}  // namespace

TEST_CASE("Every frame of a replay is what the big screen showed then, of what still stands", "[live][replay]") {
    const auto whole = stored(a_whole_session(12)), session = as_it_stands(whole);
    REQUIRE(session.texts.size() + 2 == whole.texts.size());
    live::Replay replay{whole};
    const auto outline = json::parse(replay.outline());
    const std::size_t frames = outline["times"].size();
    CHECK(outline["version"] == session.events.size());
    CHECK(frames > 60);
    CHECK(frames <= live::Replay::frames_max + 2 * live::Replay::marked_max);

    const auto events_until = [&](std::int64_t at) {
        return static_cast<std::size_t>(std::ranges::count_if(
            session.events, [&](const auto& happened) { return happened.at.time_since_epoch().count() <= at; }));
    };
    std::size_t seen = 0;
    for (std::size_t first = 0; first < frames; first += live::Replay::frames_per_part) {
        Shown shown;
        const auto text = replay.part(first);
        CHECK(text.find(erased) == std::string::npos);
        CHECK(text.find(R"("type":"tally")") == std::string::npos);
        CHECK(text.find("7KM4PX") == std::string::npos);
        const auto part = json::parse(text);
        for (const auto& step : part["steps"]) {
            REQUIRE(step["frame"] == seen);
            CHECK(step["at"] == outline["times"][seen]);
            apply(shown, step);
            REQUIRE(shown == oracle(session, events_until(step["at"].get<std::int64_t>())));
            ++seen;
        }
    }
    CHECK(seen == frames);

    // Wherever one jumps to it is the same, also in a log of which nothing is kept yet.
    for (const std::size_t frame : {frames - 1, std::size_t{3}, frames / 2, frames + 100}) {
        live::Replay fresh{whole};
        const json step = json::parse(fresh.part(frame))["steps"][0];
        Shown shown;
        apply(shown, step);
        CHECK(step["frame"] == std::min(frame, frames - 1));
        CHECK(shown == oracle(session, events_until(step["at"].get<std::int64_t>())));
    }
}

TEST_CASE("Each place of the top has a frame of its own in a replay, and is in none before", "[live][replay]") {
    const auto meeting = a_whole_session(9);
    live::Replay replay{stored(meeting)};
    const std::size_t frames = json::parse(replay.outline())["times"].size();
    std::map<std::uint32_t, std::size_t> first_seen;
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const auto part = json::parse(replay.part(frame));
        for (const auto& record : part["steps"][0]["put"])
            if (record["type"] == "top") {
                CHECK(record["entries"].size() == record["revealed"]);
                first_seen.try_emplace(record["revealed"].get<std::uint32_t>(), frame);
            }
    }
    CHECK(first_seen.size() == meeting.session.top->entries.size() + 1);
}

TEST_CASE("A pause, a spotlight, the plan and a dark screen have frames of their own in a replay, however short they were", "[live][replay]") {
    const auto meeting = a_whole_session(9);
    live::Replay replay{stored(meeting)};
    const std::size_t frames = json::parse(replay.outline())["times"].size();
    std::map<std::string, int> seen;
    for (std::size_t frame = 0; frame < frames; ++frame) {
        Shown shown;
        const json step = json::parse(replay.part(frame))["steps"][0];
        apply(shown, step);
        if (const auto session = shown.find("session/0"); session != shown.end()) {
            seen["paused"] += session->second["paused"].get<bool>();
            seen["blank"] += session->second["blank"].get<bool>();
            seen["ended"] += session->second["status"] == "ended";
        }
        seen["spotlight"] += shown.contains("spotlight/0");
        if (const auto plan = shown.find("plan/0"); plan != shown.end()) seen["plan"] += plan->second["shown"].get<bool>();
    }
    CHECK(seen == std::map<std::string, int>{{"paused", 3}, {"spotlight", 3}, {"blank", 3}, {"plan", 1}, {"ended", 1}});
}

TEST_CASE("A long log is cut into frames that are not too many, with its rounds", "[live][replay]") {
    Meeting meeting;
    for (int i = 0; i < 300; ++i)
        for (const bool locked : {true, false}) {
            meeting.moment.now += i % 50 == 0 ? base::Milliseconds{40min} : base::Milliseconds{3s};
            REQUIRE(!meeting.facilitator(LockDoor{locked}));
            if (i % 10 == 0) meeting.start(i % 20 == 0 ? 9 : 10);
        }
    live::Replay replay{stored(meeting)};
    const auto outline = json::parse(replay.outline());
    CHECK(outline["times"].size() <= live::Replay::frames_max + 2 * live::Replay::marked_max);
    CHECK(outline["rounds"].size() == 31);
    CHECK(outline["rounds"][0]["kind"] == "lobby");
    CHECK(outline["rounds"][1]["kind"] == "talk");
}

namespace kiemkring::live {

TEST_CASE("Big screens alone hear what to play back, later ones too, until it ends or another round begins", "[live][replay]") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna, tablet, screen, late;
    world.enter("anna", anna);
    const auto lead = world.enter(world.pair(session, Role::facilitator), tablet);
    world.enter(world.pair(session, Role::screen), screen);

    const wire::ReplayShown shown{3, 2, true};
    world.hub->show_replay(session, shown);
    world.settle();
    world.enter(world.pair(session, Role::screen), late);
    CHECK(screen.all<wire::ReplayShown>() == std::vector{shown});
    CHECK(late.all<wire::ReplayShown>() == std::vector{shown});
    CHECK(anna.all<wire::ReplayShown>().empty());
    CHECK(tablet.all<wire::ReplayShown>().empty());

    world.ask(lead, 1, LockDoor{true});
    world.settle();
    CHECK(screen.all<wire::ReplayShown>().size() == 1);
    world.ask(lead, 2, StartRound{RoundId{2}, 0});
    world.settle();
    CHECK(screen.all<wire::ReplayShown>().back() == wire::ReplayShown{});
    CHECK(late.all<wire::ReplayShown>().back() == wire::ReplayShown{});
}

TEST_CASE("A replay is read again once the log has grown, so that nothing erased stays", "[live][replay]") {
    FakeWorld world;
    const auto session = world.make_session();
    REQUIRE(world.join(session, "anna"));
    Listener anna;
    const auto phone = world.enter("anna", anna);
    const auto outline = [&](Hub::ReplayWish wish) {
        std::string text;
        world.hub->replay(session, wish, [&](auto answer) { text = answer.value_or("trouble"); });
        world.settle();
        return json::parse(text);
    };
    const auto before = outline({});
    CHECK(outline({}) == before);
    world.ask(phone, 1, SubmitIdea{"een", ""});
    world.settle();
    CHECK(outline({})["version"].get<int>() > before["version"].get<int>());
    CHECK(outline({before["version"].get<Version>(), {}}) == before);  // of the log up to then it is the same

    bool is_unknown = false;
    world.hub->replay("0000000000000000", {}, [&](auto answer) { is_unknown = answer.error() == StoreTrouble::not_found; });
    world.settle();
    CHECK(is_unknown);
}

TEST_CASE("A session that has ended is played back to its end, also after a restart", "[live][replay]") {
    FakeWorld world;
    SessionId session;
    world.hub->create(1, {.title = "Groen", .host = "Iris", .language = "nl", .retained_until = "2031-01-01", .seats_max = 30},
                      {{{1}, RoundKind::lobby, "", 0, "", false}, {{2}, RoundKind::ideas, "", 5, "", false}, {{3}, RoundKind::close, "", 5, "", false}},
                      [&](auto made) { session = made.value(); });
    world.settle();
    Listener tablet;
    const auto lead = world.enter(world.pair(session, Role::facilitator), tablet);
    std::uint64_t n = 0;
    for (const Command& command : {Command{StartRound{{2}, 0}}, Command{StartRound{{3}, 0}}, Command{SetNextStep{"2027-01-15", "schoffelen"}},
                                   Command{CloseSession{}}}) {
        world.pass(1min);
        world.ask(lead, ++n, command);
        world.settle();
    }
    REQUIRE(world.hub->summary(session)->status == SessionStatus::ended);
    world.open();

    const auto answer = [&](Hub::ReplayWish wish) {
        std::string text;
        world.hub->replay(session, wish, [&](auto told) { text = told.value_or("trouble"); });
        world.settle();
        return json::parse(text);
    };
    const auto whole = answer({});
    CHECK(whole["rounds"].size() == 3);
    const json step = answer({whole["version"].get<Version>(), whole["times"].size() - 1})["steps"][0];
    Shown shown;
    apply(shown, step);
    CHECK(shown.at("session/0")["status"] == "ended");
    CHECK(shown.at("closing/0")["next_step"]["text"] == "schoffelen");
}

}  // namespace kiemkring::live
