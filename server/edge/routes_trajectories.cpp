// The desk: trajectories listed, started, shown as they change, and changed.
#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/log.h"
#include "edge/router_state.h"
#include "live/concept_matches.h"
#include "report/opening_calendar.h"
#include "wire/concept_matches.h"
#include "wire/http_bodies.h"
#include "wire/text.h"
#include "wire/trajectory.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;
using live::Trajectories, live::TrajectoryId;

/// What tells one place from another in a table.
std::string place_name(const std::string& name, const std::string& municipality) { return lower_case(name) + "\n" + lower_case(municipality); }

Response no_such_trajectory() { return error_response(404, "no_trajectory"); }

Response refused(const std::optional<trajectory::Refusal>& why) {
    if (!why) return error_response(422, "bad_args");
    return json_response(422, wire::encode(*why));
}

Response refused(const Trajectories::Why& why) {
    if (const auto* refusal = std::get_if<trajectory::Refusal>(&why)) return refused(std::optional{*refusal});
    switch (std::get<Trajectories::Trouble>(why)) {
        case Trajectories::Trouble::not_found: return no_such_trajectory();
        case Trajectories::Trouble::too_many: return error_response(409, "too_many");
        case Trajectories::Trouble::unavailable: break;
    }
    return unavailable();
}

}  // namespace

std::string trajectory_in(std::string_view path) {
    constexpr std::string_view before = "/api/trajectories/";
    return std::string{path.substr(before.size(), trajectory_id_digits)};
}

wire::Names Router::State::organiser_names() const {
    wire::Names names;
    for (const auto& [id, organiser] : hub.organisers()) names.emplace(id, organiser.name);
    return names;
}

void Router::State::list_trajectories(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    auto listed = trajectories.listed_after(request.head.parameter("after"));
    const wire::TrajectoryList list{std::move(listed.mark), listed.whole, listed.more, std::move(listed.changed), std::move(listed.gone)};
    reply(json_response(200, wire::encode_trajectories(list, organiser_names())));
}

void Router::State::create_trajectory(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto body = wire::read_new_trajectory(request.body);
    if (!body) return reply(refused(body.error()));
    std::vector<trajectory::Entry> entries{std::move(body->place)};
    for (auto& entry : trajectory::first_entries(approach_now(), body->language)) entries.push_back(std::move(entry));
    trajectories.create(who.organiser->id, std::move(body->key), std::move(entries), who.organiser->name,
                        [reply = std::move(reply)](auto made) mutable {
                            if (!made) return reply(refused(made.error()));
                            base::log("trajectory {} started", *made);
                            reply(json_response(201, wire::encode(wire::IdAnswer{*made})));
                        });
}

void Router::State::import_trajectories(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto body = wire::read_imported_places(request.body);
    if (!body) return reply(error_response(422, "bad_args"));
    // Each is made by itself, under its own key: after a lost answer the same list again makes the rest of it.
    struct UnderWay {
        Reply reply;
        std::vector<wire::Imported> done;
        std::size_t open{};
        std::optional<Trajectories::Trouble> trouble;
    };
    auto import = std::make_shared<UnderWay>(std::move(reply), std::vector<wire::Imported>(body->places.size()), body->places.size());
    const auto finish_one = [](UnderWay& one) {
        if (--one.open > 0) return;
        if (one.trouble) return one.reply(refused(Trajectories::Why{*one.trouble}));
        base::log("{} places imported", std::ranges::count_if(one.done, &wire::Imported::has_value));
        one.reply(json_response(200, wire::encode(one.done)));
    };
    const auto approach = approach_now();
    std::set<std::string> there;
    for (const auto* one : trajectories.all()) there.insert(place_name(one->place, one->municipality));
    for (std::size_t i = 0; i < body->places.size(); ++i) {
        auto& read = body->places[i];
        if (!read) {
            import->done[i] = std::unexpected{std::move(read.error())};
            finish_one(*import);
            continue;
        }
        // Another desk may bring the same table in at this moment. What was made under this key is this one itself.
        auto name = place_name(read->place.name, read->place.municipality);
        const auto [coming, is_first] = places_coming.try_emplace(name, read->key);
        const bool is_there = (there.contains(name) && !trajectories.made_with(read->key)) || coming->second != read->key;
        if (is_there && !read->is_double) {
            if (is_first) places_coming.erase(coming);
            import->done[i] = std::unexpected{trajectory::Refusal{trajectory::Reason::already_there, "name"}};
            finish_one(*import);
            continue;
        }
        std::vector<trajectory::Entry> entries{std::move(read->place)};
        for (auto& entry : trajectory::first_entries(approach, body->language)) entries.push_back(std::move(entry));
        trajectories.create(who.organiser->id, read->key, std::move(entries), std::move(read->facilitator),
                            [this, import, i, finish_one, name, is_first](auto made) {
                                if (is_first) places_coming.erase(name);
                                if (made) import->done[i] = std::move(*made);
                                else if (auto* refusal = std::get_if<trajectory::Refusal>(&made.error())) import->done[i] = std::unexpected{*refusal};
                                else import->trouble = std::get<Trajectories::Trouble>(made.error());
                                finish_one(*import);
                            });
    }
}

void Router::State::trajectory(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser && !who.local_admin) return reply(not_for(who));
    if (const auto version = request.head.parameter("version"); !version.empty())
        return look_back(trajectory_in(request.head.path), version, std::move(reply));
    const auto text = request.head.parameter("after");
    const auto after = text.empty() ? std::nullopt : number_in(text);
    if (!text.empty() && !after) return reply(error_response(400, "bad_args"));
    auto id = trajectory_in(request.head.path);
    trajectories.look(id, after, [this, id, after, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(id) ? unavailable() : no_such_trajectory());
        reply(json_response(200, wire::encode_trajectory(*shown, after.value_or(0), trajectories.run(), organiser_names(), hub.public_url(), trajectories.today())));
    });
}

void Router::State::look_back(std::string id, std::string_view version, Reply reply) {
    const auto number = number_in(version);
    if (!number) return reply(error_response(400, "bad_args"));
    trajectories.look_back(std::move(id), *number, [this, reply = std::move(reply)](auto then) mutable {
        if (!then) return reply(refused(Trajectories::Why{then.error()}));
        reply(json_response(200, wire::encode_trajectory(*then, 0, trajectories.run(), organiser_names(), hub.public_url(), trajectories.today())));
    });
}

void Router::State::concept_matches(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto idea = number_in(request.head.parameter("idea"));
    if (!idea) return reply(error_response(400, "bad_args"));
    auto id = trajectory_in(request.head.path);
    auto language = std::string{request.head.parameter("language")};
    trajectories.look(id, std::nullopt, [this, id, idea, language, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(id) ? unavailable() : no_such_trajectory());
        std::vector<wire::ConceptMatchAnswer> answer;
        for (auto& match : live::matches_of(*shown, trajectory::EntryId{static_cast<std::uint32_t>(*idea)}, language, hub.concepts()))
            answer.push_back({match.what, std::move(match.words)});
        reply(json_response(200, wire::encode(answer)));
    });
}

void Router::State::change_trajectory(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto command = wire::read_desk_command(request.body);
    if (!command) return reply(refused(command.error()));
    if (auto* make = std::get_if<trajectory::MakeLink>(&command->what)) {
        if (!wire::is_hex(make->secret, 32)) return reply(error_response(422, "bad_args"));
        make->secret = live::token_hash(make->secret);
    }
    trajectories.command(trajectory_in(request.head.path), who.organiser->id, std::move(command->key), std::move(command->what),
                         [reply = std::move(reply)](auto done) mutable {
                             if (!done) return reply(refused(done.error()));
                             reply(json_response(200, wire::encode(wire::DeskAnswer{done->version, done->entry})));
                         });
}

void Router::State::start_next_round(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto asked = wire::read_next_round(request.body);
    if (!asked) return reply(refused(std::optional<trajectory::Refusal>{}));
    const auto id = trajectory_in(request.head.path);
    trajectories.look(id, std::nullopt, [this, id, by = who.organiser->id, name = who.organiser->name, asked = std::move(*asked),
                                         reply = std::move(reply)](const auto* before) mutable {
        if (!before) return reply(trajectories.summary(id) ? unavailable() : no_such_trajectory());
        auto entries = trajectory::entries_of(asked.round, *before, approach_now(), asked.language);
        if (!entries) return reply(refused(std::optional{trajectory::Refusal{trajectory::Reason::unknown_entry, "ideas"}}));
        // The one that begins from this one has its name in its key: asked again, at whichever desk, it is found and no second one is made.
        trajectories.create(by, id + id, std::move(*entries), std::move(name), [reply = std::move(reply)](auto made) mutable {
            if (!made) return reply(refused(made.error()));
            reply(json_response(201, wire::encode(wire::IdAnswer{*made})));
        });
    });
}

namespace {

/// A calendar file with these items, by which a desk knows the place.
void send_calendar(Trajectories& trajectories, const TrajectoryId& id, std::vector<report::CalendarItem> (*items)(const trajectory::Trajectory&),
                   Reply reply) {
    trajectories.look(id, std::nullopt, [&trajectories, id, items, reply = std::move(reply)](const auto* shown) mutable {
        if (!shown) return reply(trajectories.summary(id) ? unavailable() : no_such_trajectory());
        const auto* place = shown->template one<trajectory::Place>();
        Response response;
        response.body = report::calendar(place ? place->name : "Kiemkring", items(*shown));
        response.with("Content-Type", "text/calendar; charset=utf-8").with("Cache-Control", "no-store");
        reply(std::move(response));
    });
}

}  // namespace

void Router::State::opening_calendar(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    send_calendar(trajectories, trajectory_in(request.head.path), report::party_of, std::move(reply));
}

void Router::State::upkeep_calendar(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    send_calendar(trajectories, trajectory_in(request.head.path), report::upkeep_of, std::move(reply));
}

void Router::State::delete_trajectory(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto id = trajectory_in(request.head.path);
    const auto only = request.head.parameter("only");
    if (!only.empty() && only != "unchanged") return reply(error_response(400, "bad_args"));
    // An import that is taken back leaves alone what somebody went on with.
    if (!only.empty() && trajectories.summary(id) && !trajectories.is_as_made(id)) return reply(error_response(409, "changed_meanwhile"));
    trajectories.remove(id, [id, reply = std::move(reply)](auto removed) mutable {
        if (!removed) return reply(refused(Trajectories::Why{removed.error()}));
        base::log("trajectory {} erased", id);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

}  // namespace kiemkring::edge
