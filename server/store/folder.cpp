#include "store/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace kiemkring::store {

void make_folder(const std::filesystem::path& folder) {
    auto path = std::filesystem::absolute(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    std::vector<std::filesystem::path> parents{path.parent_path()};
    while (!std::filesystem::exists(parents.back())) parents.push_back(parents.back().parent_path());

    const bool is_new = std::filesystem::create_directories(path);
    if (is_new) std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    // One that was there may stand in a folder that we may not read; then somebody else made its name.
    for (const auto& parent : parents)
        if (is_new || ::access(parent.c_str(), R_OK) == 0) sync_folder(parent);
}

void sync_folder(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool fine = file >= 0 && ::fsync(file) == 0;
    const std::string why = fine ? "" : std::strerror(errno);
    if (file >= 0) ::close(file);
    if (!fine) throw std::runtime_error("cannot write there: " + why);
}

std::uintmax_t free_bytes(const std::filesystem::path& folder) noexcept {
    std::error_code unknown;
    const auto space = std::filesystem::space(folder, unknown);
    return unknown ? 0 : space.available;
}

namespace {
constexpr std::uintmax_t spare_bytes = 1 << 20;
}

bool Reserve::take() noexcept {
    std::error_code unknown;
    if (std::filesystem::file_size(file_, unknown) == bytes_ && !unknown) return true;
    const int file = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool fine = file >= 0 && ::posix_fallocate(file, 0, static_cast<off_t>(bytes_)) == 0;
    struct statvfs disk{};
    const bool has_more = fine && ::fstatvfs(file, &disk) == 0 && disk.f_bavail * disk.f_frsize >= spare_bytes;
    if (file >= 0) ::close(file);
    if (!has_more) give_up();
    return has_more;
}

void Reserve::give_up() noexcept { ::unlink(file_.c_str()); }

FolderLock::FolderLock(const std::filesystem::path& folder)
    : file_(::open((folder / "kiemkring.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_ < 0) throw std::runtime_error(std::string{"cannot write there: "} + std::strerror(errno));
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(file_);
    throw std::runtime_error("another Kiemkring is using this folder");
}

FolderLock::~FolderLock() { ::close(file_); }

}  // namespace kiemkring::store
