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

std::expected<std::string, std::string> read_file(const std::string& name) {
    std::ifstream file{name, std::ios::binary};
    if (!file) return std::unexpected(fmt::format("cannot read {}", name));
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace kiemkring::cli
