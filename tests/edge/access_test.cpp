// proto/access.json, line by line: every route and every command as everybody, and only those listed get an answer.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include <boost/mp11.hpp>
#include <nlohmann/json.hpp>

#include "domain/access.h"
#include "edge/router.h"
#include "edge/server_under_test.h"

using namespace kiemkring;
using namespace kiemkring::test;
using nlohmann::json;

namespace {

const std::filesystem::path proto = std::filesystem::path{KIEMKRING_SOURCE_DIR} / "proto";

json read_json_file(const std::filesystem::path& path) {
    std::ifstream file{path};
    REQUIRE(file);
    return json::parse(file);
}

std::set<std::string> names(const json& list) { return list.get<std::set<std::string>>(); }

/// Everybody there is, each with what they carry.
struct Cast {
    explicit Cast(ServerUnderTest& the_server) : server{the_server} {
        session = server.create_session();
        const auto elsewhere = server.create_session();
        token["participant"] = server.join(session);
        token["screen"] = server.pair(session.id, "screen");
        token["facilitator"] = server.pair(session.id, "facilitator");
        token["helper"] = server.pair(session.id, "helper");
        token["other facilitator"] = server.pair(elsewhere.id, "facilitator");
    }
    std::string credentials(const std::string& who) {
        if (who == "nobody") return {};
        return who == "organiser" ? server.organiser() : bearer(token.at(who));
    }

    ServerUnderTest& server;
    ServerUnderTest::Session session;
    std::map<std::string, std::string> token;
};

/// Who in the table this person of the cast is.
std::string role_of(const std::string& who, bool about_a_session) {
    if (who != "other facilitator") return who;
    return about_a_session ? "nobody" : "facilitator";
}

const std::vector<std::string> everybody{"nobody", "participant", "screen", "facilitator", "helper", "other facilitator", "organiser"};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

/// A body with which the route does its work, so that only access can stand in the way.
std::string body_for(const std::string& route, Cast& cast) {
    const std::string token = phone_token();
    if (route == "POST /api/invitation" || route == "POST /api/results") return R"({"secret":")" + cast.session.secret + R"("})";
    if (route == "POST /api/join" || route == "POST /api/knock")
        return R"({"secret":")" + cast.session.secret + R"(","token":")" + token + R"(","name":"","organisation":"","role":""})";
    if (route == "POST /api/pair") {
        const auto made = cast.server.ask("POST", "/api/sessions/" + cast.session.id + "/pairing", R"({"role":"screen"})",
                                          cast.server.organiser());
        return R"({"secret":")" + member(made.body, "secret") + R"(","token":")" + token + R"("})";
    }
    if (route == "POST /api/setup")  // used up: 404 for everybody alike
        return R"({"secret":")" + std::string(32, '0') + R"(","name":"Iris","passphrase":"groen is leven"})";
    if (route == "POST /api/login") return R"({"name":"Iris","passphrase":"groen is leven"})";
    if (route == "POST /api/sessions/ID/pairing") return R"({"role":"screen"})";
    if (route == "POST /api/sessions/ID/retention") return R"({"retained_until":")" + day_after(30) + R"("})";
    if (route == "POST /api/sessions/ID/wifi") return R"({"name":"De Grift","password":"groene plek"})";
    if (route == "POST /api/sessions/ID/ideas") return R"({"seen":0,"lines":["Een bank"]})";
    if (route == "POST /api/sessions/ID/link") return R"({"name":"Ria"})";
    if (route == "POST /api/sessions/ID/replay") return R"({"frame":null,"version":1,"playing":false})";
    if (route == "POST /api/sessions/ID/rehearsal") return R"({"people":0})";
    if (route == "POST /api/sessions")
        return R"({"template":"workshop-60","language":"en","title":"Green","question":"What grows here?","within":"",)"
               R"("money":"","place":"South","host":"Iris","controller":"Foundation","retained_days":30,"seats_max":30})";
    return "{}";
}

}  // namespace

TEST_CASE("The table of commands in the code is the one that is published", "[edge][access]") {
    const auto commands = read_json_file(proto / "access.json")["commands"];
    CHECK(commands.size() == std::variant_size_v<domain::Command>);
    boost::mp11::mp_for_each<domain::Command>([&](const auto& command) {
        INFO(command.op);
        REQUIRE(commands.contains(command.op));
        std::set<std::string> may;
        using Role = domain::Asker::Role;
        if (domain::may(Role::participant, command)) may.insert("participant");
        if (domain::may(Role::facilitator, command)) may.insert("facilitator");
        if (domain::may(Role::screen, command)) may.insert("screen");
        if (domain::may(Role::helper, command)) may.insert("helper");
        CHECK(may == names(commands[command.op]));
    });
}

TEST_CASE("The table of what is said for a seat on paper is the one that is published", "[edge][access]") {
    const auto table = read_json_file(proto / "access.json")["for_paper_seats"];
    boost::mp11::mp_for_each<domain::Command>([&](const auto& command) {
        INFO(command.op);
        const bool is_listed = names(table["commands"]).contains(command.op);
        using Role = domain::Asker::Role;
        for (const auto& [name, role] : std::map<std::string, Role>{{"participant", Role::participant}, {"screen", Role::screen},
                                                                    {"facilitator", Role::facilitator}, {"helper", Role::helper}})
            CHECK(domain::may(role, command, true) == (is_listed && names(table["who"]).contains(name)));
    });
}

TEST_CASE("The table of routes in the code is the one that is published", "[edge][access]") {
    std::set<std::string> published;
    const auto table = read_json_file(proto / "access.json");
    for (const auto& route : table["routes"])
        if (const std::string path = route["path"]; path.starts_with("/api/"))
            published.insert(route["method"].get<std::string>() + ' ' + path);
    const auto routes = edge::Router::routes();
    CHECK(std::set(routes.begin(), routes.end()) == published);
}

TEST_CASE("Only those whom the table names get an answer from a route", "[edge][access]") {
    ServerUnderTest server;
    Cast cast{server};
    const auto table = read_json_file(proto / "access.json");
    for (const auto& route : table["routes"]) {
        const std::string method = route["method"], path = route["path"];
        if (path == "/ws") continue;  // below: who one is shows in hello
        if (path == "/api/pictures/N") continue;  // one answer for all who may not: pictures_test
        const auto allowed = names(route["who"]);
        for (const auto& who : everybody) {
            INFO(method << ' ' << path << " as " << who);
            auto asked = path;
            if (path == "/api/sessions/ID") asked = replaced(path, "ID", server.create_session().id);
            else asked = replaced(path, "ID", cast.session.id);
            asked = replaced(asked, "KEY", std::string(32, 'a'));
            asked = replaced(asked, "/N", "/1");
            if (path.ends_with("/export")) asked += "?format=xlsx";
            auto credentials = cast.credentials(who);
            if (path == "/api/logout" && who == "organiser") {
                const auto in = server.ask("POST", "/api/login", body_for("POST /api/login", cast)).field("set-cookie");
                credentials = "Cookie: " + in.substr(0, in.find(';')) + "\r\n";
            }
            if (path == "/api/uploads/KEY" && who == "organiser") credentials += "Upload-Session: " + cast.session.id + "\r\n";
            const auto answer = server.ask(method, asked, body_for(method + ' ' + path, cast), credentials);
            const bool is_refused = answer.status == 401 || answer.status == 403 ||
                                    (answer.status == 404 && answer.body == R"({"error":"no_session"})");
            const bool about_a_session = path.find("ID") != std::string::npos;
            CHECK(is_refused == !allowed.contains(role_of(who, about_a_session)));
            CHECK(answer.status != 0);
            CHECK(answer.status < 500);
            if (is_refused) CHECK(answer.body.find(cast.session.code) == std::string::npos);
        }
    }
}

TEST_CASE("The WebSocket lets in those whom the table names", "[edge][access]") {
    ServerUnderTest server;
    Cast cast{server};
    const auto table = read_json_file(proto / "access.json");
    const auto route = std::ranges::find_if(table["routes"], [](const auto& entry) { return entry["path"] == "/ws"; });
    REQUIRE(route != table["routes"].end());
    const auto allowed = names((*route)["who"]);
    for (const auto& who : everybody) {
        INFO(who);
        auto socket = server.web_socket();
        const auto cookie = server.organiser();
        const auto token = cast.token.contains(who) ? cast.token[who] : who == "organiser" ? cookie.substr(18, 64) : std::string{};
        socket.send(hello(token));
        CHECK(!socket.text_with("welcome").empty() == allowed.contains(role_of(who, false)));
    }
}

TEST_CASE("A command of another role is forbidden, and the third ends the connection", "[edge][access]") {
    ServerUnderTest server;
    const auto commands = read_json_file(proto / "access.json")["commands"];
    const auto paper = read_json_file(proto / "access.json")["for_paper_seats"];
    std::map<std::string, json> examples;
    for (const auto& entry : std::filesystem::directory_iterator{proto / "examples"}) {
        if (entry.path().extension() != ".json" || !entry.path().filename().string().starts_with("command-")) continue;
        const auto example = read_json_file(entry.path());
        if (!example.contains("paper_seat")) examples[example["op"]] = example["args"];
    }

    for (const auto& [op, who_may] : commands.items()) {
        INFO(op);
        REQUIRE(examples.contains(op));
        Cast cast{server};  // what one command does is not in the way of the next
        for (const std::string role : {"participant", "screen", "helper", "facilitator"}) {
            INFO(role);
            const bool may = names(who_may).contains(role);
            auto socket = server.web_socket();
            socket.send(hello(cast.token[role]));
            const auto welcome = socket.text_with("welcome");
            REQUIRE(!welcome.empty());
            const json command{{"type", "command"},
                               {"n", json::parse(welcome)["next_n"]},
                               {"op", op},
                               {"args", examples[op]}};
            socket.send(command.dump());
            const auto answer = json::parse(socket.text_with(R"("type":"answer")"));
            const bool forbidden = !answer["ok"].get<bool>() && answer["refusal"] == "forbidden";
            // Of what a role may do, the rules can still forbid the case: the idea of somebody else.
            if (!may) CHECK(forbidden);
            else if (names(who_may).size() == 1) CHECK(!forbidden);
        }
        for (const std::string role : {"participant", "screen", "helper", "facilitator"}) {
            INFO("for a seat on paper, by a " << role);
            auto socket = server.web_socket();
            socket.send(hello(cast.token[role]));
            json command{{"type", "command"}, {"n", json::parse(socket.text_with("welcome"))["next_n"]}, {"op", op}};
            command["args"] = examples[op];
            command["paper_seat"] = 99;
            socket.send(command.dump());
            const auto answer = json::parse(socket.text_with(R"("type":"answer")"));
            CHECK(!answer["ok"].get<bool>());
            CHECK(answer["refusal"] == (names(paper["commands"]).contains(op) && names(paper["who"]).contains(role) ? "not_found" : "forbidden"));
        }
    }

    Cast cast{server};
    auto phone = server.web_socket();
    phone.send(hello(cast.token["participant"], 'e'));
    auto n = json::parse(phone.text_with("welcome"))["next_n"].get<int>();
    for (int i = 0; i < 3; ++i)
        phone.send(json{{"type", "command"}, {"n", n++}, {"op", "close_session"}, {"args", json::object()}}.dump());
    CHECK(phone.close_code() == 4003);
    const auto is_forbidden = [](const auto& text) { return text.find(R"("refusal":"forbidden")") != std::string::npos; };
    CHECK(std::ranges::count_if(phone.skipped, is_forbidden) == 3);
}

TEST_CASE("What the command line asks over the local socket needs no log-in, and nobody else may ask there", "[edge][access]") {
    ServerUnderTest server;
    server.create_session();
    const auto socket = server.folder() / "kiemkring.sock";
    REQUIRE(std::filesystem::exists(socket));
    CHECK((std::filesystem::status(socket).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    server.stop();
    CHECK(!std::filesystem::exists(socket));
}

TEST_CASE("A personal link lets one person in, through a locked door too, and then nobody else", "[edge][access]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto tablet = server.pair(session.id, "facilitator"), path = "/api/sessions/" + session.id + "/link";
    auto socket = server.web_socket();
    socket.send(hello(tablet));
    socket.text_with("\"changes\"");
    socket.send(R"({"type":"command","n":1,"op":"lock_door","args":{"locked":true}})");
    socket.text_with("\"answer\"");

    CHECK(server.ask("POST", path, R"({"name":")" + std::string(41, 'a') + R"("})", bearer(tablet)).status == 422);
    const auto made = server.ask("POST", path, R"({"name":"Ria"})", bearer(tablet));
    REQUIRE(made.status == 201);
    const auto url = member(made.body, "url"), secret = url.substr(url.find("#q=") + 3);
    REQUIRE(secret.size() == 32);
    CHECK(member(made.body, "name") == "Ria");
    const auto invitation = server.ask("POST", "/api/invitation", R"({"secret":")" + secret + R"("})").body;
    CHECK(member(invitation, "state") == "open");
    CHECK(invitation.contains(R"("personal":true)"));
    CHECK(member(invitation, "name") == "Ria");
    const auto by_qr = server.ask("POST", "/api/invitation", R"({"secret":")" + session.secret + R"("})").body;
    CHECK(by_qr.contains(R"("personal":false)"));
    CHECK(member(by_qr, "name").empty());

    const auto join = [&](const std::string& token) {
        return server.ask("POST", "/api/join", R"({"secret":")" + secret + R"(","token":")" + token +
                                                   R"(","name":"","organisation":"","role":""})");
    };
    const auto ria = phone_token();
    const auto in = join(ria);
    CHECK(in.status == 201);
    CHECK(member(in.body, "name") == "Ria");
    CHECK(join(ria).status == 200);  // the answer was lost
    CHECK(join(phone_token()).status == 404);
    CHECK(server.ask("POST", "/api/invitation", R"({"secret":")" + secret + R"("})").status == 404);
    // Neither the link nor its hash is a token.
    auto stranger = server.web_socket();
    stranger.send(hello(secret));
    CHECK(stranger.close_code() == 4001);
}

TEST_CASE("Knocking: the locked door answers 202 until somebody is let in, 403 when not, and 404 to a wrong code", "[edge][access]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    auto tablet = server.web_socket();
    tablet.send(hello(server.pair(session.id, "facilitator")));
    const auto wait_for = [&](const std::string& part) {
        const auto text = tablet.text_with(part);
        REQUIRE(!text.empty());
        return text;
    };
    wait_for("\"changes\"");
    tablet.send(R"({"type":"command","n":1,"op":"lock_door","args":{"locked":true}})");
    wait_for("\"answer\"");

    const auto knock = [&](const std::string& token, const std::string& secret) {
        return server.ask("POST", "/api/knock",
                          R"({"secret":")" + secret + R"(","token":")" + token + R"(","name":"Noor","organisation":"","role":""})");
    };
    const auto noor = phone_token(), bo = phone_token();
    CHECK(knock(noor, std::string(32, '0')).status == 404);
    CHECK(knock("kort", session.secret).status == 422);
    const auto waiting = knock(noor, session.secret);
    CHECK(waiting.status == 202);
    CHECK(waiting.body == R"({"state":"waiting"})");
    CHECK(wait_for("\"knocks\"").contains("Noor"));
    tablet.send(R"({"type":"command","n":2,"op":"answer_knock","args":{"knock":1,"let_in":true}})");
    wait_for("\"answer\"");
    CHECK(knock(noor, session.secret).status == 200);

    CHECK(knock(bo, session.secret).status == 202);
    tablet.send(R"({"type":"command","n":3,"op":"answer_knock","args":{"knock":2,"let_in":false}})");
    wait_for("\"n\":3");
    CHECK(knock(bo, session.secret).status == 403);
}

TEST_CASE("A tablet that watches lets nobody in who would do something", "[edge][access]") {
    ServerUnderTest server;
    const auto session = server.create_session();
    const auto path = "/api/sessions/" + session.id + "/pairing";
    const auto facilitator = server.pair(session.id, "facilitator"), standby = server.pair(session.id, "standby");
    CHECK(server.ask("POST", path, R"({"role":"facilitator"})", bearer(standby)).status == 403);
    CHECK(server.ask("POST", path, R"({"role":"standby"})", bearer(standby)).status == 201);
    CHECK(server.ask("POST", path, R"({"role":"screen"})", bearer(standby)).status == 201);
    CHECK(server.ask("POST", path, R"({"role":"boss"})", bearer(standby)).status == 422);
    const auto helper = server.ask("POST", path, R"({"role":"helper"})", bearer(standby));
    CHECK(helper.status == 409);
    CHECK(helper.body == R"({"error":"watching"})");
    const auto link = [&](const std::string& token) {
        return server.ask("POST", "/api/sessions/" + session.id + "/link", R"({"name":"Ria"})", bearer(token));
    };
    CHECK(link(standby).status == 409);
    CHECK(link(facilitator).status == 201);
    CHECK(server.ask("POST", path, R"({"role":"helper"})", bearer(facilitator)).status == 201);

    // Once it has the lead it may, and the other one may not.
    auto first = server.web_socket(), second = server.web_socket();
    first.send(hello(facilitator));
    first.send(R"({"type":"command","n":1,"op":"set_pin","args":{"pin":"2468"}})");
    REQUIRE(!first.text_with("\"answer\"").empty());
    second.send(hello(standby, 'b'));
    second.send(R"({"type":"command","n":1,"op":"take_lead","args":{"pin":"2468"}})");
    REQUIRE(!second.text_with("\"answer\"").empty());
    CHECK(link(standby).status == 201);
    CHECK(server.ask("POST", path, R"({"role":"helper"})", bearer(standby)).status == 201);
    CHECK(link(facilitator).status == 409);
    CHECK(server.ask("POST", path, R"({"role":"facilitator"})", bearer(facilitator)).status == 409);
}
