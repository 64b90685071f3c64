// Tables, days and the whole of a session by HTTP: as what they come, and what only the organiser of its dossier gets of that.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "edge/server_under_test.h"

namespace kiemkring::test {
namespace data_files_test {

using nlohmann::json;

struct Desk {
    ServerUnderTest server;
    ServerUnderTest::Session session = server.create_session();

    Answer file(const std::string& query, const std::string& credentials) {
        return server.ask("GET", "/api/sessions/" + session.id + "/export?" + query, {}, credentials);
    }
    Answer file(const std::string& query) { return file(query, server.organiser()); }
    json post(const std::string& path, const json& body) {
        const auto answer = server.ask("POST", path, body.dump(), server.organiser());
        INFO(path << ' ' << answer.body);
        REQUIRE(answer.status < 300);
        return json::parse(answer.body);
    }
};

TEST_CASE("Every format comes as what it is, under a name with its ending", "[edge][report]") {
    Desk desk;
    const auto ends_in = [&](const std::string& query, const std::string& type, const std::string& ending) {
        const auto answer = desk.file(query);
        CHECK(answer.status == 200);
        CHECK(answer.field("content-type") == type);
        CHECK(answer.field("content-disposition") == "attachment; filename=\"kiemkring-" + desk.session.id + "." + ending + "\"");
        return answer.body;
    };
    CHECK(ends_in("format=xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx").starts_with("PK"));
    CHECK(ends_in("format=csv&language=en&names=nobody", "application/zip", "zip").starts_with("PK"));
    CHECK(ends_in("format=json", "application/json", "kiemkring").starts_with("{"));
    CHECK(desk.file("format=ics").status == 409);
    CHECK(desk.file("format=ics").body == R"({"error":"no_day"})");
    CHECK(desk.file("format=xls").status == 400);
}

TEST_CASE("How far a file is nobody is told who may not have it", "[edge][report]") {
    Desk desk;
    const auto progress = [&](const std::string& credentials) {
        return desk.server.ask("GET", "/api/sessions/" + desk.session.id + "/export/progress?work=" + std::string(32, 'a'), {}, credentials);
    };
    CHECK(progress(desk.server.organiser()).body == R"({"error":"no_work"})");
    CHECK(progress(bearer(desk.server.join(desk.session))).status == 403);
    CHECK(progress("").status == 401);
}

TEST_CASE("Tasks and the opening of the dossier are for its organiser, not for a tablet that is lent out", "[edge][report]") {
    Desk desk;
    const json place{{"kind", "place"}, {"name", "De Hoef"}, {"sort", "company"}, {"address", ""}, {"municipality", ""}, {"funder", ""}, {"about", ""}, {"area_m2", 0}};
    const std::string id = desk.post("/api/trajectories", {{"key", std::string(32, 'a')}, {"language", "nl"}, {"place", place}})["id"];
    char next = 'b';
    const auto say = [&](const std::string& op, const json& args) {
        return desk.post("/api/trajectories/" + id, {{"key", std::string(31, '0') + next++}, {"op", op}, {"args", args}});
    };
    for (const auto* step : {"session", "choice", "plan", "opening"}) say("open_step", {{"step", step}, {"reason", "Toch"}});
    const auto put = [&](const json& entry) { return say("put_entry", {{"id", 0}, {"was", nullptr}, {"now", entry}})["entry"].get<int>(); };
    next = '1';
    const auto plan = put({{"kind", "session_plan"}, {"name", "Samen"}, {"purpose", "ideas"}, {"held_on", ""}, {"starts_at", ""}, {"ends_at", ""}, {"location", ""},
                           {"invitation", ""}, {"template_id", ""}, {"language", "nl"}, {"host", ""}, {"controller", ""}, {"seats", 0}, {"kept_days", 0},
                           {"session", ""}, {"session_version", 0}, {"taken_note", ""}});
    desk.post("/api/trajectories/" + id + "/plans/" + std::to_string(plan) + "/link", {{"session", desk.session.id}});
    put({{"kind", "task"}, {"what", "Bel de gemeente"}, {"who", "Dirkje"}, {"due", "2030-04-01"}, {"state", "open"}, {"topic", "other"}, {"idea", 0}, {"note", ""}});
    put({{"kind", "opening"}, {"held_on", "2030-09-12"}, {"starts_at", "14:00"}, {"ends_at", "16:00"}, {"location", "Bij de muur"}, {"invitation", ""}, {"area_m2", 0},
         {"trees", 0}, {"tiles_out", 0}, {"people", 0}, {"story_public", false}, {"story_title", ""}, {"story", ""}});

    const auto named = desk.file("format=ics");
    CHECK(named.status == 200);
    CHECK(named.field("content-type") == "text/calendar; charset=utf-8");
    for (const auto* said : {"Bel de gemeente", "Dirkje", "20300912"}) CHECK(named.body.contains(said));
    CHECK_FALSE(desk.file("format=ics&names=nobody").body.contains("Dirkje"));

    const auto tablet = bearer(desk.server.pair(desk.session.id, "facilitator"));
    CHECK(desk.file("format=ics", tablet).status == 409);
    CHECK(desk.file("format=xlsx", tablet).status == 200);
}

}  // namespace data_files_test
}  // namespace kiemkring::test
