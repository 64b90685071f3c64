#include "edge/pages.h"

#include "edge/assets.h"

namespace kiemkring::edge {
namespace {

std::string_view file_of(std::string_view path) {
    if (path == "/") return "/index.html";
    if (path == "/console") return "/console.html";
    if (path == "/screen") return "/screen.html";
    if (path == "/desk") return "/desk.html";
    if (path == "/answer") return "/answer.html";
    return path;
}

/// Whether Accept-Encoding lets us send this coding; "q=0" forbids it.
bool accepts(const RequestHead& head, std::string_view coding) {
    const std::string list = lower_case(head.field("accept-encoding"));
    std::string_view rest = list;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        std::string_view item = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        const auto semicolon = item.find(';');
        std::string_view name = item.substr(0, semicolon);
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        if (name != coding) continue;
        if (semicolon == std::string_view::npos) return true;
        const auto quality = item.substr(semicolon + 1);
        const auto equals = quality.find("q=");
        return equals == std::string_view::npos || quality.substr(equals + 2).find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A browser asks for its icon more than once on a page: a day is soon enough for another one.
std::string how_long_kept(const Asset& asset, std::string_view path) {
    if (asset.immutable) return "public, max-age=31536000, immutable";
    return path == "/favicon.svg" ? "public, max-age=86400" : "no-cache";
}

}  // namespace

bool is_page(std::string_view path) { return find_asset(file_of(path)) != nullptr; }

std::optional<Response> page(const RequestHead& head) {
    const Asset* asset = find_asset(file_of(head.path));
    if (!asset) return std::nullopt;

    Response response;
    response.with("ETag", std::string{asset->etag})
        .with("Cache-Control", how_long_kept(*asset, head.path))
        .with("Vary", "Accept-Encoding");
    const auto seen = head.field("if-none-match");
    if (!seen.empty() && (seen == "*" || seen.find(asset->etag) != std::string_view::npos)) {
        response.status = 304;
        return response;
    }
    response.with("Content-Type", std::string{asset->content_type});
    if (!asset->brotli.empty() && accepts(head, "br")) {
        response.with("Content-Encoding", "br");
        response.shared_body = as_text(asset->brotli);
    } else if (!asset->gzip.empty() && accepts(head, "gzip")) {
        response.with("Content-Encoding", "gzip");
        response.shared_body = as_text(asset->gzip);
    } else {
        response.shared_body = as_text(asset->identity);
    }
    return response;
}

}  // namespace kiemkring::edge
