// Several files as one.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace kiemkring::report {

struct PackedFile {
    std::string name;  ///< of letters, digits, points and hyphens
    std::string bytes;
};

/// A ZIP archive with the files in their order, all of this time. The error is a sentence: there was no memory for it.
[[nodiscard]] std::expected<std::string, std::string> zip_of(const std::vector<PackedFile>& files, base::Time at);

/// Whether every file in an archive of XML files ends where one ends: a library that met a full disk may have put half of one in.
[[nodiscard]] bool has_whole_xml(const std::string& archive);

}  // namespace kiemkring::report
