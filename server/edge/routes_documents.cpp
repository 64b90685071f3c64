// What all organisers share and change at the desk: the approach, and the catalogue of concepts.
#include "base/log.h"
#include "edge/router_state.h"
#include "wire/approach.h"
#include "wire/catalogue.h"
#include "wire/read.h"
#include "wire/write.h"

namespace kiemkring::edge {
namespace {

namespace trajectory = domain::trajectory;

const std::string approach_name{"approach"};

Response bad_document(const wire::DocumentProblems& problems) {
    return json_response(422, wire::encode_document_problems(problems));
}

/// As it is now, as it came along, and how often it was saved.
Response shown(std::uint64_t revision, std::string_view now, std::string_view proposal) {
    std::string text;
    {
        wire::ObjectWriter object{text};
        object.put("revision", revision);
        object.begin("document") += now;
        object.begin("proposal") += proposal;
    }
    return json_response(200, std::move(text));
}

/// `{revision, document}`: which one was changed, and what it is to be.
struct Save {
    std::uint64_t revision{};
    wire::Json document;
};
std::optional<Save> read_save(std::string_view body) {
    const auto json = wire::read_json(body, wire::depth_max_from_clients);
    const auto* revision = json && json->object() && json->object()->size() == 2 ? json->member("revision") : nullptr;
    const auto* document = revision ? json->member("document") : nullptr;
    if (!document || !revision->integer() || *revision->integer() < 0) return std::nullopt;
    return Save{static_cast<std::uint64_t>(*revision->integer()), *document};
}

auto saved(std::string name, Reply reply) {
    return [name = std::move(name), reply = std::move(reply)](std::expected<std::uint64_t, live::Hub::TemplateTrouble> done) mutable {
        if (!done)
            return reply(done.error() == live::Hub::TemplateTrouble::changed_meanwhile ? error_response(409, "changed_meanwhile")
                                                                                       : unavailable());
        base::log("{} saved, revision {}", name, *done);
        std::string text;
        wire::ObjectWriter{text}.put("revision", *done);
        reply(json_response(200, std::move(text)));
    };
}

}  // namespace

trajectory::Approach Router::State::approach_now() const {
    const auto* kept = hub.document(approach_name);
    const auto json = kept ? wire::read_json(kept->body, wire::depth_max_own) : std::unexpected(wire::JsonProblem::not_json);
    auto approach = json ? wire::read_approach(*json) : std::unexpected(wire::DocumentProblems{});
    if (kept && !approach) base::log("the approach cannot be read: what comes along stands in for it");
    return approach ? std::move(*approach) : trajectory::proposed_approach();
}

void Router::State::approach(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto* kept = hub.document(approach_name);
    reply(shown(kept ? kept->revision : 0, wire::encode_approach(approach_now()), wire::encode_approach(trajectory::proposed_approach())));
}

void Router::State::save_approach(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto save = read_save(request.body);
    if (!save) return reply(bad_body("bad_args"));
    const auto read = wire::read_approach(save->document);
    if (!read) return reply(bad_document(read.error()));
    hub.save_document(approach_name, save->revision, wire::encode_approach(*read), saved("the approach", std::move(reply)));
}

void Router::State::check_approach(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto json = wire::read_json(request.body, wire::depth_max_from_clients);
    if (!json) return reply(bad_document({{"", "not_json"}}));
    const auto read = wire::read_approach(*json);
    reply(read ? json_response(200, wire::encode_approach(*read)) : bad_document(read.error()));
}

void Router::State::catalogue(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto* kept = hub.document(live::catalogue_name);
    reply(shown(kept ? kept->revision : 0, wire::encode_catalogue(hub.concepts()), wire::encode_catalogue(domain::concepts())));
}

void Router::State::save_catalogue(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto save = read_save(request.body);
    if (!save) return reply(bad_body("bad_args"));
    const auto read = wire::read_catalogue(save->document);
    if (!read) return reply(bad_document(read.error()));
    hub.save_document(live::catalogue_name, save->revision, wire::encode_catalogue(*read), saved("the catalogue", std::move(reply)));
}

void Router::State::check_catalogue(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto json = wire::read_json(request.body, wire::depth_max_from_clients);
    if (!json) return reply(bad_document({{"", "not_json"}}));
    const auto read = wire::read_catalogue(*json);
    reply(read ? json_response(200, wire::encode_catalogue(*read)) : bad_document(read.error()));
}

}  // namespace kiemkring::edge
