// Where a test of this folder puts a file that another program reads.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace kiemkring::report {

/// Of this test alone: several run beside one another.
inline std::filesystem::path scratch_path(const std::string& name) {
    static int count = 0;
    return std::filesystem::temp_directory_path() / ("kiemkring-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + "-" + name);
}

}  // namespace kiemkring::report
