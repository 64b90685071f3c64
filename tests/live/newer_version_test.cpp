// A session that went on elsewhere comes again: its stream here goes on the same way, or it is said why not.
#include "live/newer_version.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/meeting.h"
#include "wire/export.h"

namespace kiemkring::live {
namespace newer_version_test {

using namespace domain;

/// Up to the close, with two ideas of Anna; the laptop on which it runs.
struct Laptop : Meeting {
    PersonId anna;

    Laptop() {
        anna = join("Anna");
        start(2);
        idea(anna, "Een bank bij de poort");
        idea(anna, "Een groene muur");
        start(4);
    }
    void vote_and_end() {
        for (auto candidate : session.open_vote()->state.candidates) REQUIRE(person(anna, CastVote{candidate}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        start(8);
        REQUIRE(facilitator(SetNextStep{"2027-02-28", ""}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    /// The file of now, as it is read elsewhere.
    [[nodiscard]] store::StoredSession file() const {
        const auto rows = [](const auto& all) {
            std::remove_cvref_t<decltype(all)> last;
            for (const auto& row : all) {
                std::erase_if(last, [&](const auto& one) { return one.id == row.id; });
                last.push_back(row);
            }
            return last;
        };
        const auto read = wire::read_export(wire::encode_export({std::string(16, 'a'), log, rows(texts), rows(people), {}}));
        REQUIRE(read);
        store::StoredSession stored;
        stored.events = read->events;
        stored.texts = read->texts;
        stored.people = read->people;
        stored.summary.emplace().id = read->id;
        return stored;
    }
};

/// Where it was brought in: with a code of its own, and another day until which it is kept.
store::StoredSession brought_in(store::StoredSession file) {
    auto& created = std::get<SessionCreated>(file.events.front().what);
    created.info.code = "ANDERS";
    Session session;
    std::vector<RecordKey> touched;
    for (const auto& happened : file.events) evolve(session, happened, touched);
    for (auto& happened : as_happened(keep_until(session, "2031-01-01"), session.version, Time{}, "keep_until", false))
        file.events.push_back(std::move(happened));
    return file;
}
Session after(const store::StoredSession& here, const NewerVersion& newer) {
    Session session;
    std::vector<RecordKey> touched;
    for (const auto* part : {&here.events, &newer.turn.events})
        for (const auto& happened : *part) {
            REQUIRE(happened.version == session.version + 1);
            evolve(session, happened, touched);
        }
    return session;
}
Session folded(const store::StoredSession& file) {
    Session session;
    std::vector<RecordKey> touched;
    for (const auto& happened : file.events) evolve(session, happened, touched);
    return session;
}

TEST_CASE("A session that went on elsewhere goes on here in one write, and it is said what is different", "[live][newer]") {
    Laptop laptop;
    laptop.vote_and_end();
    const auto here = brought_in(laptop.file());
    REQUIRE(laptop.facilitator(ReopenSession{}) == accepted);
    laptop.start(2);
    const auto third = laptop.idea(laptop.anna, "Een vijver");
    laptop.join("Bo");
    REQUIRE(laptop.person(laptop.anna, EditIdea{{1}, "Een bank onder de eik", ""}) == accepted);
    laptop.start(8);
    REQUIRE(laptop.facilitator(CloseSession{}) == accepted);

    const auto newer = newer_version(here, laptop.file());
    REQUIRE(newer);
    CHECK(newer->seen == here.events.size());
    CHECK(newer->turn.erase_links);
    const auto now = after(here, *newer);
    CHECK(now.info.code == "ANDERS");
    CHECK(now.info.retained_until == "2031-01-01");
    CHECK(now.status == SessionStatus::ended);
    CHECK(now.ideas.contains(third));
    CHECK(newer->difference.ideas_came == 1);
    CHECK(newer->difference.ideas_changed == 1);
    CHECK(newer->difference.ideas_went == 0);
    CHECK(newer->difference.people_came == 1);
    CHECK(newer->difference.ended);
    CHECK(newer->difference.top == newer->difference.top_was);
    CHECK(std::ranges::any_of(newer->turn.texts, [](const TextRow& row) { return row.text == "Een vijver"; }));

    // And once more, from there on.
    auto second = here;
    second.events.insert(second.events.end(), newer->turn.events.begin(), newer->turn.events.end());
    second.texts = laptop.file().texts;
    CHECK(newer_version(second, laptop.file()).error() == NotNewer::as_old);
}

TEST_CASE("Ballots that an export in the middle of a vote left out come with the newer one", "[live][newer]") {
    Laptop laptop;
    const auto candidates = laptop.session.open_vote()->state.candidates;
    REQUIRE(laptop.person(laptop.anna, CastVote{candidates[0]}) == accepted);
    REQUIRE(laptop.person(laptop.anna, SetProfile{"Annabel", "", ""}) == accepted);
    const auto here = brought_in(laptop.file());
    CHECK(folded(here).last_vote()->ballots.empty());
    REQUIRE(laptop.person(laptop.anna, CastVote{candidates[1]}) == accepted);
    REQUIRE(laptop.facilitator(CloseVote{0, true}) == accepted);

    const auto newer = newer_version(here, laptop.file());
    REQUIRE(newer);
    const auto now = after(here, *newer), there = folded(laptop.file());
    CHECK(now.last_vote()->ballots == there.last_vote()->ballots);
    CHECK(now.last_vote()->voters == 1);
    REQUIRE(now.top);
    CHECK(now.top == there.top);
    CHECK(newer->difference.top.size() == 2);
}

TEST_CASE("What is not newer, went on otherwise, or would bring back what somebody took back is refused", "[live][newer]") {
    Laptop laptop;
    const auto early = laptop.file();
    laptop.vote_and_end();
    const auto ended = laptop.file();
    CHECK(newer_version(brought_in(ended), ended).error() == NotNewer::as_old);
    CHECK(newer_version(brought_in(ended), early).error() == NotNewer::as_old);

    // Here Anna took her idea back, while the laptop went on.
    Laptop other = laptop;
    REQUIRE(other.person(other.anna, WithdrawIdea{{1}}) == accepted);
    auto here = brought_in(other.file());
    CHECK(newer_version(here, ended).error() == NotNewer::as_old);
    REQUIRE(laptop.facilitator(ReopenSession{}) == accepted);
    CHECK(newer_version(here, laptop.file()).error() == NotNewer::changed_here);

    // The one meeting went on in two rooms.
    Laptop room;
    auto elsewhere = brought_in(room.file());
    Laptop again;
    REQUIRE(room.person(room.anna, SetProfile{"Annabel", "", ""}) == accepted);
    REQUIRE(again.person(again.anna, SetProfile{"Annemiek", "", ""}) == accepted);
    REQUIRE(again.facilitator(LockDoor{true}) == accepted);
    const auto went_on = brought_in(again.file());
    REQUIRE(room.facilitator(PauseSession{true}) == accepted);
    CHECK(newer_version(went_on, room.file()).error() == NotNewer::other_history);

    // Another meeting altogether.
    Meeting stranger{12};
    store::StoredSession file = early;
    file.events = stranger.log;
    CHECK(newer_version(elsewhere, file).error() == NotNewer::other_history);
}

}  // namespace newer_version_test
}  // namespace kiemkring::live
