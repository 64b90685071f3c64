#include "cli/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include <fmt/format.h>

namespace kiemkring::cli {
namespace {

constexpr mode_t readable = 0666;

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool write_through(std::string_view bytes, const std::filesystem::path& file) {
    const Descriptor device{::open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    return device.number >= 0 && write_all(device.number, bytes);
}

}  // namespace

bool write_whole_file(std::string_view bytes, const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error)) return write_through(bytes, file);

    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    auto part = file;
    part += fmt::format(".{}.part", ::getpid());
    // Without a name it goes by itself when this program does. Not every file system has such files.
    Descriptor out{::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, readable)};
    const bool is_nameless = out.number >= 0;
    if (!is_nameless) out.number = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable);
    if (out.number < 0) return false;
    bool done = write_all(out.number, bytes) && ::fsync(out.number) == 0;
    if (done && is_nameless) {
        // A name is given only where there is none; so it gets one beside it, and takes the place at once.
        ::unlink(part.c_str());
        done = ::linkat(AT_FDCWD, fmt::format("/proc/self/fd/{}", out.number).c_str(), AT_FDCWD, part.c_str(), AT_SYMLINK_FOLLOW) == 0;
    }
    done = done && ::rename(part.c_str(), file.c_str()) == 0;
    if (!done) ::unlink(part.c_str());
    return done;
}

}  // namespace kiemkring::cli
