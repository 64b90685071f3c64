// The folder that everything is kept in: made, locked, and written down by the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <utility>

namespace kiemkring::store {

constexpr const char* database_name = "kiemkring.db";

/// Mode 0700 when it is new. Afterwards a power cut does not take its name away, nor that of a folder above it.
/// Throws std::exception with a sentence.
void make_folder(const std::filesystem::path& folder);

/// A new or renamed file is only safe once its folder entry is. Throws std::runtime_error with a sentence.
void sync_folder(const std::filesystem::path& folder);

/// What may still be written there; 0 when nobody knows.
[[nodiscard]] std::uintmax_t free_bytes(const std::filesystem::path& folder) noexcept;

/// A file of `bytes` that can be given up when the disk is full.
class Reserve {
public:
    Reserve(std::filesystem::path file, std::uintmax_t bytes) : file_(std::move(file)), bytes_(bytes) {}
    /// Whether it is there, whole, or could be made with a MiB to spare: else it would come back out of the very space that
    /// giving it up had made.
    bool take() noexcept;
    void give_up() noexcept;

private:
    std::filesystem::path file_;
    std::uintmax_t bytes_;
};

/// The lock that keeps a second server out of the folder; the kernel frees it with the process.
class FolderLock {
public:
    /// Throws std::runtime_error with a sentence.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int file_;
};

}  // namespace kiemkring::store
