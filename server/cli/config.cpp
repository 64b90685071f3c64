#include "cli/config.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace kiemkring::cli {
namespace {

struct Setting {
    std::string name, environment, in_file;
    std::vector<std::string> default_items;
    bool is_list{};
};

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all{
        {"data", "KIEMKRING_DATA", "", {"data"}},
        {"listen", "KIEMKRING_LISTEN", "listen", {"0.0.0.0:8080"}, true},
        {"public-url", "KIEMKRING_PUBLIC_URL", "public_url", {""}},
        {"trusted-proxy", "KIEMKRING_TRUSTED_PROXY", "trusted_proxy", {}, true},
        {"seats-max", "KIEMKRING_SEATS_MAX", "seats_max", {"30"}},
        {"connections-max", "KIEMKRING_CONNECTIONS_MAX", "connections_max", {"4000"}},
        {"backups-kept", "KIEMKRING_BACKUPS_KEPT", "backups_kept", {"14"}},
        {"unauthenticated-per-address", "KIEMKRING_UNAUTHENTICATED_PER_ADDRESS", "unauthenticated_per_address", {"64"}},
    };
    return all;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (comma != 0) items.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    return items;
}

std::optional<std::string> scalar(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    return std::nullopt;
}

/// Nothing when the file says something that is no text, number or list of texts.
std::optional<std::vector<std::string>> items_of(const toml::node& node) {
    if (auto one = scalar(node)) return std::vector{*one};
    const auto* list = node.as_array();
    if (!list) return std::nullopt;
    std::vector<std::string> items;
    for (const auto& element : *list) {
        auto one = scalar(element);
        if (!one) return std::nullopt;
        items.push_back(*one);
    }
    return items;
}

}  // namespace

std::expected<Config, std::string> Config::read(const std::map<std::string, std::vector<std::string>>& flags) {
    Config config;
    for (const auto& setting : settings()) config.values_[setting.name] = {setting.default_items, "default"};

    const auto take_flags_and_environment = [&](const Setting& setting) {
        if (const auto flag = flags.find(setting.name); flag != flags.end() && !flag->second.empty())
            config.values_[setting.name] = {flag->second, "flag"};
        else if (const char* text = std::getenv(setting.environment.c_str()); text && *text)
            config.values_[setting.name] = {setting.is_list ? split(text) : std::vector<std::string>{text},
                                            setting.environment};
    };
    take_flags_and_environment(settings().front());  // the data folder says where the file is

    const auto file = config.data() / "kiemkring.toml";
    if (std::error_code error; std::filesystem::exists(file, error)) {
        try {
            const auto table = toml::parse_file(file.string());
            for (const auto& [key, node] : table) {
                const auto known = std::find_if(settings().begin(), settings().end(), [&](const auto& setting) {
                    return !setting.in_file.empty() && setting.in_file == std::string_view{key.str()};
                });
                if (known == settings().end())
                    return std::unexpected(fmt::format("{}: unknown setting {}", file.string(), std::string{key.str()}));
                auto items = items_of(node);
                if (!items || (!known->is_list && items->size() != 1))
                    return std::unexpected(fmt::format("{}: {} has a wrong kind of value", file.string(), known->in_file));
                config.values_[known->name] = {std::move(*items), "kiemkring.toml"};
            }
        } catch (const toml::parse_error& error) {
            return std::unexpected(fmt::format("{}: {}", file.string(), error.description()));
        }
    }
    for (const auto& setting : settings()) take_flags_and_environment(setting);
    return config;
}

std::expected<std::uint32_t, std::string> Config::number(const std::string& name) const {
    const auto& value = get(name);
    std::uint32_t number{};
    const auto& text = value.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0)
        return std::unexpected(fmt::format("{} is not a number above 0: \"{}\" ({})", name, text, value.source));
    return number;
}

}  // namespace kiemkring::cli
