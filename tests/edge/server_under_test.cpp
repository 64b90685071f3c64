#include "edge/server_under_test.h"

#include <chrono>
#include <csignal>
#include <future>
#include <stdexcept>

#include <fmt/format.h>

namespace kiemkring::test {

std::string bearer(const std::string& token) { return "Authorization: Bearer " + token + "\r\n"; }

std::string hello(const std::string& token, char client) {
    return R"({"type":"hello","protocol":1,"token":")" + token + R"(","client":")" + std::string(32, client) + R"("})";
}

std::string phone_token() {
    base::SystemRandom random;
    return random.hex(32);
}

std::string day_after(int days) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days{days}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string member(const std::string& json, const std::string& name) {
    const auto at = json.find("\"" + name + "\":\"");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return json.substr(begin, json.find('"', begin) - begin);
}

template <class Work>
void ServerUnderTest::on_live(Work work) {
    std::promise<void> done;
    live_->post([&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

ServerUnderTest::ServerUnderTest(const std::function<void(edge::Settings&)>& change) {
    std::signal(SIGPIPE, SIG_IGN);
    folder_ = std::filesystem::temp_directory_path() / ("kiemkring-test-" + random_.hex(8));
    live_ = std::make_unique<edge::LiveThread>(clock_);
    auto opened = store::SqliteStore::open(
        folder_, random_, [live = live_.get()](std::move_only_function<void()> work) { live->post(std::move(work)); });
    if (!opened) throw std::runtime_error(opened.error());
    store_ = std::move(*opened);
    setup_secret_ = random_.hex(16);
    store_->set_setup_secret(live::token_hash(setup_secret_), [this](auto) { live_->stop(); });
    live_->run();

    hub_ = std::make_unique<live::Hub>(*store_, *store_, clock_, random_, *live_, "http://kring.test");
    live_->on_wake([this] { hub_->tick(); });
    trajectories_ = std::make_unique<live::Trajectories>(
        *store_, clock_, random_, [live = live_.get()](std::move_only_function<void()> work) { live->post(std::move(work)); });
    live_->on_every(std::chrono::milliseconds{100}, [this] { trajectories_->tick(); });
    edge::Settings settings;
    settings.listen = {{"127.0.0.1", 0}};
    settings.local_socket = (folder_ / "kiemkring.sock").string();
    settings.decoder = KIEMKRING_DECODER;
    if (change) change(settings);
    edge_ = std::make_unique<edge::Edge>(*live_, settings, *hub_, *trajectories_, clock_);
    if (auto trouble = edge_->listen()) throw std::runtime_error(*trouble);
    port_ = edge_->ports().front();
    thread_ = std::thread{[this] { live_->run(); }};
}

void ServerUnderTest::stop() {
    if (!thread_.joinable()) return;
    live_->post([this] { edge_->stop([this] { live_->stop(); }); });
    thread_.join();
}

ServerUnderTest::~ServerUnderTest() {
    stop();
    live_->on_wake({});
    store_.reset();
    edge_.reset();
    trajectories_.reset();
    hub_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Answer ServerUnderTest::ask(const std::string& method, const std::string& path, const std::string& body,
                            const std::string& more, const char* from) {
    RawClient client{port_, from};
    std::string request = method + " " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + more;
    if (method == "POST" || method == "DELETE") {
        if (more.find("Origin:") == std::string::npos) request += "Origin: " + origin() + "\r\n";
        if (more.find("Content-Type:") == std::string::npos) request += "Content-Type: application/json\r\n";
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    client.send(request + "\r\n" + body);
    return client.answer(method == "HEAD");
}

Answer ServerUnderTest::ask_raw(const std::string& bytes) {
    RawClient client{port_};
    client.send(bytes);
    return client.answer();
}

const std::string& ServerUnderTest::organiser() {
    if (!cookie_.empty()) return cookie_;
    const auto answer = ask("POST", "/api/setup",
                            R"({"secret":")" + setup_secret_ + R"(","name":"Iris","passphrase":"groen is leven"})");
    if (answer.status != 201) throw std::runtime_error("set-up: " + std::to_string(answer.status) + answer.body);
    const auto cookie = answer.field("set-cookie");
    return cookie_ = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
}

ServerUnderTest::Session ServerUnderTest::create_session(std::uint32_t seats_max) {
    const auto answer = ask("POST", "/api/sessions",
                            R"({"template":"workshop-120","language":"nl","title":"Groen plein","question":"Wat groeit hier?",)"
                            R"("within":"binnen een jaar","money":"EUR 5.000","place":"Zuidpark","host":"Iris",)"
                            R"("controller":"Stichting Plein","retained_days":90,"seats_max":)" +
                                std::to_string(seats_max) + "}",
                            organiser());
    if (answer.status != 201) throw std::runtime_error("create: " + std::to_string(answer.status) + answer.body);
    Session session;
    session.id = member(answer.body, "id");
    on_live([&] {
        const auto* summary = hub_->summary(session.id);
        session.code = summary->code;
        session.secret = summary->secret;
    });
    return session;
}

void ServerUnderTest::disk_is_full(bool is_full) {
    on_live([&] {
        hub_->storage_full(is_full);
        trajectories_->storage_full(is_full);
    });
}

std::string ServerUnderTest::pair(const std::string& session, const std::string& role) {
    const auto made = ask("POST", "/api/sessions/" + session + "/pairing", R"({"role":")" + role + R"("})", organiser());
    const auto token = phone_token();
    const auto answer = ask("POST", "/api/pair", R"({"secret":")" + member(made.body, "secret") + R"(","token":")" + token + R"("})");
    if (answer.status != 201) throw std::runtime_error("pair: " + std::to_string(answer.status) + answer.body);
    return token;
}

std::string ServerUnderTest::join(const Session& session, const std::string& name) {
    const auto token = phone_token();
    const auto answer = ask("POST", "/api/join", R"({"secret":")" + session.secret + R"(","token":")" + token +
                                                     R"(","name":")" + name + R"(","organisation":"","role":""})");
    if (answer.status != 201) throw std::runtime_error("join: " + std::to_string(answer.status) + answer.body);
    return token;
}

std::uint64_t ServerUnderTest::version_of(const std::string& session) {
    std::promise<std::uint64_t> version;
    live_->post([&] {
        hub_->read(session, [&](auto stored) { version.set_value(stored ? stored->events.size() : 0); });
    });
    return version.get_future().get();
}

}  // namespace kiemkring::test
