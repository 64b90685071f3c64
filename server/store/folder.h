// The folder that everything is kept in: made, locked, and written down by the disk.
#pragma once

#include <filesystem>

namespace kiemkring::store {

constexpr const char* database_name = "kiemkring.db";

/// Mode 0700 when it is new.
void make_folder(const std::filesystem::path& folder);

/// A new or renamed file is only safe once its folder entry is. Throws std::runtime_error with a sentence.
void sync_folder(const std::filesystem::path& folder);

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
