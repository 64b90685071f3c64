// A file from the command line is there as a whole, or as it was: on a full disk, and when the program is killed in the middle.
#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/whole_file.h"

namespace {

using kiemkring::cli::write_whole_file;

struct Shelf {
    Shelf() : path{std::filesystem::temp_directory_path() / ("kiemkring-whole-file-" + std::to_string(::getpid()))} { std::filesystem::create_directories(path); }
    ~Shelf() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ostringstream text;
        text << std::ifstream{path / name, std::ios::binary}.rdbuf();
        return text.str();
    }
    [[nodiscard]] std::size_t files() const { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path}, {})); }
    std::filesystem::path path;
};

constexpr rlim_t room = 100'000;

/// In a process of its own, where no file may be longer than `room`: what is tried there ends it, or fails.
int in_cramped_process(bool is_killed, const std::filesystem::path& file, const std::string& bytes) {
    const auto child = ::fork();
    if (child == 0) {
        const rlimit cramped{room, room}, no_core{0, 0};
        ::setrlimit(RLIMIT_FSIZE, &cramped);
        ::setrlimit(RLIMIT_CORE, &no_core);
        std::signal(SIGXFSZ, is_killed ? SIG_DFL : SIG_IGN);
        ::_exit(write_whole_file(bytes, file) ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

TEST_CASE("A file stands there as a whole, in the place of what was there") {
    const Shelf shelf;
    CHECK(write_whole_file("first", shelf.path / "report"));
    CHECK(write_whole_file(std::string(3'000'000, 'x'), shelf.path / "report"));
    CHECK(shelf.read("report") == std::string(3'000'000, 'x'));
    CHECK(shelf.files() == 1);
    CHECK_FALSE(write_whole_file("nowhere", shelf.path / "no-folder" / "report"));
    CHECK_FALSE(write_whole_file("full", "/dev/full"));
    CHECK(write_whole_file("gone", "/dev/null"));
}

TEST_CASE("On a full disk the file of before stays, and nothing of the new one") {
    const Shelf shelf;
    REQUIRE(write_whole_file("of last week", shelf.path / "report"));
    const auto status = in_cramped_process(false, shelf.path / "report", std::string(room * 3, 'x'));
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(shelf.read("report") == "of last week");
    CHECK(shelf.files() == 1);
}

TEST_CASE("A program that is killed in the middle of a file leaves none of it") {
    const Shelf shelf;
    REQUIRE(write_whole_file("of last week", shelf.path / "report"));
    for (const auto* name : {"report", "new"}) {
        const auto status = in_cramped_process(true, shelf.path / name, std::string(room * 3, 'x'));
        CHECK(WIFSIGNALED(status));
    }
    CHECK(shelf.read("report") == "of last week");
    CHECK(shelf.files() == 1);
}

}  // namespace
