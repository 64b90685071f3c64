#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include <fmt/format.h>

#include "base/log.h"
#include "cli/backstage.h"
#include "cli/commands.h"
#include "cli/local_time.h"
#include "cli/nightly_backups.h"
#include "cli/reach.h"
#include "cli/shell.h"
#include "cli/terminal_qr.h"
#include "edge/edge.h"
#include "rehearsal/rehearsals.h"
#include "pictures/decoder.h"

namespace kiemkring::cli {
namespace {

/// Rehearsals that nobody erased.
constexpr std::chrono::hours rehearsals_last{24};

/// As many descriptors as we may have: every phone is one.
rlim_t raise_descriptor_limit() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

std::expected<edge::Settings, std::string> edge_settings(const Config& config) {
    edge::Settings settings;
    for (const auto& text : config.get("listen").items) {
        const auto where = edge::read_host_port(text);
        if (!where) return std::unexpected(fmt::format("listen is not HOST:PORT: \"{}\"", text));
        settings.listen.push_back(*where);
    }
    if (const auto& url = config.get("public-url").text(); !url.empty()) {
        settings.public_origin = edge::read_origin(url.ends_with('/') ? url.substr(0, url.size() - 1) : url);
        if (!settings.public_origin)
            return std::unexpected(fmt::format("public-url is not http://NAME or https://NAME: \"{}\"", url));
    }
    for (const auto& text : config.get("trusted-proxy").items) {
        const auto network = edge::read_network(text);
        if (!network) return std::unexpected(fmt::format("trusted-proxy is no address or network: \"{}\"", text));
        settings.trusted_proxies.push_back(*network);
    }
    const auto seats = config.number("seats-max");
    const auto connections = config.number("connections-max");
    const auto strangers = config.number("unauthenticated-per-address");
    for (const auto* number : {&seats, &connections, &strangers})
        if (!*number) return std::unexpected(number->error());
    settings.seats_max = *seats;
    settings.connections_max = *connections;
    settings.unauthenticated_per_address_max = *strangers;
    settings.local_socket = config.local_socket().string();
    return settings;
}

void greet(const Reach& reach, const std::string& setup_secret) {
    const bool terminal = ::isatty(STDOUT_FILENO);
    fmt::print("\nKiemkring\n\n");
    if (reach.phones_can) {
        fmt::print("  Phones on this network open  {}\n\n{}\n", reach.url, terminal_qr(reach.url, terminal));
    } else {
        fmt::print("  {}\n  On this machine:  {}\n\n", reach.why_not, reach.url);
    }
    if (!setup_secret.empty())
        fmt::print("  Set up the first organiser, once, with this link:\n\n    {}/desk#setup={}\n\n", reach.url, setup_secret);
    else
        fmt::print("  The desk:  {}/desk\n\n", reach.url);
    std::fflush(stdout);
}

}  // namespace

int serve(const Config& config) {
    std::signal(SIGPIPE, SIG_IGN);
    auto settings = edge_settings(config);
    if (!settings) return complain(settings.error());
    const auto backups_kept = config.number("backups-kept");
    if (!backups_kept) return complain(backups_kept.error());
    const auto reach = find_reach(settings->listen, config.get("public-url").text());
    const auto descriptors = raise_descriptor_limit();
    if (descriptors < settings->connections_max + 100) {
        base::log("only {} descriptors: at most {} connections", descriptors, descriptors - std::min<rlim_t>(descriptors, 100));
        settings->connections_max = descriptors > 200 ? descriptors - 100 : 100;
    }

    auto opened = Backstage::open(config.data(), reach.url, true);
    if (!opened) return complain(opened.error());
    auto& backstage = **opened;
    settings->decoder = pictures::decoder_program();
    if (::access(settings->decoder.c_str(), X_OK) != 0) base::log("{} is missing: no photos", settings->decoder.string());
    settings->backup = [&](std::filesystem::path file, auto done) {
        backstage.store->backup(std::move(file), backstage.clock.now(), std::move(done));
    };
    rehearsal::Rehearsals rehearsals;
    settings->rehearse = [&](const edge::Settings::Rehearsal& wish) {
        // The people of a session are always the same ones.
        const auto seed = std::stoull(wish.session, nullptr, 16);
        return rehearsals.fill(wish.session, {wish.host, wish.door, wish.language, wish.people, seed});
    };
    std::optional<edge::Edge> edge;
    edge.emplace(backstage.live, *settings, *backstage.hub, *backstage.trajectories, backstage.clock);
    if (auto trouble = edge->listen()) return complain(*trouble);

    for (const auto& [name, value] : config.all())
        if (value.source != "default") base::log("{} = {} ({})", name, fmt::join(value.items, ", "), value.source);
    // Their people went with the server that simulated them.
    backstage.hub->erase_rehearsals(backstage.clock.now());
    greet(reach, backstage.setup_secret);
    base::log("serving on {}, data in {}", fmt::join(config.get("listen").items, ", "), config.data().string());

    NightlyBackups backups{*backstage.store, backstage.clock, config.data() / "backups", *backups_kept};
    // What was to go is gone before a backup would keep it.
    const auto erase_kept_until = [&](bool just_started) {
        const auto today = iso_date(local_time(backstage.clock.now()).day);
        backstage.hub->erase_kept_until(today, just_started);
        backstage.trajectories->erase_kept_until(today);
    };
    erase_kept_until(true);
    backups.look();
    backstage.live.on_every(std::chrono::minutes{10}, [&] {
        erase_kept_until(false);
        backups.look();
        backstage.hub->erase_rehearsals(backstage.clock.now() - rehearsals_last);
    });

    backstage.live.on_every(std::chrono::seconds{1}, [&] {
        backstage.trajectories->tick();
        backstage.results->tick();
    });

    backstage.live.on_stop_signal([&] {
        base::log("stopping");
        edge->stop([&] { backstage.live.stop(); });
    });
    backstage.live.run();
    if (!backstage.store_trouble.empty()) return complain(backstage.store_trouble);
    backstage.store.reset();
    edge.reset();
    base::log("stopped");
    return 0;
}

}  // namespace kiemkring::cli
