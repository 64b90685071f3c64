#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "cli/config.h"
#include "cli/reach.h"
#include "cli/terminal_qr.h"

using namespace kiemkring;
using cli::Config;

namespace {

struct Folder {
    Folder() : path{std::filesystem::temp_directory_path() / ("kiemkring-config-" + std::to_string(::getpid()))} {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& text) const { std::ofstream{path / "kiemkring.toml"} << text; }
    std::filesystem::path path;
};

struct Environment {
    Environment(const char* name, const char* value) : name_{name} { ::setenv(name, value, 1); }
    ~Environment() { ::unsetenv(name_); }
    const char* name_;
};

}  // namespace

TEST_CASE("A setting comes from its flag, else the environment, else the file, else its default", "[cli]") {
    const Folder folder;
    std::map<std::string, std::vector<std::string>> flags{{"data", {folder.path.string()}}};

    auto config = Config::read(flags);
    REQUIRE(config);
    CHECK(config->get("listen").text() == "0.0.0.0:8080");
    CHECK(config->get("listen").source == "default");
    CHECK(config->get("data").source == "flag");

    folder.write("listen = \"127.0.0.1:9000\"\ntrusted_proxy = [\"10.0.0.0/8\", \"::1\"]\nseats_max = 60\n");
    config = Config::read(flags);
    REQUIRE(config);
    CHECK(config->get("listen").text() == "127.0.0.1:9000");
    CHECK(config->get("listen").source == "kiemkring.toml");
    CHECK(config->get("trusted-proxy").items == std::vector<std::string>{"10.0.0.0/8", "::1"});
    CHECK(config->number("seats-max") == 60U);

    const Environment listen{"KIEMKRING_LISTEN", "127.0.0.1:9001,127.0.0.1:9002"};
    config = Config::read(flags);
    REQUIRE(config);
    CHECK(config->get("listen").items.size() == 2);
    CHECK(config->get("listen").source == "KIEMKRING_LISTEN");

    flags["listen"] = {"127.0.0.1:9003"};
    config = Config::read(flags);
    REQUIRE(config);
    CHECK(config->get("listen").items == std::vector<std::string>{"127.0.0.1:9003"});
    CHECK(config->get("listen").source == "flag");
}

TEST_CASE("A file that says something unknown or unreadable is refused with its name", "[cli]") {
    const Folder folder;
    const std::map<std::string, std::vector<std::string>> flags{{"data", {folder.path.string()}}};
    for (const std::string text : {"lissen = \"127.0.0.1:1\"\n", "listen = \n", "seats_max = true\n", "seats_max = [1, 2]\n"}) {
        INFO(text);
        folder.write(text);
        const auto config = Config::read(flags);
        REQUIRE(!config);
        CHECK(config.error().find("kiemkring.toml") != std::string::npos);
    }
    folder.write("seats_max = 0\n");
    CHECK(!Config::read(flags)->number("seats-max"));
}

TEST_CASE("The address for phones is never 0.0.0.0, and localhost is said not to be one", "[cli]") {
    CHECK(cli::find_reach({{"0.0.0.0", 8080}}, "https://kring.example/").url == "https://kring.example");
    const auto loopback = cli::find_reach({{"127.0.0.1", 8080}}, "");
    CHECK(!loopback.phones_can);
    CHECK(!loopback.why_not.empty());
    const auto everywhere = cli::find_reach({{"0.0.0.0", 8080}}, "");
    CHECK(everywhere.url.find("0.0.0.0") == std::string::npos);
    if (everywhere.phones_can) CHECK(everywhere.url.find("localhost") == std::string::npos);
    else CHECK(!everywhere.why_not.empty());
}

TEST_CASE("A QR in the terminal has a quiet zone and lines of one width", "[cli]") {
    const auto lines = cli::terminal_qr("http://192.168.1.20:8080", false);
    CHECK(lines.starts_with("  █████"));
    CHECK(std::count(lines.begin(), lines.end(), '\n') >= 12);
}
