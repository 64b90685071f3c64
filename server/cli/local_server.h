// Asks the server that runs on a data folder, over its unix socket.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace kiemkring::cli {

struct LocalAnswer {
    int status{};
    std::string body;
};

enum class LocalTrouble {
    nobody_there,  ///< no server runs on this folder
    broken,        ///< it went away in the middle, or does not speak HTTP
};

/// Blocks until the answer is complete, at most a minute.
[[nodiscard]] std::expected<LocalAnswer, LocalTrouble> ask_local_server(const std::filesystem::path& socket,
                                                                        std::string_view method, std::string_view target,
                                                                        std::string_view body = {});

}  // namespace kiemkring::cli
