// Backups from the command line: made, looked at, put back.
#include <chrono>
#include <ctime>

#include <fmt/format.h>

#include "cli/backstage.h"
#include "cli/commands.h"
#include "cli/local_server.h"
#include "cli/shell.h"
#include "store/sqlite_backup.h"
#include "store/folder.h"
#include "wire/http_bodies.h"

namespace kiemkring::cli {
namespace {

std::string local_words(base::Time time) {
    const auto seconds = static_cast<std::time_t>(time.time_since_epoch().count() / 1000);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    char words[64];
    return {words, std::strftime(words, sizeof words, "%Y-%m-%d %H:%M:%S %Z", &local)};
}

void describe(const std::string& file, const store::BackupContent& content) {
    fmt::print("{}\n  made {}: {} organisers, {} sessions, {} events\n", file, local_words(content.made_at),
               content.organisers, content.sessions.size(), content.events);
    for (const auto& session : content.sessions)
        fmt::print("  {}  {}  {} people, {} ideas\n", session.id, session.title, session.people, session.ideas);
}

std::expected<void, std::string> backup_offline(const Config& config, const std::string& file) {
    if (!std::filesystem::exists(config.data() / store::database_name))
        return std::unexpected(fmt::format("there is no database in {}", config.data().string()));
    auto opened = Backstage::open(config.data(), {}, false);
    if (!opened) return std::unexpected(opened.error());
    auto& backstage = **opened;
    std::expected<void, std::string> result = std::unexpected("the store gave no answer");
    backstage.store->backup(file, backstage.clock.now(), [&](auto made) {
        result = std::move(made);
        backstage.live.stop();
    });
    backstage.live.run();
    return result;
}

}  // namespace

int backup(const Config& config, const std::string& name) {
    const auto file = std::filesystem::absolute(name).string();  // the server has another working folder
    const auto answer = ask_local_server(config.local_socket(), "POST", "/api/backup", wire::encode(wire::BackupBody{file}));
    if (!answer && answer.error() == LocalTrouble::broken) return complain("the server on this folder went away");
    if (answer && answer->status != 201) {
        const auto why = wire::read_backup_answer(answer->body);
        return complain(why ? why->why : fmt::format("the server answered {}", answer->status));
    }
    if (!answer)
        if (const auto made = backup_offline(config, file); !made) return complain(made.error());
    return verify(file);
}

int verify(const std::string& file) {
    const base::SystemRandom initialises_libsodium;
    const auto content = store::verify_backup(file);
    if (!content) return complain(content.error());
    describe(file, *content);
    return 0;
}

int restore(const Config& config, const std::string& file, bool only_looks) {
    if (only_looks) {
        if (const int result = verify(file); result != 0) return result;
        if (std::filesystem::exists(config.data() / store::database_name))
            return complain(fmt::format("{}: there is a database already", config.data().string()));
        fmt::print("Nothing was written. Without --dry-run it would become {}\n", (config.data() / store::database_name).string());
        return 0;
    }
    base::SystemRandom random;
    const auto content = store::restore_backup(file, config.data(), random);
    if (!content) return complain(content.error());
    describe(file, *content);
    fmt::print("restored into {}\n", config.data().string());
    return 0;
}

}  // namespace kiemkring::cli
