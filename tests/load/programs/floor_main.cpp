// `load_floor --world FILE --port N --journal FILE [--rooms N] [--misbehave drop|twice|swap]`
#include <sys/resource.h>

#include <csignal>
#include <map>

#include "floor.h"

int main(int count, char** words) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    // Before the journal's thread begins: it is to be told to the signalfd alone.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);

    std::map<std::string, std::string> flags;
    for (int i = 1; i + 1 < count; i += 2) flags[words[i]] = words[i + 1];
    for (const char* needed : {"--world", "--port", "--journal"})
        if (!flags.contains(needed)) load::give_up(std::string{needed} + " is missing");

    using Kind = load::Misbehaviour::Kind;
    const std::map<std::string, Kind> kinds{
        {"", Kind::none}, {"drop", Kind::drop}, {"twice", Kind::twice}, {"swap", Kind::swap}};
    const auto kind = kinds.find(flags["--misbehave"]);
    if (kind == kinds.end()) load::give_up("--misbehave is drop, twice or swap");
    const auto rooms = flags.contains("--rooms") ? std::stoul(flags["--rooms"]) : 1'000'000;
    load::Floor floor{load::read_world(flags["--world"], static_cast<unsigned>(rooms)),
                      static_cast<std::uint16_t>(std::stoi(flags["--port"])),
                      flags["--journal"],
                      {kind->second}};
    floor.run();
}
