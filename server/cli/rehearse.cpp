// A rehearsal from the command line: the simulated people live in this process, beside a server that runs.
#include <csignal>
#include <cstdio>
#include <ctime>

#include <fmt/format.h>

#include "base/system_random.h"
#include "cli/commands.h"
#include "cli/local_server.h"
#include "cli/shell.h"
#include "rehearsal/crowd.h"
#include "wire/http_bodies.h"

namespace kiemkring::cli {
namespace {

using Answered = std::expected<std::string, std::string>;

/// The body of an answer that went well, or a sentence.
Answered asked(const Config& config, std::string_view method, const std::string& target, std::string_view body = {}) {
    const auto answer = ask_local_server(config.local_socket(), method, target, body);
    if (!answer && answer.error() == LocalTrouble::nobody_there)
        return std::unexpected(fmt::format("no server runs on {}: start one with kiemkring serve", config.data().string()));
    if (!answer) return std::unexpected("the server on this folder went away");
    if (answer->status == 404) return std::unexpected("there is no such session");
    if (answer->status >= 300) return std::unexpected(fmt::format("the server answered {}", answer->status));
    return answer->body;
}

/// The session that was made last and is open.
Answered newest_session(const Config& config) {
    const auto body = asked(config, "GET", "/api/sessions");
    if (!body) return body;
    const auto list = wire::read_sessions_answer(*body);
    if (!list) return std::unexpected(list.error());
    const wire::SessionAnswer* newest = nullptr;
    for (const auto& session : list->sessions)
        if (session.rehearsal_of.empty() && session.status == domain::SessionStatus::open &&
            (!newest || newest->created_at <= session.created_at))
            newest = &session;
    if (!newest) return std::unexpected("there is no open session to rehearse: make one at the desk");
    fmt::print("Rehearsing the newest session: {}\n", newest->title);
    return newest->id;
}

/// Until somebody presses Ctrl-C, or everybody has left.
bool was_stopped(const rehearsal::Crowd& crowd, const sigset_t& signals) {
    const timespec patience{0, 200'000'000};
    while (!crowd.is_over())
        if (::sigtimedwait(&signals, nullptr, &patience) > 0) return true;
    return false;
}

}  // namespace

int rehearse(const Config& config, std::string session, const RehearsalWish& wish) {
    if (session.empty()) {
        auto newest = newest_session(config);
        if (!newest) return complain(newest.error());
        session = std::move(*newest);
    } else if (!is_session_id(session)) {
        return complain("a session is named by 16 hex digits, as in the address of its page");
    }
    const auto made = asked(config, "POST", fmt::format("/api/sessions/{}/rehearsal", session), wire::encode(wire::RehearsalBody{}));
    if (!made) return complain(made.error());
    const auto rehearsal = wire::read_rehearsal_answer(*made);
    if (!rehearsal) return complain(rehearsal.error());

    fmt::print("\n  Tablet:      {}\n  Big screen:  {}\n\n"
               "{} simulated people come in. Ctrl-C sends them away and erases the rehearsal with all they did.\n\n",
               rehearsal->url, rehearsal->screen_url, wish.people);
    std::fflush(stdout);

    // Taken here, so that the crowd's thread does not end by them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    bool stopped = false;
    {
        const rehearsal::Crowd crowd{
            {rehearsal->host, rehearsal->door, rehearsal->language, wish.people, wish.seed, wish.pace},
            [](const std::string& line) {
                fmt::print("{}\n", line);
                std::fflush(stdout);
            }};
        stopped = was_stopped(crowd, signals);
    }
    if (!stopped) {
        fmt::print("Everybody has left.\n");
        return 0;
    }
    const auto erased = asked(config, "DELETE", fmt::format("/api/sessions/{}/rehearsal", rehearsal->id));
    if (!erased) return complain(erased.error());
    fmt::print("The rehearsal is erased.\n");
    return 0;
}

}  // namespace kiemkring::cli
