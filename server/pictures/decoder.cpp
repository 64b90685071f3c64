#include "pictures/decoder.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/log.h"
#include "pictures/verdicts.h"

namespace kiemkring::pictures {
namespace {

/// A file in memory without a name.
class MemoryFile {
public:
    MemoryFile() : fd_(::memfd_create("picture", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (fd_ >= 0) ::close(fd_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] int fd() const { return fd_; }
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(fd_, bytes.data(), bytes.size());
            if (written <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return ::lseek(fd_, 0, SEEK_SET) == 0;
    }
    [[nodiscard]] std::string read() const {
        std::string all;
        std::array<char, 65536> part{};
        for (off_t at = 0;;) {
            const auto count = ::pread(fd_, part.data(), part.size(), at);
            if (count <= 0) return all;
            all.append(part.data(), static_cast<std::size_t>(count));
            at += count;
        }
    }

private:
    int fd_;
};

/// Starts the program with nothing of ours but these two files; its id, or nothing.
std::optional<pid_t> start(const std::filesystem::path& program, const Order& order, int in, int out) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);

    std::string path = program.string(), kind = order.is_logo ? "logo" : order.is_plan ? "plan" : "photo", page = std::to_string(order.page);
    std::array<char*, 4> arguments{path.data(), kind.data(), page.data(), nullptr};
    // One thread, and no place of somebody's own to look for settings.
    std::string threads = "VIPS_CONCURRENCY=1", arenas = "MALLOC_ARENA_MAX=1", home = "HOME=/nonexistent";
    std::array<char*, 4> environment{threads.data(), arenas.data(), home.data(), nullptr};
    pid_t child{};
    const int failed = ::posix_spawn(&child, path.c_str(), &files, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&files);
    if (failed) return std::nullopt;
    return child;
}

/// Its exit code, or -1 when a signal ended it.
int wait_for(pid_t child, std::chrono::milliseconds deadline) {
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    pollfd ended{handle, POLLIN, 0};
    if (handle < 0 || ::poll(&ended, 1, static_cast<int>(deadline.count())) != 1) ::kill(child, SIGKILL);
    if (handle >= 0) ::close(handle);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Width, height and the bytes of both files in a line; then the files.
std::shared_ptr<const domain::PictureBytes> read_result(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    std::array<std::uint32_t, 4> numbers{};
    const char* at = line.data();
    for (auto& number : numbers) {
        const auto read = std::from_chars(at, line.data() + line.size(), number);
        if (read.ec != std::errc{}) return nullptr;
        at = read.ptr == line.data() + line.size() ? read.ptr : read.ptr + 1;
    }
    const auto [width, height, thumbnail, large] = numbers;
    const auto files = text.substr(std::min(text.size(), line.size() + 1));
    if (files.size() != std::uint64_t{thumbnail} + large || thumbnail == 0 || large == 0) return nullptr;
    auto bytes = std::make_shared<domain::PictureBytes>();
    bytes->width = width;
    bytes->height = height;
    bytes->thumbnail = files.substr(0, thumbnail);
    bytes->large = files.substr(thumbnail);
    return bytes;
}

}  // namespace

std::filesystem::path decoder_program() {
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path() / "kiemkring-decoder";
}

Decoded decode(const std::filesystem::path& program, const Order& order, std::chrono::milliseconds deadline) {
    MemoryFile in, out;
    if (in.fd() < 0 || out.fd() < 0 || !in.write(order.upload)) return std::unexpected(DecodeError::unavailable);
    const auto child = start(program, order, in.fd(), out.fd());
    if (!child) {
        base::log("pictures: {} cannot be started", program.string());
        return std::unexpected(DecodeError::unavailable);
    }
    switch (const int code = wait_for(*child, deadline)) {
        case verdict::decoded:
            if (auto bytes = read_result(out.read())) return bytes;
            return std::unexpected(DecodeError::bad_image);
        case verdict::bad_image: return std::unexpected(DecodeError::bad_image);
        case verdict::unsupported_image: return std::unexpected(DecodeError::unsupported_image);
        case verdict::too_many_pixels: return std::unexpected(DecodeError::too_many_pixels);
        case verdict::no_such_page: return std::unexpected(DecodeError::no_such_page);
        default:
            base::log("pictures: the decoder did not survive an upload of {} bytes ({})", order.upload.size(), code);
            return std::unexpected(DecodeError::bad_image);
    }
}

}  // namespace kiemkring::pictures
