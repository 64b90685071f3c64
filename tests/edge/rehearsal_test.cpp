#include <catch2/catch.hpp>
#include <mutex>
#include <vector>

#include "edge/server_under_test.h"

namespace kiemkring::test {

TEST_CASE("A rehearsal is a session of its own, marked, without results, and erased by one request", "[edge][rehearsal]") {
    std::vector<edge::Settings::Rehearsal> wishes;
    std::mutex mutex;
    ServerUnderTest server{[&](auto& settings) {
        settings.rehearse = [&](const auto& wish) {
            const std::lock_guard lock{mutex};
            wishes.push_back(wish);
            return wish.people < 100;
        };
    }};
    const auto session = server.create_session();
    const auto tablet = server.pair(session.id, "facilitator");
    const auto rehearsal_route = "/api/sessions/" + session.id + "/rehearsal";
    const auto start = [&](int people) {
        return server.ask("POST", rehearsal_route, R"({"people":)" + std::to_string(people) + "}", bearer(tablet));
    };
    const auto version = server.version_of(session.id);

    const auto made = start(12);
    REQUIRE(made.status == 201);
    const auto id = member(made.body, "id");
    CHECK(id != session.id);
    REQUIRE(wishes.size() == 1);
    CHECK(wishes[0].session == id);
    CHECK(wishes[0].door == member(made.body, "door"));
    CHECK(wishes[0].door != session.secret);
    CHECK(wishes[0].host == server.host());
    CHECK(wishes[0].people == 12);

    // One at a time, also when it asks for itself.
    CHECK(member(start(0).body, "id") == id);
    CHECK(wishes.size() == 1);
    CHECK(start(100).status == 409);
    CHECK(start(501).status == 422);
    CHECK(server.ask("POST", rehearsal_route, R"({"people":-1})", bearer(tablet)).status == 422);
    const auto there = server.pair(id, "facilitator");
    CHECK(member(server.ask("POST", "/api/sessions/" + id + "/rehearsal", R"({"people":0})", bearer(there)).body, "id") == id);

    const auto door = server.ask("POST", "/api/invitation", R"({"secret":")" + member(made.body, "door") + R"("})");
    CHECK(door.body.find(R"("rehearsal":true)") != std::string::npos);
    CHECK(server.ask("POST", "/api/invitation", R"({"secret":")" + session.secret + R"("})").body.find(R"("rehearsal":false)") !=
          std::string::npos);
    auto socket = server.web_socket();
    socket.send(hello(there));
    const auto records = socket.text_with(R"("type":"session")");
    CHECK(records.find(R"("rehearsal":true)") != std::string::npos);
    CHECK(records.find("Groen plein") != std::string::npos);
    CHECK(server.ask("GET", "/api/sessions", {}, server.organiser()).body.find(R"("rehearsal_of":")" + session.id) != std::string::npos);

    for (const std::string format : {"json", "csv"}) {
        const auto refused = server.ask("GET", "/api/sessions/" + id + "/export?format=" + format, {}, bearer(there));
        CHECK(refused.status == 409);
        CHECK(refused.body == R"({"error":"rehearsal"})");
    }
    // A tablet of the one has no hold on the other, and a real session is not erased this way.
    CHECK(server.ask("DELETE", rehearsal_route, {}, bearer(there)).status == 404);
    CHECK(server.ask("DELETE", rehearsal_route, {}, bearer(tablet)).status == 409);
    CHECK(server.version_of(session.id) == version);

    CHECK(server.ask("DELETE", "/api/sessions/" + id + "/rehearsal", {}, bearer(there)).status == 204);
    CHECK(socket.close_code() == 4010);
    CHECK(server.version_of(id) == 0);
    CHECK(server.version_of(session.id) == version);
    CHECK(member(start(0).body, "id") != id);
}

TEST_CASE("With a session its rehearsal is erased", "[edge][rehearsal]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto id = member(server.ask("POST", "/api/sessions/" + session.id + "/rehearsal", R"({"people":0})", server.organiser()).body, "id");
    REQUIRE(server.version_of(id) == 2);
    CHECK(server.ask("DELETE", "/api/sessions/" + session.id, {}, server.organiser()).status == 204);
    CHECK(server.version_of(id) == 0);
    CHECK(server.ask("POST", "/api/sessions/" + session.id + "/rehearsal", R"({"people":0})", server.organiser()).status == 404);
}

}  // namespace kiemkring::test
