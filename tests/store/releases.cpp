// What earlier versions stored is read as it was meant, for ever: releases/NAME/ holds a data folder as that version left it, the
// exports it made of its sessions, and the hashes of their states.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "domain/session/session.h"
#include "store/sqlite_database.h"
#include "store/worlds.h"
#include "wire/export.h"

namespace kiemkring::store {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> releases() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator{KIEMKRING_SOURCE_DIR "/tests/store/releases"})
        if (entry.is_directory()) found.push_back(entry.path());
    return found;
}

}  // namespace

TEST_CASE("What earlier versions stored gives the same state and the same export", "[store][releases]") {
    std::set<std::size_t> kinds;
    int open_votes = 0;
    for (const auto& release : releases()) {
        INFO("release " << release.filename());
        SqliteWorld world;
        std::map<domain::SessionId, StoredSession> read_only;
        std::string why;
        world.store.reset();
        std::filesystem::copy_file(release / "kiemkring.db", world.folder.path() / "kiemkring.db",
                                   std::filesystem::copy_options::overwrite_existing);
        {  // only read, as a backup is
            SqliteDatabase old{world.folder.path() / "kiemkring.db"};
            const auto accounts = old.read_accounts();
            for (const auto& session : accounts.sessions) read_only[session.id] = old.read(session.id, why).value();
            CHECK(why.empty());
        }
        world.store = world.open();
        const auto accounts = world.store->read_accounts();
        REQUIRE(!accounts.sessions.empty());
        for (const auto& session : accounts.sessions) {
            INFO("session " << session.id);
            auto stored = load(world, session.id);
            REQUIRE(stored);
            CHECK(stored->answers == read_only[session.id].answers);
            CHECK(stored->texts == read_only[session.id].texts);
            for (const auto& happened : stored->events) kinds.insert(happened.what.index());
            wire::ExportedSession exported{session.id, stored->events, stored->texts, stored->people};
            const auto state = fmt::format("{:016x}\n", domain::state_hash(wire::fold(exported)));
            // The same as today's way of writing what was exported then, without what earlier versions left out.
            auto exported_then = wire::read_export(text_of(release / (session.id + ".json")));
            REQUIRE(exported_then);
            const bool has_tokens = std::ranges::any_of(exported_then->people, [](const auto& row) { return !row.token_hash.empty(); });
            if (!has_tokens) for (auto& row : exported.people) row.token_hash.clear();
            CHECK(wire::encode_export(exported) == wire::encode_export(*exported_then));
            CHECK(state == text_of(release / (session.id + ".state")));
            const auto folded = wire::fold(exported);
            if (const auto* vote = folded.open_vote(); vote && !vote->ballots.empty()) {
                open_votes += 1;
                CHECK(stored->links.size() >= vote->ballots.size());
            }
        }
    }
    // Every kind of event stands in one of them; the head of tests/simulation/keep_release.cpp says how to make another.
    CHECK(kinds.size() == std::variant_size_v<domain::Event>);
    CHECK(open_votes > 0);
}

}  // namespace kiemkring::store
