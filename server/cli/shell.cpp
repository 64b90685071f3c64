#include "cli/shell.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace kiemkring::cli {

int complain(std::string_view trouble) {
    fmt::print(stderr, "kiemkring: {}\n", trouble);
    return 1;
}

bool is_session_id(const std::string& text) {
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::expected<std::string, std::string> read_file(const std::string& name) {
    std::ifstream file{name, std::ios::binary};
    if (!file) return std::unexpected(fmt::format("cannot read {}", name));
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace kiemkring::cli
