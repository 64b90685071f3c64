// The public page of a place, for whoever has its address; and the neighbours who want to join in.
#include <algorithm>

#include "base/log.h"
#include "edge/assets.h"
#include "edge/router_state.h"
#include "report/story_page.h"
#include "wire/read.h"
#include "wire/text.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;
using live::Trajectories;

constexpr std::string_view story_path = "/story/", stories_path = "/api/stories/";
constexpr std::size_t slug_max = 120;

bool is_of_slug(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

std::string id_in(std::string_view path) { return std::string{path.substr(stories_path.size(), trajectory_id_digits)}; }

Response no_story() { return error_response(404, "no_story"); }

/// Dutch, unless the reader wants English and no Dutch.
std::string_view language_of(const RequestHead& head) {
    const auto asked = head.parameter("lang");
    if (asked == "en" || asked == "nl") return asked == "en" ? "en" : "nl";
    const auto accepted = lower_case(head.field("accept-language"));
    const auto nl = accepted.find("nl"), en = accepted.find("en");
    return en < nl ? "en" : "nl";
}

std::string_view asset_text(std::string_view path) {
    const auto* file = find_asset(path);
    return file ? std::string_view{reinterpret_cast<const char*>(file->identity.data()), file->identity.size()} : std::string_view{};
}
std::string_view shell() { return asset_text("/story.html"); }

/// The words that the build of the pages wrote beside them.
report::StoryWords read_words(std::string_view language) {
    report::StoryWords words;
    const auto file = wire::read_json(asset_text("/story-words.json"), wire::depth_max_own);
    const auto* own = file ? file->member(language) : nullptr;
    wire::Wrong wrong;
    if (!own || !wire::read(*own, words, wrong)) base::log("the words of the stories cannot be read: {}", wrong.text());
    return words;
}
const report::StoryWords& words_in(std::string_view language) {
    static const auto dutch = read_words("nl"), english = read_words("en");
    return language == "en" ? english : dutch;
}

Response html(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.with("Content-Type", "text/html; charset=utf-8").with("Cache-Control", "no-cache").with("Vary", "Accept-Language");
    if (status != 200) response.with("X-Robots-Tag", "noindex");
    return response;
}

}  // namespace

std::optional<std::string> story_in(std::string_view path) {
    if (!path.starts_with(story_path) || path.size() > story_path.size() + slug_max) return std::nullopt;
    const auto name = path.substr(story_path.size());
    if (name.size() < trajectory_id_digits || !std::ranges::all_of(name, is_of_slug)) return std::nullopt;
    const auto id = name.substr(name.size() - trajectory_id_digits);
    const bool stands_apart = name.size() == id.size() || name[name.size() - id.size() - 1] == '-';
    return stands_apart && wire::is_hex(id, trajectory_id_digits) ? std::optional{std::string{id}} : std::nullopt;
}

void Router::State::story(Request request, Reply reply) {
    const auto id = *story_in(request.head.path);
    const auto language = language_of(request.head);
    // Whether there is none, none yet, or none any more: whoever comes reads the same.
    if (!trajectories.summary(id)) return reply(html(404, report::no_story_page(shell(), words_in(language), language)));
    trajectories.look(id, std::nullopt, [language, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(unavailable());
        if (!report::is_story_public(*shown)) return reply(html(404, report::no_story_page(shell(), words_in(language), language)));
        reply(html(200, report::story_page(shell(), words_in(language), *shown, language)));
    });
}

void Router::State::story_picture(Request request, Reply reply) {
    const std::string_view path = request.head.path;
    const auto number = number_in(path.substr(path.rfind('/') + 1));
    const auto id = id_in(path);
    if (!number || *number > 0xffffffff || !trajectories.summary(id)) return reply(no_story());
    trajectories.look(id, std::nullopt, [this, id, entry = static_cast<std::uint32_t>(*number), size = request.head.parameter("size"),
                                         reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(unavailable());
        if (!report::is_in_story(*shown, {entry})) return reply(no_story());
        send_picture(id, entry, size, std::move(reply));
    });
}

void Router::State::join_neighbours(Request request, Reply reply) {
    auto asked = wire::read_neighbour(request.body);
    if (!asked) return reply(asked.error() ? json_response(422, wire::encode(*asked.error())) : error_response(422, "bad_args"));
    const auto id = id_in(request.head.path);
    if (!trajectories.summary(id)) return reply(no_story());
    const auto now = std::chrono::steady_clock::now();
    if (neighbours.left_for(request.peer.address, now) == 0 || neighbours.left(now) == 0)
        return reply(too_many("too_often", neighbours.retry_after_s(now)));
    neighbours.add(request.peer.address, now);
    trajectories.look(id, std::nullopt, [this, id, asked = std::move(*asked), reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(unavailable());
        if (!report::is_story_public(*shown)) return reply(no_story());
        asked.who.came_on = trajectories.today();
        trajectories.command(id, 0, std::move(asked.key), trajectory::PutEntry{{}, std::nullopt, std::move(asked.who)},
                             [reply = std::move(reply)](auto done) mutable {
                                 if (done) return reply(json_response(201, "{}"));
                                 const auto* refusal = std::get_if<trajectory::Refusal>(&done.error());
                                 reply(refusal ? json_response(409, wire::encode(*refusal)) : unavailable());
                             });
    });
}

}  // namespace kiemkring::edge
