// A file that is there as a whole, or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace kiemkring::cli {

/// Whether it stands there. What was there stays until all of the new one is on the disk; on a full disk, or when this program is
/// killed meanwhile, nothing is left of the new one. A pipe or a device takes it as it comes.
[[nodiscard]] bool write_whole_file(std::string_view bytes, const std::filesystem::path& file);

}  // namespace kiemkring::cli
