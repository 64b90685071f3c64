// Settings and where each comes from: a flag, then KIEMKRING_* of the environment, then kiemkring.toml in the data folder,
// then the default.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiemkring::cli {

struct Value {
    std::vector<std::string> items;  ///< most have exactly one
    std::string source;              ///< "flag", "KIEMKRING_LISTEN", "kiemkring.toml", "default"

    [[nodiscard]] const std::string& text() const { return items.front(); }
};

class Config {
public:
    /// What can be set: data, listen, public-url, trusted-proxy, seats-max, connections-max,
    /// unauthenticated-per-address. `flags` holds those given on the command line. The error is a sentence.
    static std::expected<Config, std::string> read(const std::map<std::string, std::vector<std::string>>& flags);

    [[nodiscard]] const Value& get(const std::string& name) const { return values_.at(name); }
    [[nodiscard]] std::filesystem::path data() const { return get("data").text(); }
    [[nodiscard]] std::filesystem::path local_socket() const { return data() / "kiemkring.sock"; }
    /// A whole number that is above 0; the error names the setting and its source.
    [[nodiscard]] std::expected<std::uint32_t, std::string> number(const std::string& name) const;

    [[nodiscard]] const std::map<std::string, Value>& all() const { return values_; }

private:
    std::map<std::string, Value> values_;
};

}  // namespace kiemkring::cli
