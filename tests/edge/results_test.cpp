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
