#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "edge/server_under_test.h"

namespace kiemkring::test {
namespace {

const std::string short_one = [] {
    std::ifstream file{std::string{KIEMKRING_SOURCE_DIR} + "/proto/examples/template/short.json"};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}();

std::string saved(int revision, const std::string& file) {
    return R"({"revision":)" + std::to_string(revision) + R"(,"template":)" + file + "}";
}

std::string retitled(std::string file, const std::string& title) {
    const std::string was = "Kort overleg";
    return file.replace(file.find(was), was.size(), title);
}

}  // namespace

TEST_CASE("A template is checked without being kept, kept, saved, used for a session and removed", "[edge][template]") {
    ServerUnderTest server;
    const auto& cookie = server.organiser();
    const auto all = [&] { return server.ask("GET", "/api/templates", {}, cookie).body; };

    const auto seen = server.ask("POST", "/api/templates/check", short_one, cookie);
    REQUIRE(seen.status == 200);
    CHECK(seen.body.find(R"("minutes":50)") != std::string::npos);
    CHECK(all().find("Kort overleg") == std::string::npos);

    const auto made = server.ask("POST", "/api/templates", short_one, cookie);
    REQUIRE(made.status == 201);
    const auto id = member(made.body, "id");
    CHECK(all().find(R"("own":true,"revision":1)") != std::string::npos);

    const auto changed = server.ask("POST", "/api/templates/" + id, saved(1, retitled(short_one, "Langer overleg")), cookie);
    CHECK(changed.status == 200);
    CHECK(changed.body == R"({"id":")" + id + R"(","revision":2})");
    CHECK(all().find("Langer overleg") != std::string::npos);

    const auto session = server.ask("POST", "/api/sessions", R"({"template":")" + id + R"(","language":"nl","title":"Groen","question":"",)"
        R"("within":"","money":"","place":"","host":"Iris","controller":"Stichting","retained_days":30,"seats_max":30})", cookie);
    REQUIRE(session.status == 201);
    auto socket = server.web_socket();
    socket.send(hello(server.pair(member(session.body, "id"), "facilitator")));
    const auto records = socket.text_with(R"("type":"agenda")");
    CHECK(records.find("Waar loop jij het liefst?") != std::string::npos);

    CHECK(server.ask("DELETE", "/api/templates/" + id + "?revision=1", {}, cookie).status == 409);
    CHECK(server.ask("DELETE", "/api/templates/" + id, {}, cookie).status == 422);
    CHECK(server.ask("DELETE", "/api/templates/" + id + "?revision=2", {}, cookie).status == 204);
    CHECK(all().find("overleg") == std::string::npos);
    CHECK(server.ask("DELETE", "/api/templates/" + id + "?revision=2", {}, cookie).body == R"({"error":"no_template"})");
    CHECK(server.ask("POST", "/api/templates/" + id, saved(2, short_one), cookie).status == 404);
}

TEST_CASE("Of two desks that change one template the second is told, and the first stays", "[edge][template]") {
    ServerUnderTest server;
    const auto& cookie = server.organiser();
    const auto id = member(server.ask("POST", "/api/templates", short_one, cookie).body, "id");
    const auto save = [&](int revision, const std::string& title) {
        return server.ask("POST", "/api/templates/" + id, saved(revision, retitled(short_one, title)), cookie);
    };
    CHECK(save(1, "Van de eerste").status == 200);
    const auto second = save(1, "Van de tweede");
    CHECK(second.status == 409);
    CHECK(second.body == R"({"error":"changed_meanwhile"})");
    const auto all = server.ask("GET", "/api/templates", {}, cookie).body;
    CHECK(all.find("Van de eerste") != std::string::npos);
    CHECK(all.find("Van de tweede") == std::string::npos);
    CHECK(save(2, "Van de tweede").status == 200);
}

TEST_CASE("A bad template is refused with what is wrong with it, and nothing is kept", "[edge][template]") {
    ServerUnderTest server;
    const auto& cookie = server.organiser();
    const auto before = server.ask("GET", "/api/templates", {}, cookie).body;
    for (const auto* path : {"/api/templates/check", "/api/templates"}) {
        INFO(path);
        const auto refused = server.ask("POST", path, R"({"kiemkring_template":2})", cookie);
        CHECK(refused.status == 422);
        CHECK(refused.body == R"({"error":"bad_template","problems":[{"round":0,"member":"kiemkring_template","why":"other_version"}]})");
        CHECK(server.ask("POST", path, "{", cookie).body.find("not_json") != std::string::npos);
        CHECK(server.ask("POST", path, std::string(200'000, ' '), cookie).status == 413);
    }
    const auto id = member(server.ask("POST", "/api/templates", short_one, cookie).body, "id");
    CHECK(server.ask("POST", "/api/templates/" + id, short_one, cookie).status == 422);
    CHECK(server.ask("DELETE", "/api/templates/" + id + "?revision=1", {}, cookie).status == 204);
    CHECK(server.ask("GET", "/api/templates", {}, cookie).body == before);
}

TEST_CASE("An organiser has at most a hundred templates", "[edge][template]") {
    ServerUnderTest server;
    const auto& cookie = server.organiser();
    for (int i = 0; i < 100; ++i) REQUIRE(server.ask("POST", "/api/templates", short_one, cookie).status == 201);
    const auto refused = server.ask("POST", "/api/templates", short_one, cookie);
    CHECK(refused.status == 409);
    CHECK(refused.body == R"({"error":"too_many_templates"})");
}

}  // namespace kiemkring::test
