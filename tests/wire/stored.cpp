// What is stored is read back as it was; what this server cannot know is refused in words.
#include <catch2/catch.hpp>
#include <set>

#include "domain/meeting.h"
#include "wire/export.h"
#include "wire/files.h"
#include "wire/stored.h"

namespace kiemkring::wire {

using namespace domain;

namespace {

/// A whole meeting: ideas, groups, a closed vote with a drawn tie, a top, commitments, and an end.
Meeting whole_meeting(bool with_open_vote = false) {
    Meeting meeting;
    meeting.up_to_the_vote(6, 7);
    for (std::uint32_t person = 1; person <= 6; ++person)
        for (std::uint32_t candidate = 1; candidate <= 3; ++candidate)
            REQUIRE(meeting.person({person}, CastVote{GroupId{(person + candidate) % 7 + 1}}) == std::nullopt);
    REQUIRE(meeting.person({1}, RetractVote{GroupId{3}}) == std::nullopt);
    if (with_open_vote) return meeting;
    REQUIRE(meeting.facilitator(CloseVote{0, true}) == std::nullopt);
    if (meeting.session.tie && !meeting.session.tie->decided) {
        meeting.start(5);
        REQUIRE(meeting.facilitator(DrawLots{}) == std::nullopt);
    }
    REQUIRE(meeting.session.top);
    meeting.start(6);
    while (!meeting.facilitator(RevealNext{meeting.session.revealed})) {}
    meeting.start(15);
    const auto favourite = meeting.session.top->entries.front().candidate;
    REQUIRE(meeting.person({3}, AnswerConcern{favourite, ConcernAnswer::worried, "Wie geeft er water?"}) == std::nullopt);
    REQUIRE(meeting.facilitator(SettleConcern{{1}, ConcernStatus::resolved}) == std::nullopt);
    meeting.start(7);
    const auto first = meeting.session.top->entries.front().candidate;
    REQUIRE(meeting.person({2}, CommitTo{first, CommitmentRole::lead, "Ik trek dit"}) == std::nullopt);
    REQUIRE(meeting.person({2}, GiveContact{ContactKind::email, "a@b.nl", {"report"}}) == std::nullopt);
    REQUIRE(meeting.facilitator(RecordHands{first, CommitmentRole::help, {}, 4, ""}) == std::nullopt);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == std::nullopt);
    meeting.start(8);
    REQUIRE(meeting.person({2}, GiveStars{4}) == std::nullopt);
    REQUIRE(meeting.facilitator(SetNextStep{"2027-02-28", "Samen kijken"}) == std::nullopt);
    REQUIRE(meeting.facilitator(CloseSession{}) == std::nullopt);
    return meeting;
}

ExportedSession exported(const Meeting& meeting) {
    ExportedSession session{"00112233aabbccdd", meeting.log, {}, {}};
    for (const auto& [id, text] : meeting.session.texts) session.texts.push_back({id, text});
    for (const auto& [id, row] : meeting.session.rows) session.people.push_back(row);
    return session;
}

}  // namespace

TEST_CASE("Every event of a meeting is stored and read back the same", "[wire]") {
    std::set<std::size_t> kinds;
    for (const auto& happened : whole_meeting().log) {
        const auto text = encode_event(happened);
        INFO(text);
        const auto again = read_event(happened.version, text);
        INFO((again ? "" : again.error()));
        REQUIRE(again);
        CHECK(*again == happened);
        CHECK(encode_event(*again) == text);
        kinds.insert(happened.what.index());
    }
    CHECK(kinds.size() >= 18);
}

TEST_CASE("An event that every kind has, with nothing in it, is stored and read back too", "[wire]") {
    const auto check = [](Event event) {
        const Happened happened{3, Time{base::Milliseconds{5}}, "op", true, 2, std::move(event)};
        const auto again = read_event(3, encode_event(happened));
        REQUIRE(again);
        CHECK(*again == happened);
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (check(std::variant_alternative_t<I, Event>{}), ...);
    }(std::make_index_sequence<std::variant_size_v<Event>>{});
}

TEST_CASE("A stored event that this server cannot know is refused in words", "[wire]") {
    const auto good = encode_event({1, Time{}, "lock_door", true, 1, DoorLocked{true, false}});
    REQUIRE(read_event(1, good));
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        const auto at = text.find(from);
        REQUIRE(at != text.npos);
        return read_event(1, text.replace(at, from.size(), to)).error();
    };
    CHECK(with(R"("v":2)", R"("v":3)") == "event format 3 is unknown; this server reads up to 2");
    CHECK(with(R"("v":2)", R"("v":0)") == "event format 0 is unknown; this server reads up to 2");
    CHECK(with("door_locked", "door_painted") == "unknown event door_painted");
    CHECK(with(R"("now":true)", R"("now":1)") == "door_locked: now: not true or false");
    CHECK(with(R"("was":false)", R"("was":false,"then":1)") == "door_locked: unknown member then");
    CHECK(read_event(1, "{").error() == "not JSON");
    CHECK(read_event(1, "[]").error() == "an event is not an object");
}

TEST_CASE("Refusals and people are stored and read back the same", "[wire]") {
    const Refusal refusal{Reason::wrong_round, {.expected = 3, .retry_after_ms = {}, .round = "vote", .name = {}, .group = 0}};
    CHECK(read_stored_refusal(encode_stored_refusal(refusal)) == refusal);
    const PersonRow person{{3}, "hash", "Zoë \"Z\"", "", "\t", Contact{ContactKind::phone, "0612345678", {"report"}}};
    CHECK(read_person(encode_person(person)) == person);
    CHECK_FALSE(read_person("{}"));
}

TEST_CASE("An export that is imported and exported again is the same to the byte", "[wire]") {
    for (const bool with_open_vote : {false, true}) {
        const auto text = encode_export(exported(whole_meeting(with_open_vote)));
        const auto imported = read_export(text);
        INFO((imported ? "" : imported.error()));
        REQUIRE(imported);
        CHECK(encode_export(*imported) == text);
        CHECK(state_hash(fold(*imported)) == state_hash(fold(prepare_export(exported(whole_meeting(with_open_vote))))));
    }
}

TEST_CASE("An export of a meeting that ended makes the same state", "[wire]") {
    const auto meeting = whole_meeting();
    CHECK(state_hash(fold(*read_export(encode_export(exported(meeting))))) == state_hash(meeting.session));
}

TEST_CASE("An export holds no token, no PIN, no Wi-Fi, no link to a ballot and no vote that is still open", "[wire]") {
    auto meeting = whole_meeting(true);
    REQUIRE(meeting.facilitator(SetPin{"4711"}) == std::nullopt);
    REQUIRE(meeting.facilitator(SetPin{"0815"}) == std::nullopt);
    REQUIRE(meeting.facilitator(Undo{meeting.session.actions.back().id}) == std::nullopt);
    REQUIRE(meeting.session.has_pin());
    REQUIRE(meeting.facilitator(SetWifi{"Zaal 3 gasten", "groene plek", true}) == std::nullopt);
    REQUIRE(meeting.facilitator(SetWifi{"Gang", "blauwe plek", true}) == std::nullopt);
    const auto text = encode_export(exported(meeting));
    for (const char* secret : {"Zaal 3 gasten", "groene plek", "Gang", "blauwe plek"}) CHECK_THAT(text, !Catch::Contains(secret));
    for (const auto& [id, row] : meeting.session.rows) {
        REQUIRE_FALSE(row.token_hash.empty());
        CHECK_THAT(text, !Catch::Contains(row.token_hash));
    }
    for (const auto& [id, vote] : meeting.session.votes) {
        REQUIRE_FALSE(vote.ballots.empty());
        for (const auto& [ballot, given] : vote.ballots) CHECK_THAT(text, !Catch::Contains(std::to_string(ballot)));
    }
    const auto imported = fold(*read_export(text));
    // Nobody takes over an imported session by a PIN before a new one was set, not even by an empty one.
    for (const char* pin : {"\"4711\"", "\"0815\""}) CHECK_THAT(text, !Catch::Contains(pin));
    CHECK_FALSE(imported.has_pin());
    CHECK(decide(imported, TakeLead{""}, {Asker::Role::facilitator, {}, "a tablet that watches"}, meeting.moment).error().reason ==
          Reason::wrong_pin);
    REQUIRE(imported.last_vote());
    CHECK(imported.last_vote()->state.status == VoteStatus::open);
    CHECK(imported.last_vote()->ballots.empty());
    CHECK(read_published_votes(text)->empty());
}

TEST_CASE("An export of a meeting that ended has hashes of the tokens of who was in, and of nobody else", "[wire]") {
    auto meeting = whole_meeting();
    auto session = exported(meeting);
    for (auto& row : session.people) row.token_hash = std::string(63, 'a') + std::to_string(row.id.value);
    const auto came = read_export(encode_export(session));
    REQUIRE(came);
    for (const auto& row : came->people) CHECK(row.token_hash.size() == 64);

    session.people.front().token_hash = "a token that is no hash";
    CHECK(read_export(encode_export(session))->people.front().token_hash.empty());
    auto text = encode_export(session);
    const auto at = text.find(R"("token_hash":"aaaa)");
    REQUIRE(at != std::string::npos);
    text.replace(at + 14, 4, "=cmd");
    CHECK_FALSE(read_export(text));
}

TEST_CASE("The result of an export is for readers: ideas, votes, top and commitments in words", "[wire]") {
    const auto meeting = whole_meeting();
    const auto text = encode_export(exported(meeting));
    const auto json = nlohmann::json::parse(text);
    const auto& result = json.at("result");
    CHECK(result.at("ideas").size() == 7);
    CHECK(result.at("ideas")[0].at("text") == "Idee 1");
    CHECK(result.at("top").size() == meeting.session.top->entries.size());
    CHECK(result.at("commitments").size() == 1);
    CHECK(result.at("next_step").at("text") == "Samen kijken");

    const auto votes = read_published_votes(text);
    REQUIRE(votes);
    REQUIRE(votes->size() == 1);
    std::uint32_t sum = 0;
    for (const auto& [candidate, count] : votes->front().counts) sum += count;
    CHECK(sum == 17);
    CHECK(votes->front().ballots.size() == 6);
}

TEST_CASE("What is no export, or of a newer version, is refused in words", "[wire]") {
    const auto text = encode_export(exported(whole_meeting()));
    const auto with = [&](const std::string& from, const std::string& to) {
        auto changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != changed.npos);
        const auto read = read_export(changed.replace(at, from.size(), to));
        return read ? std::string{} : read.error();
    };
    CHECK(with(R"("version":1)", R"("version":2)") == "this export has version 2; this server reads version 1");
    CHECK(with("kiemkring-session", "something-else") == "not an export of a Kiemkring session");
    CHECK(with("00112233aabbccdd", "../../etc") == "session: not 16 hex digits");
    CHECK(with("session_created", "door_locked") != "");
    CHECK(with(R"("people":[)", R"("people":[7,)") == "people[0]: not an object");
    // Events that do not follow from each other are refused or make some session; they never throw.
    auto torn = *read_export(text);
    for (std::size_t i = 1; i < torn.events.size(); ++i) {
        auto without = torn;
        without.events.erase(without.events.begin() + static_cast<std::ptrdiff_t>(i));
        std::string changed;
        try {
            changed = encode_export(without);
        } catch (const std::out_of_range&) {
            continue;
        }
        CHECK_NOTHROW(read_export(changed));
    }
    CHECK(read_export("PK").error() == "not a JSON file");
    CHECK_FALSE(read_export("[]"));
}

}  // namespace kiemkring::wire
