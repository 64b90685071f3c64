// Reports of trajectories by HTTP, and what is remembered of reports that were made.
#include <map>
#include <set>

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
    void change(const std::string& trajectory, int number) {
        const json company{{"kind", "company"}, {"name", "Bedrijf " + std::to_string(number)}, {"trade", ""}, {"note", ""}};
        const json body{{"key", std::string(28, 'b') + std::to_string(1000 + number)}, {"op", "put_entry"}, {"args", {{"id", 0}, {"was", nullptr}, {"now", company}}}};
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
    for (const std::string query : {"format=docx", "format=json&names=nobody", "format=ics&summary=1", "format=json&sections=in_short", "format=pdf&summary=2", "format=pdf&readers=everyone", "format=pdf&names=some", "format=pdf&sections=top", "format=pdf&as=docx", "format=html&as=odt", ""})
        CHECK(desk.get(trajectory + "/export?" + query).status == 400);
    CHECK(desk.get("/api/trajectories/00000000000000ff/export?format=pdf").status == 404);
    CHECK(desk.server.ask("GET", trajectory + "/export?format=pdf", {}, "").status == 401);
    CHECK(desk.server.ask("GET", trajectory + "/reports", {}, "").status == 401);
}

TEST_CASE("All of a trajectory comes as a file that a desk reads in, and its days for a calendar", "[edge][report][trajectory]") {
    Desk desk;
    const auto trajectory = desk.start();
    desk.change(trajectory, 1);
    const auto none = desk.get(trajectory + "/export?format=ics");
    CHECK(none.status == 409);
    CHECK(none.body == R"({"error":"no_day"})");
    const json task{{"kind", "task"}, {"what", "Bel de gemeente"}, {"who", "Dirkje"}, {"due", "2030-04-01"}, {"state", "open"}, {"topic", "other"}, {"idea", 0}, {"note", ""}};
    const json body{{"key", std::string(32, 'c')}, {"op", "put_entry"}, {"args", {{"id", 0}, {"was", nullptr}, {"now", task}}}};
    REQUIRE(desk.server.ask("POST", trajectory, body.dump(), desk.cookie).status == 200);
    const auto days = desk.get(trajectory + "/export?format=ics");
    CHECK(days.status == 200);
    CHECK(days.field("content-type") == "text/calendar; charset=utf-8");
    CHECK(days.field("content-disposition").ends_with(".ics\""));
    for (const auto* said : {"Bel de gemeente", "Dirkje", "20300401"}) CHECK(days.body.contains(said));

    const auto whole = desk.get(trajectory + "/export?format=json");
    CHECK(whole.status == 200);
    CHECK(whole.field("content-type") == "application/json");
    const auto file = json::parse(whole.body);
    CHECK(file["kiemkring_dossiers"] == 1);
    CHECK(file["pictures"].empty());
    REQUIRE(file["dossiers"].size() == 1);
    const json bring{{"key", std::string(32, 'd')}, {"dossier", file["dossiers"][0]}};
    const auto brought = desk.server.ask("POST", "/api/trajectories/dossiers/import", bring.dump(), desk.cookie);
    REQUIRE(brought.status == 201);
    const auto again = json::parse(desk.get("/api/trajectories/" + json::parse(brought.body)["id"].get<std::string>() + "/export?format=json").body);
    CHECK(again["dossiers"][0]["entries"].size() == file["dossiers"][0]["entries"].size());
    CHECK(desk.server.ask("GET", trajectory + "/export?format=json", {}, "").status == 401);
    CHECK(desk.reports(trajectory).empty());
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

    desk.change(trajectory, 1);
    desk.change(trajectory, 2);
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

TEST_CASE("A report that nobody waits for any more is not remembered", "[edge][report][trajectory]") {
    Desk desk;
    const auto session = "/api/sessions/" + desk.server.create_session().id;
    for (const auto& of : {desk.start(), session}) {
        RawClient client{desk.server.port()};
        client.send("GET " + of + "/export?format=pdf&readers=archive HTTP/1.1\r\nHost: " + desk.server.host() + "\r\n" + desk.cookie + "\r\n");
        client.abort();
        // They are written one after another: when this one is there, that of whoever left was made or stopped.
        CHECK(desk.get(of + "/export?format=html&readers=board").status == 200);
        const auto made = desk.reports(of);
        REQUIRE(made.size() == 1);
        CHECK(made[0]["readers"] == "board");
        CHECK(made[0]["number"] == 1);
    }
}

TEST_CASE("Reports that are made beside one another have numbers of their own", "[edge][report][trajectory]") {
    Desk desk;
    const auto trajectory = desk.start();
    std::vector<RawClient> clients;
    const std::vector<std::string> sections{"green_date", "about", "in_short", "happened"};
    for (const auto& section : sections) {
        clients.emplace_back(desk.server.port());
        clients.back().send("GET " + trajectory + "/export?format=html&sections=" + section + " HTTP/1.1\r\nHost: " + desk.server.host() + "\r\n" + desk.cookie + "\r\n");
    }
    std::map<std::string, std::string> bodies;
    for (std::size_t i = 0; i < clients.size(); ++i) bodies[sections[i]] = clients[i].answer().body;
    const auto made = desk.reports(trajectory);
    REQUIRE(made.size() == sections.size());
    std::set<int> numbers;
    for (const auto& one : made) {
        const auto number = one["number"].get<int>();
        numbers.insert(number);
        // What is remembered stands in it.
        CHECK(bodies.at(one["parts"].get<std::string>()).contains("Versie " + std::to_string(number) + " van de inhoud. Vingerafdruk (sha256): " + one["hash"].get<std::string>()));
    }
    CHECK(numbers == std::set{1, 2, 3, 4});
}

TEST_CASE("On a disk that is full a report is made, without a number", "[edge][report][trajectory]") {
    Desk desk;
    const auto trajectory = desk.start();
    desk.server.disk_is_full(true);
    const auto page = desk.get(trajectory + "/export?format=html");
    CHECK(page.status == 200);
    CHECK(page.body.contains("Vingerafdruk van de inhoud (sha256)"));
    CHECK(desk.reports(trajectory).empty());
}

TEST_CASE("How far the report of a trajectory is only its organisers are told", "[edge][report][trajectory]") {
    Desk desk;
    const auto path = desk.start() + "/export/progress?work=" + std::string(32, 'a');
    CHECK(desk.get(path).body == R"({"error":"no_work"})");
    CHECK(desk.server.ask("GET", path, {}, bearer(desk.server.join(desk.server.create_session()))).status == 403);
    CHECK(desk.server.ask("GET", path, {}, "").status == 401);
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
