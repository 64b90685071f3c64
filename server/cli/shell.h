// What the commands have in common towards the shell.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace kiemkring::cli {

/// Says it on stderr and gives the exit code 1.
int complain(std::string_view trouble);
/// Whether it is 16 hex digits.
[[nodiscard]] bool is_session_id(const std::string& text);
/// The whole file; the error is a sentence.
std::expected<std::string, std::string> read_file(const std::string& name);

}  // namespace kiemkring::cli
