#include "edge/assets.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

using namespace kiemkring::edge;

namespace {

std::string text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What `program` makes of the bytes.
std::string unpacked(const std::string& program, std::span<const std::byte> bytes) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("kiemkring-asset-" + std::to_string(reinterpret_cast<std::uintptr_t>(bytes.data())));
    std::ofstream{file, std::ios::binary} << text(bytes);
    std::string result;
    FILE* pipe = popen((program + " -dc < " + file.string()).c_str(), "r");
    REQUIRE(pipe);
    for (int byte = fgetc(pipe); byte != EOF; byte = fgetc(pipe)) result += static_cast<char>(byte);
    const int status = pclose(pipe);
    std::filesystem::remove(file);
    REQUIRE(status == 0);
    return result;
}

}  // namespace

TEST_CASE("The pages of the four devices are in the binary") {
    for (auto page : {"/index.html", "/console.html", "/screen.html", "/desk.html", "/answer.html"}) {
        INFO(page);
        const Asset* asset = find_asset(page);
        REQUIRE(asset);
        CHECK(asset->path == page);
        CHECK(asset->content_type == "text/html; charset=utf-8");
        CHECK_FALSE(asset->immutable);
        CHECK(text(asset->identity).find("<html") != std::string::npos);
        CHECK(asset->brotli.size() < asset->identity.size());
    }
}

TEST_CASE("What is not a file of the pages is not found") {
    CHECK(find_asset("") == nullptr);
    CHECK(find_asset("/") == nullptr);
    CHECK(find_asset("/index.htm") == nullptr);
    CHECK(find_asset("/index.html2") == nullptr);
    CHECK(find_asset("/../index.html") == nullptr);
    CHECK(find_asset("/.built-from") == nullptr);
    CHECK(find_asset("/zzz") == nullptr);
}

TEST_CASE("Every file is found by its path and says the same in every encoding") {
    REQUIRE_FALSE(all_assets().empty());
    for (const Asset& asset : all_assets()) {
        INFO(asset.path);
        CHECK(find_asset(asset.path) == &asset);
        CHECK(asset.immutable == asset.path.starts_with("/assets/"));
        CHECK(asset.etag.starts_with("W/\""));
        if (!asset.brotli.empty()) {
            CHECK(asset.brotli.size() < asset.identity.size());
            CHECK(unpacked("brotli", asset.brotli) == text(asset.identity));
        }
        if (!asset.gzip.empty()) {
            CHECK(asset.gzip.size() < asset.identity.size());
            CHECK(unpacked("gzip", asset.gzip) == text(asset.identity));
        }
    }
}
