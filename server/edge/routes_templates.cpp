// Ready agendas: those that come along, and those that an organiser made, copied or brought in as a file.
#include "domain/catalogue/catalogue.h"
#include "edge/router_state.h"
#include "wire/http_bodies.h"
#include "wire/template.h"

namespace kiemkring::edge {
namespace {

constexpr std::string_view templates_path = "/api/templates/";

std::string template_in(std::string_view path) { return std::string{path.substr(templates_path.size())}; }

wire::TemplateAnswer answer_of(const domain::Template& one) {
    wire::TemplateAnswer answer{one.id, one.language, one.title, one.minutes, {}, one.question, one.within, one.money, false, 0};
    for (const auto& round : one.rounds)
        answer.rounds.push_back({round.kind, round.title, round.minutes, round.say, round.text, domain::concepts_in(round.pages)});
    return answer;
}

wire::TemplateAnswer answer_of(const store::OwnTemplate& own, const domain::Template& one) {
    auto answer = answer_of(one);
    answer.id = own.id;
    answer.own = true;
    answer.revision = own.revision;
    return answer;
}

Response bad_template(const std::vector<wire::TemplateProblem>& problems) {
    return json_response(422, wire::encode_template_problems(problems));
}

Response refused(live::Hub::TemplateTrouble why) {
    using Trouble = live::Hub::TemplateTrouble;
    switch (why) {
        case Trouble::not_found: return error_response(404, "no_template");
        case Trouble::changed_meanwhile: return error_response(409, "changed_meanwhile");
        case Trouble::too_many: return error_response(409, "too_many_templates");
        case Trouble::unavailable: break;
    }
    return unavailable();
}

auto told(int status, Reply reply) {
    return [status, reply = std::move(reply)](live::Hub::TemplateSaved saved) mutable {
        if (!saved) return reply(refused(saved.error()));
        reply(json_response(status, wire::encode(wire::TemplateSaved{saved->id, saved->revision})));
    };
}

}  // namespace

std::optional<domain::Template> Router::State::template_named(const store::Organiser& organiser, const std::string& id,
                                                              const std::string& language) {
    if (const auto* known = domain::find_template(id, language)) return *known;
    const auto* own = hub.own_template(organiser.id, id);
    const auto* read = own ? parsed_templates.of(*own) : nullptr;
    return read ? std::optional{*read} : std::nullopt;
}

void Router::State::templates(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    wire::TemplatesAnswer answer;
    for (const auto* own : hub.templates_of(who.organiser->id))
        if (const auto* read = parsed_templates.of(*own)) answer.templates.push_back(answer_of(*own, *read));
    for (const auto& known : domain::templates()) answer.templates.push_back(answer_of(known));
    reply(json_response(200, wire::encode(answer)));
}

void Router::State::concepts(Request request, Reply reply) {
    const auto who = asking(request);
    const bool is_tablet = who.holder && who.holder->role == live::Role::facilitator;
    if (!who.organiser && !is_tablet) return reply(not_for(who));
    wire::ConceptsAnswer answer;
    for (const auto& known : hub.concepts())
        answer.concepts.push_back({known.id, known.name_nl, known.name_en, known.description_nl});
    reply(json_response(200, wire::encode(answer)));
}

void Router::State::check_template(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto read = wire::read_template(request.body, &hub.concepts());
    reply(read ? json_response(200, wire::encode(answer_of(*read))) : bad_template(read.error()));
}

void Router::State::add_template(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto read = wire::read_template(request.body, &hub.concepts());
    if (!read) return reply(bad_template(read.error()));
    hub.add_template(who.organiser->id, wire::encode_template(*read), told(201, std::move(reply)));
}

void Router::State::save_template(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto save = wire::read_template_save(request.body, &hub.concepts());
    if (!save) return reply(bad_template(save.error()));
    hub.save_template(who.organiser->id, template_in(request.head.path), save->revision, wire::encode_template(save->what),
                      told(200, std::move(reply)));
}

void Router::State::remove_template(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto seen = number_in(request.head.parameter("revision"));
    if (!seen) return reply(bad_body("bad_args"));
    const auto id = template_in(request.head.path);
    hub.remove_template(who.organiser->id, id, *seen, [this, id, reply = std::move(reply)](auto removed) mutable {
        if (!removed) return reply(refused(removed.error()));
        parsed_templates.forget(id);
        Response response;
        response.status = 204;
        reply(std::move(response));
    });
}

}  // namespace kiemkring::edge
