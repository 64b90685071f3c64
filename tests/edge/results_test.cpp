// After a session in a room without internet: its export, brought in on another server, opens the same links.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "edge/server_under_test.h"
#include "live/hub.h"

using namespace kiemkring;
using namespace kiemkring::test;

namespace {

struct Tablet {
    explicit Tablet(ServerUnderTest& server, const std::string& session) : line(server.web_socket()) {
        line.send(hello(server.pair(session, "facilitator"), 'c'));
        REQUIRE(!line.text_with("\"welcome\"").empty());
    }
    std::string ask(const std::string& op, const std::string& args) {
        line.send(fmt::format(R"({{"type":"command","n":{},"op":"{}","args":{}}})", ++n, op, args));
        return line.text_with(fmt::format("\"n\":{}", n));
    }
    WebSocketClient line;
    int n{};
};

}  // namespace

TEST_CASE("A session that was held in the room and brought in at home opens the links of then", "[edge][results]") {
    ServerUnderTest room, home;
    const auto session = room.create_session();
    const auto anna = room.join(session, "Anna"), removed = room.join(session, "Bo");
    Tablet tablet{room, session.id};
    const auto said = [&](const std::string& answer) { return answer.find("\"ok\":true") != std::string::npos; };
    const auto the_export = [&](ServerUnderTest& server) {
        return server.ask("GET", "/api/sessions/" + session.id + "/export?format=json", {}, server.organiser()).body;
    };
    REQUIRE(said(tablet.ask("remove_person", R"({"person":2})")));
    CHECK(the_export(room).find(live::token_hash(anna)) == std::string::npos);  // not while it is open

    for (int round = 20; round > 0; --round)
        if (said(tablet.ask("start_round", fmt::format(R"({{"round":{},"in_ms":0}})", round)))) break;
    REQUIRE(said(tablet.ask("set_next_step", R"({"date":"2031-01-15","text":"samen schoffelen"})")));
    REQUIRE(said(tablet.ask("close_session", "{}")));

    const auto exported = the_export(room);
    CHECK(exported.find(anna) == std::string::npos);
    CHECK(exported.find(live::token_hash(anna)) != std::string::npos);
    CHECK(exported.find(live::token_hash(removed)) == std::string::npos);
    REQUIRE(home.ask("POST", "/api/sessions/import", exported, home.organiser()).status == 201);

    // The result, by the QR of the close, and what is one's own, by the link that the phone made then.
    const auto results = home.ask("POST", "/api/results", R"({"secret":")" + session.secret + R"("})");
    CHECK(results.status == 200);
    CHECK(results.body.find("samen schoffelen") != std::string::npos);
    auto phone = home.web_socket();
    phone.send(hello(anna));
    CHECK(!phone.text_with("\"welcome\"").empty());
    CHECK(!phone.text_with(R"("name":"Anna")").empty());
    phone.send(R"({"type":"command","n":1,"op":"set_profile","args":{"name":"Annabel","organisation":"","role":""}})");
    CHECK(said(phone.text_with("\"n\":1")));
    auto stranger = home.web_socket();
    stranger.send(hello(removed));
    CHECK(!stranger.text_with("unknown_token").empty());

    // And once more, from there.
    CHECK(the_export(home).find(live::token_hash(anna)) != std::string::npos);
}

namespace {

/// Up to the end: the last round, with a next step.
void end(Tablet& tablet) {
    for (int round = 20; round > 0; --round)
        if (tablet.ask("start_round", fmt::format(R"({{"round":{},"in_ms":0}})", round)).find("\"ok\":true") != std::string::npos) break;
    tablet.ask("set_next_step", R"({"date":"2031-01-15","text":"samen schoffelen"})");
    REQUIRE(tablet.ask("close_session", "{}").find("\"ok\":true") != std::string::npos);
}

}  // namespace

TEST_CASE("The desk opens a session again that has ended, and people come in by its code again", "[edge][results]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto anna = server.join(session, "Anna");
    Tablet tablet{server, session.id};
    auto phone = server.web_socket();
    phone.send(hello(anna));
    REQUIRE(!phone.text_with("\"welcome\"").empty());
    end(tablet);
    REQUIRE(!phone.text_with(R"("status":"ended")").empty());
    const auto by_code = [&] { return server.ask("POST", "/api/invitation", R"({"code":")" + session.code + R"("})").status; };
    CHECK(by_code() == 404);
    const auto reopen = [&](const std::string& id, const std::string& cookie) { return server.ask("POST", "/api/sessions/" + id + "/reopen", {}, cookie).status; };
    CHECK(reopen(session.id, {}) == 401);
    CHECK(reopen(std::string(16, '0'), server.organiser()) == 404);
    CHECK(reopen(session.id, server.organiser()) == 204);
    const auto told = phone.text_with(R"("reopened":true)");
    CHECK(told.find(R"("status":"open")") != std::string::npos);
    CHECK(by_code() == 200);
    server.join(session, "Cor");
    // Again there is nothing to do.
    const auto version = server.version_of(session.id);
    CHECK(reopen(session.id, server.organiser()) == 204);
    CHECK(server.version_of(session.id) == version);
    CHECK(tablet.ask("close_session", "{}").find("\"ok\":true") != std::string::npos);
    CHECK(tablet.ask("reopen_session", "{}").find("\"ok\":true") != std::string::npos);
}

TEST_CASE("A newer version of a session that was brought in takes its place, and says first what it changes", "[edge][results]") {
    ServerUnderTest room, home;
    const auto session = room.create_session();
    const auto anna = room.join(session, "Anna");
    Tablet tablet{room, session.id};
    const auto the_export = [&] { return room.ask("GET", "/api/sessions/" + session.id + "/export?format=json", {}, room.organiser()).body; };
    const auto bring = [&](const std::string& file, const std::string& query = {}) {
        return home.ask("POST", "/api/sessions/import" + query, file, home.organiser());
    };
    const auto goes_on = [&](const std::string& idea) {
        REQUIRE(tablet.ask("reopen_session", "{}").find("\"ok\":true") != std::string::npos);
        REQUIRE(tablet.ask("add_ideas", fmt::format(R"({{"lines":["{}"]}})", idea)).find("\"ok\":true") != std::string::npos);
        REQUIRE(tablet.ask("close_session", "{}").find("\"ok\":true") != std::string::npos);
    };
    end(tablet);
    const auto first = the_export();
    REQUIRE(bring(first).status == 201);
    CHECK(bring(first).body == R"({"error":"not_newer"})");

    goes_on("Een vijver");
    const auto second = the_export();
    auto phone = home.web_socket();
    phone.send(hello(anna));
    REQUIRE(!phone.text_with("\"welcome\"").empty());
    const auto before = home.version_of(session.id);
    const auto asked = bring(second);
    CHECK(asked.status == 409);
    CHECK(asked.body.find(R"("error":"newer")") != std::string::npos);
    CHECK(asked.body.find(R"("ideas_came":1)") != std::string::npos);
    CHECK(home.version_of(session.id) == before);
    CHECK(bring(second, "?replace=1").status == 200);
    CHECK(home.version_of(session.id) > before);
    CHECK(bring(second, "?replace=1").body == R"({"error":"not_newer"})");
    CHECK(bring(first, "?replace=1").body == R"({"error":"not_newer"})");
    const auto kept = home.ask("GET", "/api/sessions/" + session.id + "/export?format=json", {}, home.organiser()).body;
    CHECK(kept.find("Een vijver") != std::string::npos);

    // What she corrects at home is not brought back by what comes later.
    auto again = home.web_socket();
    again.send(hello(anna, 'b'));
    REQUIRE(!again.text_with("\"welcome\"").empty());
    again.send(R"({"type":"command","n":1,"op":"set_profile","args":{"name":"Annabel","organisation":"","role":""}})");
    REQUIRE(again.text_with("\"n\":1").find("\"ok\":true") != std::string::npos);
    goes_on("Een moestuin");
    CHECK(bring(the_export(), "?replace=1").body == R"({"error":"changed_here"})");
    CHECK(home.ask("GET", "/api/sessions/" + session.id + "/export?format=json", {}, home.organiser()).body.find("Een moestuin") == std::string::npos);
}
