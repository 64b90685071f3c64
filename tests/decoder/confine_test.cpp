// What is left to a picture that has taken over its decoder: each attempt in a process of its own that is confined as the decoder is.
#include "decoder/confine.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <functional>
#include <thread>

using namespace kiemkring::decoder;

namespace {

constexpr int works = 0, not_confined = 100;

/// Zero when it works, else the number of the fault; minus the signal that ended the process.
int confined(const std::function<bool()>& attempt) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        limit_resources();
        if (!forbid_system_calls()) ::_exit(not_confined);
        errno = 0;
        ::_exit(attempt() ? works : errno);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool can_take(std::size_t bytes) {
    return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

}  // namespace

TEST_CASE("A confined decoder does what decoding needs", "[decoder]") {
    CHECK(confined([] { return can_take(std::size_t{200} << 20); }) == works);
    CHECK(confined([] { return ::open("/dev/null", O_RDONLY) >= 0; }) == works);
    CHECK(confined([] {
              bool ran = false;
              std::thread{[&] { ran = true; }}.join();
              return ran;
          }) == works);
}

TEST_CASE("A confined decoder reaches no network, no other process and no file to write", "[decoder]") {
    CHECK(confined([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }) == EPERM);
    CHECK(confined([] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }) == EPERM);
    CHECK(confined([] { return ::fork() >= 0; }) == EPERM);
    CHECK(confined([] { return ::vfork() >= 0; }) == EPERM);
    CHECK(confined([] { return ::execl("/bin/true", "true", nullptr) == 0; }) == EPERM);
    CHECK(confined([] { return ::open("/dev/null", O_WRONLY) >= 0; }) == EPERM);
    CHECK(confined([] { return ::open("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0; }) == EPERM);
    CHECK(confined([] { return ::unlink("/nowhere/at-all") == 0; }) == EPERM);
    const pid_t server = ::getpid();
    CHECK(confined([&] { return ::kill(server, 0) == 0; }) == EPERM);
    // Nor may it squeeze the server, which runs as the same user.
    CHECK(confined([&] {
              rlimit now{};
              return ::prlimit(server, RLIMIT_NOFILE, nullptr, &now) == 0;
          }) == EPERM);
}

TEST_CASE("A confined decoder takes no more than its share", "[decoder]") {
    CHECK(confined([] { return can_take(std::size_t{2} << 30); }) == ENOMEM);
    const auto most = [](__rlimit_resource what, rlim_t value) {
        return [=] {
            rlimit now{};
            return ::getrlimit(what, &now) == 0 && now.rlim_cur == value && now.rlim_max == value;
        };
    };
    CHECK(confined(most(RLIMIT_CPU, 15)) == works);
    CHECK(confined(most(RLIMIT_NOFILE, 64)) == works);
    CHECK(confined(most(RLIMIT_CORE, 0)) == works);
    CHECK(confined([] {
              while (::open("/dev/null", O_RDONLY) >= 0) {}
              return false;
          }) == EMFILE);
    // Into a file that was open before: 16 MiB, and then the process ends.
    std::array<char, 1 << 16> part{};
    const int file = ::open("/tmp", O_TMPFILE | O_RDWR, 0600);
    REQUIRE(file >= 0);
    CHECK(confined([&] {
              while (::write(file, part.data(), part.size()) > 0) {}
              return false;
          }) == -SIGXFSZ);
    CHECK(::lseek(file, 0, SEEK_END) == off_t{16} << 20);
    ::close(file);
}
