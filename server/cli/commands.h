// What the command line can do. Each returns the exit code: 0, 1 for "did not work", 2 for "asked wrongly".
#pragma once

#include <map>
#include <string>

#include "cli/config.h"

namespace kiemkring::cli {

/// Serves until SIGTERM or SIGINT.
int serve(const Config& config);
/// Looks whether a server could run here, and says what it finds.
int doctor(const Config& config);
/// What was said after --format, --readers, --names, --sections and --language, by these names.
using ExportWords = std::map<std::string, std::string, std::less<>>;
/// Writes a session to `file`, or to standard output when that is empty.
int export_session(const Config& config, const std::string& session, const ExportWords& words, const std::string& file);
/// The same of a trajectory; there is "summary" among the words too, for one page.
int export_trajectory(const Config& config, const std::string& trajectory, const ExportWords& words, const std::string& file);
/// Brings an exported session in.
/// `takes_the_place`: of an earlier version that is here.
int import_session(const Config& config, const std::string& file, bool takes_the_place);
/// Writes a backup of everything into a new file, also while a server runs, and verifies it.
int backup(const Config& config, const std::string& file);
/// Reads a backup whole and says what is in it.
int verify(const std::string& file);
/// Puts a backup into a data folder without a database; with `only_looks` it says what it would do.
int restore(const Config& config, const std::string& file, bool only_looks);
/// How many simulated people, by which chance, and how much faster than people.
struct RehearsalWish {
    std::uint32_t people{};
    std::uint64_t seed{};
    double pace{};
};
/// Fills a rehearsal of a session (the newest open one when empty) on the server that runs on the folder, until Ctrl-C.
int rehearse(const Config& config, std::string session, const RehearsalWish& wish);
/// Counts the ballots of an export again and compares them with its frozen result.
int recount(const std::string& file);

}  // namespace kiemkring::cli
