// Sessions that begin from a trajectory.
#include <catch2/catch.hpp>

#include "edge/images.h"
#include "edge/office.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

TEST_CASE("A planned session is a file for calendars, and becomes one live session however often that is asked", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    json plan{{"kind", "session_plan"}, {"name", "Groen; en rust"}, {"purpose", "ideas"}, {"held_on", "2030-12-11"}, {"starts_at", "13:30"}, {"ends_at", "16:30"},
              {"location", "Kantine"}, {"invitation", "Kom ook"}, {"template_id", "workshop-60"}, {"language", "nl"}, {"host", "De Hoef"}, {"controller", "Groen"},
              {"seats", 20}, {"kept_days", 90}, {"session", ""}, {"session_version", 0}, {"taken_note", ""}};
    office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", plan}});
    const auto number = std::to_string(entry_of(office.get("/api/trajectories/" + id), "session_plan")["id"].get<int>());
    const auto path = "/api/trajectories/" + id + "/plans/" + number;

    const auto calendar = office.server.ask("GET", path + "/calendar", {}, office.cookie);
    CHECK(calendar.status == 200);
    CHECK(calendar.body.find("SUMMARY:Groen\\; en rust\r\n") != std::string::npos);
    CHECK(office.server.ask("GET", path + "/calendar").status == 401);
    CHECK(office.server.ask("GET", "/api/trajectories/" + id + "/plans/999/calendar", {}, office.cookie).status == 404);

    const json wish{{"template", "workshop-60"}, {"language", "nl"}, {"title", "Groen"}, {"question", "Wat?"}, {"within", ""}, {"money", ""},
                    {"place", ""}, {"host", "De Hoef"}, {"controller", "Groen"}, {"retained_days", 90}, {"seats_max", 20}};
    office.post("/api/trajectories/" + id + "/plans/999/start", wish, 404);
    auto no_agenda = wish;
    no_agenda["template"] = "no such one";
    office.post(path + "/start", no_agenda, 422);
    const auto session = office.post(path + "/start", wish)["id"].get<std::string>();
    CHECK(office.post(path + "/start", wish)["id"] == session);
    const auto sessions = office.get("/api/sessions")["sessions"];
    REQUIRE(sessions.size() == 1);
    CHECK(sessions[0]["trajectory"] == id);
    CHECK(entry_of(office.get("/api/trajectories/" + id), "session_plan")["entry"]["session"] == session);

    // Nothing came of it yet, so it contradicts nothing.
    CHECK(office.get(path + "/kept") == json{{"words", json::array()}});
    CHECK(office.server.ask("GET", path + "/kept").status == 401);
    CHECK(office.server.ask("GET", "/api/trajectories/" + id + "/plans/999/kept", {}, office.cookie).status == 404);

    // It belongs to one dossier. Untied and started again it is still the same session.
    const auto other = office.start();
    office.command(other, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", plan}});
    const auto other_number = std::to_string(entry_of(office.get("/api/trajectories/" + other), "session_plan")["id"].get<int>());
    office.post("/api/trajectories/" + other + "/plans/" + other_number + "/link", {{"session", session}}, 409);
    office.post(path + "/link", {{"session", "0123456789abcdef"}}, 404);
    office.post(path + "/link", {{"session", "../"}}, 422);
    office.post(path + "/link", {{"session", ""}});
    CHECK(entry_of(office.get("/api/trajectories/" + id), "session_plan")["entry"]["session"] == "");
    CHECK(office.post(path + "/start", wish)["id"] == session);
    CHECK(office.get("/api/sessions")["sessions"].size() == 1);
}

TEST_CASE("The site plan of a dossier goes along to its session, the last one that was brought", "[edge][trajectory]") {
    Office office;
    const auto id = office.start();
    const auto bring = [&](const std::string& bytes, const std::string& as) {
        CHECK(office.server.ask("POST", "/api/uploads/" + new_key(), bytes,
                                office.cookie + "Content-Type: application/octet-stream\r\nUpload-Trajectory: " + id + "\r\nUpload-As: " + as + "\r\n")
                  .status == 201);
    };
    bring(png(40, 30), "site_plan");
    bring(png(60, 20), "site_plan");
    bring(png(10, 10), "before");
    const auto start = [&](const std::string& purpose, const std::string& agenda) {
        const json plan{{"kind", "session_plan"}, {"name", purpose}, {"purpose", purpose}, {"held_on", ""}, {"starts_at", ""}, {"ends_at", ""}, {"location", ""},
                        {"invitation", ""}, {"template_id", ""}, {"language", "nl"}, {"host", ""}, {"controller", ""}, {"seats", 0}, {"kept_days", 0},
                        {"session", ""}, {"session_version", 0}, {"taken_note", ""}};
        const auto number = office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", plan}})["entry"].get<int>();
        return office.post("/api/trajectories/" + id + "/plans/" + std::to_string(number) + "/start",
                           {{"template", agenda}, {"language", "nl"}, {"title", "Groen"}, {"question", "Wat?"}, {"within", ""}, {"money", ""}, {"place", ""},
                            {"host", "De Hoef"}, {"controller", "Groen"}, {"retained_days", 90}, {"seats_max", 20}})["id"].get<std::string>();
    };
    const auto session = start("ideas", "workshop-60");
    CHECK(office.get("/api/sessions/" + session + "/plan") == json{{"picture", 1}, {"width", 60}, {"height", 20}});
    const auto shown = office.server.ask("GET", "/api/pictures/1?size=large&session=" + session, {}, office.cookie);
    CHECK(size_of_jpeg(shown.body) == std::pair{60, 20});
    // Factors are not looked for on the site.
    CHECK(office.get("/api/sessions/" + start("green_date", "green-60") + "/plan")["picture"] == 0);
}

TEST_CASE("A session of step 1 or 3 begins only when there is something to score, and says what is missing", "[edge][trajectory]") {
    Office office;
    auto id = office.start();
    const auto put = [&](const json& now) {
        office.command(id, "put_entry", {{"id", 0}, {"was", nullptr}, {"now", now}});
        return entry_of(office.get("/api/trajectories/" + id), now["kind"].get<std::string>())["id"].get<int>();
    };
    const auto plan = [&](const std::string& purpose) {
        put({{"kind", "session_plan"}, {"name", purpose}, {"purpose", purpose}, {"held_on", ""}, {"starts_at", ""}, {"ends_at", ""}, {"location", ""},
             {"invitation", ""}, {"template_id", ""}, {"language", "nl"}, {"host", ""}, {"controller", ""}, {"seats", 0}, {"kept_days", 0}, {"session", ""},
             {"session_version", 0}, {"taken_note", ""}});
        int number = 0;
        const auto shown = office.get("/api/trajectories/" + id);
        for (const auto& one : shown["entries"])
            if (one["entry"]["kind"] == "session_plan" && one["entry"]["purpose"] == purpose) number = one["id"];
        return number;
    };
    const auto start = [&](int number, const std::string& agenda, int status) {
        return office.post("/api/trajectories/" + id + "/plans/" + std::to_string(number) + "/start",
                           {{"template", agenda}, {"language", "nl"}, {"title", "Groen"}, {"question", "Wat?"}, {"within", ""}, {"money", ""}, {"place", ""},
                            {"host", "De Hoef"}, {"controller", "Groen"}, {"retained_days", 90}, {"seats_max", 20}}, status);
    };
    const auto choice = plan("choice");
    CHECK(start(choice, "choice-90", 409)["error"] == "no_decider");
    put({{"kind", "decider"}, {"who", "group_consent"}, {"agreed_on", ""}, {"note", ""}});
    CHECK(start(choice, "choice-90", 409)["error"] == "no_ideas");
    put({{"kind", "idea"}, {"name", "Een bank"}, {"about", ""}, {"letter", ""}, {"place", 0}, {"votes", 0}, {"hands", 0}, {"missing_note", ""},
         {"note", ""}, {"session", ""}, {"number", 0}, {"route", "undecided"}, {"concept_id", ""}});
    CHECK(start(choice, "choice-90", 409)["error"] == "no_criteria");
    for (int i = 0; i < 6; ++i) put({{"kind", "criterion"}, {"name", "Maat " + std::to_string(i)}, {"question", ""}, {"weight", 1}, {"live", true}});
    CHECK(start(choice, "choice-90", 409)["error"] == "too_many_criteria");
    CHECK(office.get("/api/sessions")["sessions"].empty());
    const auto last = entry_of(office.get("/api/trajectories/" + id), "criterion");
    auto at_the_desk = last["entry"];
    at_the_desk["live"] = false;
    office.command(id, "put_entry", {{"id", last["id"]}, {"was", last["entry"]}, {"now", at_the_desk}});
    CHECK(start(choice, "choice-90", 200)["id"].get<std::string>().size() == 16);

    // A new dossier has the factors of the approach, and keeps them; one without any has nothing to look at.
    const auto first = entry_of(office.get("/api/trajectories/" + id), "factor");
    CHECK(office.command(id, "remove_entry", {{"id", first["id"]}, {"was", first["entry"]}}, 422)["error"] == "of_approach");
    const auto about = office.get("/api/trajectories/" + id)["factors"];
    CHECK(about.size() == 7);
    CHECK(about[0]["of_approach"] == true);
    CHECK(about[0]["noted_at"].get<std::int64_t>() > 0);
    auto approach = office.get("/api/approach");
    approach["document"]["factors"] = json::array();
    office.post("/api/approach", {{"revision", approach["revision"]}, {"document", approach["document"]}});
    id = office.start();
    const auto green = plan("green_date");
    CHECK(start(green, "green-60", 409)["error"] == "no_factors");
}
