// Reports of trajectories by HTTP, and what is remembered of reports that were made.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "edge/server_under_test.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

namespace dossier_report_test {

struct Desk {
    ServerUnderTest server;
    std::string cookie = server.organiser();

    Answer get(const std::string& path) { return server.ask("GET", path, {}, cookie); }
    json reports(const std::string& of) {
        const auto answer = get(of + "/reports");
        CHECK(answer.status == 200);
        return json::parse(answer.body, nullptr, false)["reports"];
    }
    std::string start() {
        const json place{{"kind", "place"}, {"name", "De Vlinder"}, {"sort", "business_park"}, {"address", ""}, {"municipality", "Zwolle"}, {"funder", ""}, {"about", ""}, {"area_m2", 0}};
        const json body{{"key", std::string(32, 'a')}, {"language", "nl"}, {"place", place}};
        return "/api/trajectories/" + json::parse(server.ask("POST", "/api/trajectories", body.dump(), cookie).body)["id"].get<std::string>();
    }
    void change(const std::string& trajectory, char key) {
        const json company{{"kind", "company"}, {"name", std::string{"Bedrijf "} + key}, {"trade", ""}, {"note", ""}};
        const json body{{"key", std::string(32, key)}, {"op", "put_entry"}, {"args", {{"id", 0}, {"was", nullptr}, {"now", company}}}};
        CHECK(server.ask("POST", trajectory, body.dump(), cookie).status == 200);
    }
};

TEST_CASE("The report of a trajectory comes as a PDF, as a page and as one page, for organisers alone", "[edge][report][trajectory]") {
    Desk desk;
    const auto trajectory = desk.start();
    const auto pdf = desk.get(trajectory + "/export?format=pdf&readers=archive&language=en");
    CHECK(pdf.status == 200);
    CHECK(pdf.body.starts_with("%PDF-"));
    CHECK(pdf.field("content-disposition").starts_with("attachment; filename=\"kiemkring-"));
    CHECK(desk.get(trajectory + "/export?format=pdf&summary=1").body.starts_with("%PDF-"));
    const auto page = desk.get(trajectory + "/export?format=html&sections=green_date&look=1");
    CHECK(page.field("content-disposition").starts_with("inline"));
    CHECK(page.body.contains("id=\"green_date\""));
    CHECK_FALSE(page.body.contains("id=\"in_short\""));
    for (const std::string query : {"format=json", "format=pdf&summary=2", "format=pdf&readers=everyone", "format=pdf&names=some", "format=pdf&sections=top", "format=pdf&as=docx", "format=html&as=odt", ""})
        CHECK(desk.get(trajectory + "/export?" + query).status == 400);
    CHECK(desk.get("/api/trajectories/00000000000000ff/export?format=pdf").status == 404);
    CHECK(desk.server.ask("GET", trajectory + "/export?format=pdf", {}, "").status == 401);
    CHECK(desk.server.ask("GET", trajectory + "/reports", {}, "").status == 401);
}

TEST_CASE("What was made is remembered with the number of its content, and what was only looked at is not", "[edge][report][trajectory]") {
    Desk desk;
    const auto trajectory = desk.start();
    CHECK(desk.reports(trajectory).empty());
    CHECK(desk.get(trajectory + "/export?format=html&look=1").status == 200);
    CHECK(desk.reports(trajectory).empty());

    const auto first = desk.get(trajectory + "/export?format=html&readers=board").body;
    CHECK(desk.get(trajectory + "/export?format=pdf&readers=board").status == 200);
    CHECK(desk.get(trajectory + "/export?format=html&as=docx&readers=board").status == 200);
    auto made = desk.reports(trajectory);
    REQUIRE(made.size() == 3);
    CHECK(made[0]["format"] == "docx");
    CHECK(made[1]["format"] == "pdf");
    for (const auto& one : made) {
        CHECK(one["number"] == 1);
        CHECK(one["hash"] == made[0]["hash"]);
        CHECK(one["readers"] == "board");
        CHECK(one["names"] == "agreed");
        CHECK(one["changes"] == 0);
        CHECK_FALSE(one["by"].get<std::string>().empty());
    }
    CHECK(first.contains("Versie 1 van de inhoud. Vingerafdruk (sha256): " + made[0]["hash"].get<std::string>()));

    desk.change(trajectory, 'b');
    desk.change(trajectory, 'c');
    made = desk.reports(trajectory);
    CHECK(made[0]["changes"] == 2);
    CHECK(desk.get(trajectory + "/export?format=pdf&readers=board&summary=1").status == 200);
    CHECK(desk.get(trajectory + "/export?format=pdf&readers=board").status == 200);
    made = desk.reports(trajectory);
    CHECK(made[0]["changes"] == 0);
    CHECK(made[0]["number"] == 3);
    CHECK(made[1]["parts"] == "summary");
    CHECK(made[1]["number"] == 2);

    CHECK(desk.server.ask("DELETE", trajectory, {}, desk.cookie).status == 204);
    CHECK(desk.get(trajectory + "/reports").status == 404);
}

TEST_CASE("Reports of a session are remembered too, and a facilitator sees them", "[edge][report]") {
    Desk desk;
    const auto session = desk.server.create_session();
    const auto path = "/api/sessions/" + session.id;
    const auto tablet = bearer(desk.server.pair(session.id, "facilitator"));
    CHECK(desk.get(path + "/export?format=pdf&names=nobody").status == 200);
    CHECK(desk.server.ask("GET", path + "/export?format=html&readers=archive", {}, tablet).status == 200);
    CHECK(desk.get(path + "/export?format=csv").status == 200);
    const auto made = desk.reports(path);
    REQUIRE(made.size() == 2);
    CHECK(made[0]["by"] == "");
    CHECK(made[0]["names"] == "everybody");
    CHECK(made[0]["number"] == 2);
    CHECK(made[1]["names"] == "nobody");
    CHECK(desk.server.ask("GET", path + "/reports", {}, tablet).status == 200);
    CHECK(desk.server.ask("GET", path + "/reports", {}, bearer(desk.server.join(session))).status == 403);
}

}  // namespace dossier_report_test
