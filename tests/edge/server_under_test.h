// A whole server on loopback, with a database in a folder of its own that goes away afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "base/system_random.h"
#include "edge/edge.h"
#include "edge/live_thread.h"
#include "edge/raw_client.h"
#include "live/hub.h"
#include "store/sqlite_store.h"

namespace kiemkring::test {

class ServerUnderTest {
public:
    /// `change` may alter the settings before it listens.
    explicit ServerUnderTest(const std::function<void(edge::Settings&)>& change = {});
    ~ServerUnderTest();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::string origin() const { return "http://" + host(); }
    [[nodiscard]] std::filesystem::path folder() const { return folder_; }
    [[nodiscard]] const std::string& setup_secret() const { return setup_secret_; }

    /// One request on a connection of its own. `more` are further header lines, each with its line end.
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {},
               const std::string& more = {}, const char* from = "127.0.0.1");
    /// Any bytes, and the first answer to them.
    Answer ask_raw(const std::string& bytes);

    WebSocketClient web_socket(int receive_bytes = 0) { return WebSocketClient{port_, host(), origin(), receive_bytes}; }

    // --- a session with everybody in it; made through the routes ---

    /// The cookie line of an organiser, who is set up at the first call.
    const std::string& organiser();
    struct Session {
        std::string id, code, secret;
    };
    Session create_session(std::uint32_t seats_max = 30);
    /// The token of a tablet or big screen.
    std::string pair(const std::string& session, const std::string& role);
    /// The token of a new participant.
    std::string join(const Session& session, const std::string& name = "Noor");

    /// How many events are stored of it, to see that nothing changed.
    std::uint64_t version_of(const std::string& session);

    /// As the store says it: nothing new is taken until there is space again.
    void disk_is_full(bool is_full);

    /// SIGTERM, so to say; waits until everybody was told.
    void stop();

private:
    template <class Work>
    void on_live(Work work);

    std::filesystem::path folder_;
    base::SystemRandom random_;
    base::SteadyWallClock clock_;
    std::unique_ptr<edge::LiveThread> live_;
    std::unique_ptr<store::SqliteStore> store_;
    std::unique_ptr<live::Hub> hub_;
    std::unique_ptr<live::Trajectories> trajectories_;
    std::unique_ptr<edge::Edge> edge_;
    std::thread thread_;
    std::uint16_t port_{};
    std::string setup_secret_, cookie_;
};

std::string bearer(const std::string& token);
std::string hello(const std::string& token, char client = 'a');
/// A fresh token as a phone makes one.
std::string phone_token();
/// A day so many days from now, as YYYY-MM-DD.
std::string day_after(int days);
/// The value of a text member in JSON, as written.
std::string member(const std::string& json, const std::string& name);

}  // namespace kiemkring::test
