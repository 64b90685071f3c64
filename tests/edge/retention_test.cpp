// Until when a session is kept: set anew at the desk, and looked at before one is brought in.
#include <catch2/catch.hpp>

#include "edge/server_under_test.h"

using namespace kiemkring::test;

namespace {

std::string date_body(const std::string& date) { return R"({"retained_until":")" + date + R"("})"; }

}  // namespace

TEST_CASE("The desk sets another day until which its session is kept, from tomorrow and within ten years", "[edge][retention]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto set = [&](const std::string& body, const std::string& id) {
        return server.ask("POST", "/api/sessions/" + id + "/retention", body, server.organiser());
    };
    const auto until = [&] { return member(server.ask("POST", "/api/invitation", R"({"secret":")" + session.secret + R"("})").body, "retained_until"); };
    const auto before = until();
    for (const auto& date : {day_after(0), day_after(-400), day_after(3652), std::string{"2027-02-30"}, std::string{"1-2-2027"}, std::string{}}) {
        INFO(date);
        CHECK(set(date_body(date), session.id).status == 422);
    }
    CHECK(set("{}", session.id).status == 422);
    CHECK(set(date_body(day_after(5)), std::string(16, '0')).status == 404);
    CHECK(until() == before);
    CHECK(set(date_body(day_after(5)), session.id).status == 204);
    CHECK(until() == day_after(5));
    CHECK(server.ask("GET", "/api/sessions", {}, server.organiser()).body.contains(day_after(5)));
}

TEST_CASE("What would be erased at once is not brought in without another day", "[edge][retention]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto path = "/api/sessions/" + session.id;
    auto exported = server.ask("GET", path + "/export?format=json", {}, server.organiser()).body;
    REQUIRE(server.ask("DELETE", path, {}, server.organiser()).status == 204);
    const auto bring = [&](const std::string& query = {}) { return server.ask("POST", "/api/sessions/import" + query, exported, server.organiser()); };
    const auto say = [&](const std::string& date) {
        const auto at = exported.find(R"("retained_until":")") + 18;
        exported.replace(at, exported.find('"', at) - at, date);
    };
    say("2020-01-01");
    const auto refused = bring();
    CHECK(refused.status == 409);
    CHECK(refused.body == R"({"error":"retention_over","retained_until":"2020-01-01"})");
    say("");
    CHECK(bring().status == 409);
    say("31-12-2030");
    CHECK(bring().body == R"({"error":"bad_export"})");
    say("2020-01-01");
    CHECK(bring("?retained_until=2020-01-02").body == R"({"error":"bad_date"})");
    CHECK(bring("?retained_until=" + day_after(9)).status == 201);
    CHECK(server.ask("GET", "/api/sessions", {}, server.organiser()).body.contains(day_after(9)));

    // The day goes along when it is taken away again.
    exported = server.ask("GET", path + "/export?format=json", {}, server.organiser()).body;
    REQUIRE(server.ask("DELETE", path, {}, server.organiser()).status == 204);
    CHECK(bring().status == 201);
}
