// The same content is the same whenever it is made, and what was done since is counted.
#include "domain/meeting.h"

#include "domain/trajectory/trajectory.h"
#include "report/changes.h"
#include "report/edition.h"
#include "report/session_report.h"

namespace kiemkring::report::edition_test {

using namespace domain;

std::string hash_of(const Meeting& meeting) {
    return content_hash(session_report({meeting.session, meeting.log}, {"nl", {}, sections_for(Readership::archive), no_time}), {});
}

TEST_CASE("The hash of a report is that of what it says", "[report]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    meeting.idea(anna, "Muur met klimop");
    REQUIRE(meeting.facilitator(ShareIdeas{true}) == std::nullopt);
    const auto hash = hash_of(meeting);
    CHECK(hash.size() == 64);
    CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
    // Nothing that a report tells.
    REQUIRE(meeting.facilitator(LockDoor{true}) == std::nullopt);
    CHECK(hash_of(meeting) == hash);
    meeting.idea(anna, "Bankje");
    CHECK(hash_of(meeting) != hash);
}

TEST_CASE("Changes since a report are what was done, without what was undone and what no report tells", "[report]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    meeting.start(2);
    meeting.idea(anna, "Muur met klimop");
    const auto version = meeting.session.version;
    const auto changes = [&] { return changes_since(meeting.log, version); };
    CHECK(changes() == 0);
    REQUIRE(meeting.facilitator(LockDoor{true}) == std::nullopt);
    CHECK(changes() == 0);
    meeting.idea(anna, "Bankje");
    meeting.start(3);
    CHECK(changes() == 2);
    REQUIRE(meeting.facilitator(CreateGroup{"Groen", {{{1}}}}) == std::nullopt);
    CHECK(changes() == 3);
    REQUIRE(meeting.facilitator(Undo{std::get<UndoRecord>(*project(meeting.session, Audience::facilitator, {RecordType::undo, 0})).action->id}) == std::nullopt);
    CHECK(changes() == 2);
    CHECK(changes_since(meeting.log, meeting.session.version) == 0);
}

TEST_CASE("Who may be named and how long a session is kept are changes of what a report says", "[report]") {
    Meeting meeting;
    const auto anna = meeting.join("Anna");
    const auto version = meeting.session.version;
    const auto changes = [&] { return changes_since(meeting.log, version); };
    REQUIRE(meeting.person(anna, GiveContact{ContactKind::email, "", {"name_in_report"}}) == std::nullopt);
    CHECK(changes() == 1);
    const auto named = meeting.session.version;
    REQUIRE(meeting.person(anna, WithdrawContact{}) == std::nullopt);
    CHECK(changes() == 2);
    CHECK(changes_since(meeting.log, named) == 1);
    meeting.apply(keep_until(meeting.session, "2028-01-31"), "keep_until", false);
    CHECK(changes() == 3);
    meeting.apply(keep_until(meeting.session, "2028-01-31"), "keep_until", false);
    CHECK(changes() == 3);
}

TEST_CASE("What is otherwise in a dossier is counted, however much was done meanwhile", "[report][trajectory]") {
    std::vector<trajectory::Happened> log;
    const auto happen = [&](trajectory::Event what) { log.push_back({log.size() + 1, {}, 1, {}, 0, std::move(what)}); };
    const auto company = [](std::string name) { return trajectory::Entry{trajectory::Company{std::move(name), {}, {}}}; };
    const auto loon = company("Van Loon"), dam = company("Dam");
    happen(trajectory::EntrySet{{1}, std::nullopt, loon});
    const auto version = log.size();
    const auto changes = [&] { return changes_since(log, version); };
    CHECK(changes() == 0);
    happen(trajectory::EntrySet{{2}, std::nullopt, loon});
    happen(trajectory::EntrySet{{3}, std::nullopt, trajectory::CalendarFeed{"Anna", {}, false}});
    happen(trajectory::ArchivedSet{false, true});
    CHECK(changes() == 1);
    happen(trajectory::EntrySet{{2}, loon, dam});
    happen(trajectory::EntrySet{{1}, loon, dam});
    CHECK(changes() == 2);
    happen(trajectory::EntrySet{{1}, dam, loon});
    happen(trajectory::EntrySet{{2}, dam, std::nullopt});
    CHECK(changes() == 0);
    happen(trajectory::ProgressSet{{}, {trajectory::Step::session, trajectory::Outcome::running, "Toch", 0}});
    happen(trajectory::FacilitatorSet{{}, "Kees"});
    CHECK(changes() == 2);
    happen(trajectory::FacilitatorSet{"Kees", {}});
    for (std::uint32_t i = 0; i < 2 * trajectory::recent_max; ++i) happen(trajectory::EntrySet{{10 + i}, std::nullopt, dam});
    CHECK(changes() == 1 + 2 * trajectory::recent_max);
    // Erased: what was there is a change, what came and went is none.
    happen(trajectory::EntryErased{{10}});
    CHECK(changes() == 2 * trajectory::recent_max);
    happen(trajectory::EntryErased{{1}});
    CHECK(changes() == 1 + 2 * trajectory::recent_max);
}

TEST_CASE("What stands in a report of its version", "[report]") {
    CHECK(colophon(3, "ab", "nl") == "Versie 3 van de inhoud. Vingerafdruk (sha256): ab");
    CHECK(colophon(0, "ab", "en") == "Fingerprint of the content (sha256): ab");
}

}  // namespace kiemkring::report::edition_test
