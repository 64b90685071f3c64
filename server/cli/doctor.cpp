#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/backstage.h"
#include "cli/commands.h"
#include "cli/local_server.h"
#include "cli/reach.h"

namespace kiemkring::cli {
namespace {

class Findings {
public:
    void good(const std::string& what) { fmt::print("  ok    {}\n", what); }
    void note(const std::string& what) { fmt::print("  note  {}\n", what); }
    void bad(const std::string& what) {
        fmt::print("  BAD   {}\n", what);
        all_good_ = false;
    }
    [[nodiscard]] bool all_good() const { return all_good_; }

private:
    bool all_good_{true};
};

void look_at_folder(const Config& config, Findings& findings) {
    const auto folder = config.data();
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) return findings.note(fmt::format("{} is not there yet: serve makes it", folder.string()));
    if (!std::filesystem::is_directory(folder, error)) return findings.bad(fmt::format("{} is no folder", folder.string()));
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0)
        return findings.bad(fmt::format("{} cannot be written by this user", folder.string()));
    findings.good(fmt::format("{} can be written", folder.string()));

    struct statvfs space{};
    if (::statvfs(folder.c_str(), &space) == 0) {
        const auto mebibytes = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize >> 20;
        const auto sentence = fmt::format("{} MiB free on its disk", mebibytes);
        mebibytes < 200 ? findings.bad(sentence) : findings.good(sentence);
    }

    if (const auto answer = ask_local_server(config.local_socket(), "GET", "/healthz"); answer && answer->status == 200)
        return findings.good("a server runs on it and is well; the database is left alone");
    auto opened = Backstage::open(folder, {}, false);
    if (!opened) return findings.bad(opened.error());
    findings.good("the database opens");
}

void look_at_descriptors(const Config& config, Findings& findings) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const auto wanted = config.number("connections-max");
    if (!wanted) return findings.bad(wanted.error());
    const auto sentence = fmt::format("{} descriptors may be open, for at most {} connections", limit.rlim_max, *wanted);
    limit.rlim_max < *wanted + 100 ? findings.bad(sentence) : findings.good(sentence);
}

void look_at_addresses(const Config& config, Findings& findings) {
    std::vector<edge::HostPort> listen;
    for (const auto& text : config.get("listen").items) {
        const auto where = edge::read_host_port(text);
        if (!where) return findings.bad(fmt::format("listen is not HOST:PORT: \"{}\"", text));
        listen.push_back(*where);
    }
    const auto reach = find_reach(listen, config.get("public-url").text());
    if (reach.phones_can) findings.good(fmt::format("phones open {}", reach.url));
    else findings.bad(reach.why_not);
}

}  // namespace

int doctor(const Config& config) {
    Findings findings;
    for (const auto& [name, value] : config.all())
        findings.note(fmt::format("{} = {} ({})", name, fmt::join(value.items, ", "), value.source));
    look_at_folder(config, findings);
    look_at_descriptors(config, findings);
    look_at_addresses(config, findings);
    return findings.all_good() ? 0 : 1;
}

}  // namespace kiemkring::cli
