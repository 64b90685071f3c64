// A session with everything in it moves from a laptop to a server and back, by its file, and is the same.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>

#include "domain/meeting.h"
#include "domain/session/naming.h"
#include "edge/server_under_test.h"
#include "wire/export.h"

namespace kiemkring::test {
namespace moved_test {

using namespace domain;

/// A plan with a pin, a photo, somebody on paper, scores, table choices, a proposal, a vote, a choice and the end.
struct Everything : Meeting {
    std::vector<PictureRow> pictures;

    Everything() : Meeting{30, Brought{Scale::points, {{"Bomen langs de weg", "Schaduw", 11, 0}, {"Een geveltuin", "", 12, 0}}, {{"Geld", "", 21}}, ""}} {
        const auto anna = join("Anna"), bo = join("Bo");
        arrives({true, std::string(32, 'a')}, {Asker::Role::facilitator, {}});
        start(17);
        REQUIRE(person(anna, GiveScore{GroupId{1}, 0, 4}) == accepted);
        REQUIRE(facilitator(CloseMatrix{true}) == accepted);
        start(2);
        REQUIRE(person(anna, SubmitIdea{"Bank", "", Place{0.25, 0.5}, std::string(32, 'b')}) == accepted);
        const IdeaId bench{made};
        arrives({false, std::string(32, 'b')}, {Asker::Role::participant, anna});
        REQUIRE(facilitator(AddPaperSeat{"Piet"}) == accepted);
        REQUIRE(ask(SubmitIdea{"Vijver", ""}, {Asker::Role::facilitator, {}, {}, PersonId{made}}) == accepted);
        REQUIRE(facilitator(ReleasePhotos{{session.photo_keys.at(std::string(32, 'b'))}, true}) == accepted);
        REQUIRE(facilitator(ShareIdeas{true}) == accepted);
        start(3);
        REQUIRE(facilitator(CreateGroup{"Zitten", {{bench}}}) == accepted);
        const GroupId sitting{made};
        start(13);
        REQUIRE(facilitator(ChooseForTable{1, sitting, true}) == accepted);
        start(14);
        REQUIRE(facilitator(AssignProposal{sitting, bo}) == accepted);
        REQUIRE(person(bo, WordProposal{sitting, 0, "Een bank", "Bij de poort", "", Fits::yes, Fits::no}) == accepted);
        start(4);
        REQUIRE(person(anna, CastVote{sitting}) == accepted);
        REQUIRE(facilitator(CloseVote{0, true}) == accepted);
        start(18);
        REQUIRE(facilitator(ProposeChoice{GroupId{1}}) == accepted);
        REQUIRE(facilitator(FreezeChoice{true, "het snelst klaar"}) == accepted);
        start(8);
        REQUIRE(person(anna, GiveContact{ContactKind::email, "anna@post.example", {"this_idea"}}) == accepted);
        REQUIRE(person(bo, GiveContact{ContactKind::email, "bo@post.example", {"this_idea", std::string{name_in_report}}}) == accepted);
        REQUIRE(facilitator(SetNextStep{"2027-03-04", "samen kijken"}) == accepted);
        REQUIRE(facilitator(CloseSession{}) == accepted);
    }
    void arrives(const Upload& what, const Asker& from) {
        const auto bytes = std::make_shared<PictureBytes>(PictureBytes{"\xff\xd8\xffsmall", "\xff\xd8\xfflarge", 1600, 1200});
        const auto decision = decide_arrival(session, what, from, bytes);
        REQUIRE(decision);
        pictures.insert(pictures.end(), decision->pictures.begin(), decision->pictures.end());
        apply(*decision, "upload", false);
    }
    [[nodiscard]] std::string file() const {
        wire::ExportedSession out{"00112233aabbccdd", log, {}, {}, pictures};
        for (const auto& [id, text] : session.texts) out.texts.push_back({id, text});
        for (const auto& [id, row] : session.rows) out.people.push_back(row);
        return wire::encode_export(out);
    }
};

/// Brings a file into a server of its own, and takes the session out again.
std::string through_a_server(const std::string& file, const std::string& query = {}) {
    ServerUnderTest server;
    const auto brought = server.ask("POST", "/api/sessions/import" + query, file, server.organiser());
    INFO(brought.body);
    REQUIRE(brought.status == 201);
    const auto out = server.ask("GET", "/api/sessions/00112233aabbccdd/export?format=json", {}, server.organiser());
    REQUIRE(out.status == 200);
    CHECK(out.field("content-disposition") == "attachment; filename=\"kiemkring-00112233aabbccdd.kiemkring\"");
    return out.body;
}

/// It says no day until which it is kept, so one is given where it is first brought in.
std::string kept_until() {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days{30}};
    return fmt::format("?retained_until={:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::uint64_t hash_of(const std::string& file) {
    const auto read = wire::read_export(file);
    REQUIRE(read);
    return state_hash(wire::fold(*read));
}

TEST_CASE("An import whose sender leaves while it is read leaves nothing behind", "[edge][export]") {
    ServerUnderTest server;
    auto file = Everything{}.file();
    const auto end = file.rfind('}');
    file.insert(end, 60'000'000, ' ');  // takes a while to read
    const auto list = [&] { return server.ask("GET", "/api/sessions", {}, server.organiser()).body; };
    const auto before = list();
    {
        RawClient leaving{server.port()};
        leaving.send("POST /api/sessions/import" + kept_until() + " HTTP/1.1\r\nHost: " + server.host() + "\r\nOrigin: " + server.origin() +
                     "\r\n" + server.organiser() + "Content-Type: application/json\r\nContent-Length: " + std::to_string(file.size()) + "\r\n\r\n");
        leaving.send(file);
    }
    // One thing at a time is read: once this answer is there, the other is done with.
    const auto refused = server.ask("POST", "/api/sessions/import", "{}", server.organiser());
    CHECK(refused.status == 422);
    CHECK(list() == before);
    // A whole one is taken, and by whoever stays: nothing of the other is in its way.
    file.erase(end, 60'000'000);
    CHECK(server.ask("POST", "/api/sessions/import" + kept_until(), file, server.organiser()).status == 201);
}

TEST_CASE("Out of one server, into another and back, a session is the same", "[edge][export]") {
    const Everything everything;
    const auto laptop = through_a_server(everything.file(), kept_until());
    const auto server = through_a_server(laptop);
    const auto back = through_a_server(server);
    CHECK(hash_of(server) == hash_of(laptop));
    CHECK(hash_of(back) == hash_of(laptop));

    const auto read = wire::read_export(back), was = wire::read_export(everything.file());
    REQUIRE(read);
    CHECK(read->pictures == was->pictures);
    CHECK(read->pictures.size() == 2);
    const auto state = wire::fold(*read);
    CHECK(state.plan == everything.session.plan);
    CHECK(state.scores == everything.session.scores);
    CHECK(state.choices == everything.session.choices);
    CHECK(state.proposals == everything.session.proposals);
    CHECK(state.people.at(PersonId{3}).on_paper);

    const auto result = nlohmann::json::parse(back).at("result");
    CHECK(result.at("matrix").at("cells").at(0).at("counts") == nlohmann::json{0, 0, 0, 1, 0});
    CHECK(result.at("choosing").at("reason") == "het snelst klaar");
    CHECK(result.at("tables").size() == 1);
    CHECK(result.at("proposals").at(0).at("where") == "Bij de poort");
    CHECK(result.at("photos").size() == 1);
}

TEST_CASE("A file without who people are, or with those alone who agreed, can be brought in too", "[edge][export]") {
    const Everything everything;
    ServerUnderTest server;
    REQUIRE(server.ask("POST", "/api/sessions/import" + kept_until(), everything.file(), server.organiser()).status == 201);
    const auto nameless = server.ask("GET", "/api/sessions/00112233aabbccdd/export?format=json&names=nobody", {}, server.organiser());
    REQUIRE(nameless.status == 200);
    for (const auto* name : {"Anna", "\"Bo\"", "Piet"}) CHECK_FALSE(nameless.body.contains(name));
    const auto info = nlohmann::json::parse(nameless.body).at("events").at(0).at("what").at("info");
    CHECK(info.at("host") == "");
    CHECK(info.at("controller") == "");
    const auto agreed = server.ask("GET", "/api/sessions/00112233aabbccdd/export?format=json&names=agreed", {}, server.organiser());
    REQUIRE(agreed.status == 200);
    CHECK(agreed.body.contains("\"Bo\""));
    for (const auto* other : {"Anna", "Piet", "@post.example"}) CHECK_FALSE(agreed.body.contains(other));
    CHECK(wire::read_export(through_a_server(agreed.body))->people.size() == 1);
    const auto again = through_a_server(nameless.body);
    CHECK(wire::read_export(again)->people.empty());
    CHECK(hash_of(again) == hash_of(nameless.body));
}

}  // namespace moved_test
}  // namespace kiemkring::test
