// What is put ready for a session at the desk: the Wi-Fi of the room, and a list of ideas.
#include <catch2/catch.hpp>

#include "edge/server_under_test.h"

using namespace kiemkring::test;

namespace {

std::string lines_body(int seen, const std::string& lines) { return R"({"seen":)" + std::to_string(seen) + R"(,"lines":[)" + lines + "]}"; }

}  // namespace

TEST_CASE("The desk puts the Wi-Fi and a list of ideas ready, and a list that is sent twice is there once", "[edge][preparation]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto at = "/api/sessions/" + session.id;
    const auto prepared = [&] { return server.ask("GET", at + "/preparation", {}, server.organiser()).body; };
    const auto post = [&](const std::string& what, const std::string& body) {
        return server.ask("POST", at + what, body, server.organiser());
    };
    CHECK(prepared() == R"({"wifi_name":"","wifi_password":"","ideas":0})");
    CHECK(post("/wifi", R"({"name":" De Grift ","password":"groene plek"})").status == 204);
    CHECK(post("/ideas", lines_body(0, R"("Een bank","Een lindelaan")")).status == 204);
    CHECK(prepared() == R"({"wifi_name":"De Grift","wifi_password":"groene plek","ideas":2})");

    const auto again = post("/ideas", lines_body(0, R"("Een bank","Een lindelaan")"));
    CHECK(again.status == 409);
    CHECK(again.body == R"({"error":"changed_meanwhile"})");
    for (const auto& bad : {lines_body(2, ""), lines_body(2, R"("")"), lines_body(2, '"' + std::string(141, 'x') + '"'), std::string{R"({"lines":["x"]})"}})
        CHECK(post("/ideas", bad).status == 422);
    for (const auto* bad : {R"({"name":"","password":"groene plek"})", R"({"name":"De Grift","password":"kort"})", R"({"name":"De Grift"})",
                            R"({"name":"een naam die langer is dan er in past","password":""})"})
        CHECK(post("/wifi", bad).status == 422);
    CHECK(server.ask("POST", "/api/sessions/0123456789abcdef/wifi", R"({"name":"x","password":""})", server.organiser()).status == 404);
    CHECK(prepared() == R"({"wifi_name":"De Grift","wifi_password":"groene plek","ideas":2})");

    CHECK(post("/wifi", R"({"name":"","password":""})").status == 204);
    CHECK(prepared() == R"({"wifi_name":"","wifi_password":"","ideas":2})");
}
