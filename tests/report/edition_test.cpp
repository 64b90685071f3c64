// The same content is the same whenever it is made, and what was done since is counted.
#include "domain/meeting.h"

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

TEST_CASE("Changes of a dossier are counted likewise", "[report][trajectory]") {
    trajectory::Trajectory dossier;
    const auto happen = [&](trajectory::Event what, Version undoes = 0) { evolve(dossier, {dossier.version + 1, {}, 1, {}, undoes, std::move(what)}); };
    const trajectory::Entry company = trajectory::Company{"Van Loon", {}, {}};
    happen(trajectory::EntrySet{{1}, std::nullopt, company});
    const auto version = dossier.version;
    CHECK(changes_since(dossier, version) == 0);
    happen(trajectory::EntrySet{{2}, std::nullopt, company});
    happen(trajectory::EntrySet{{3}, std::nullopt, trajectory::CalendarFeed{"Anna", {}, false}});
    CHECK(changes_since(dossier, version) == 1);
    happen(trajectory::EntrySet{{2}, company, std::nullopt}, 2);
    CHECK(changes_since(dossier, version) == 0);
    happen(trajectory::EntrySet{{1}, company, std::nullopt});
    CHECK(changes_since(dossier, version) == 1);
}

TEST_CASE("What stands in a report of its version", "[report]") {
    CHECK(colophon(3, "ab", "nl") == "Versie 3 van de inhoud. Vingerafdruk (sha256): ab");
    CHECK(colophon(0, "ab", "en") == "Fingerprint of the content (sha256): ab");
}

}  // namespace kiemkring::report::edition_test
