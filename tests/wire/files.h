// Example messages from proto/examples.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace kiemkring::wire {

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline const std::filesystem::path proto = std::filesystem::path{KIEMKRING_SOURCE_DIR} / "proto";

/// File name without ending -> contents.
inline std::map<std::string, nlohmann::json> json_files_in(const std::filesystem::path& folder) {
    std::map<std::string, nlohmann::json> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".json")
            files.emplace(entry.path().stem().string(), nlohmann::json::parse(text_of(entry.path())));
    return files;
}

inline bool is_from_client(const nlohmann::json& message) {
    const auto type = message.at("type").get<std::string>();
    return type == "command" || type == "hello" || (type == "beat" && !message.contains("now"));
}

}  // namespace kiemkring::wire
