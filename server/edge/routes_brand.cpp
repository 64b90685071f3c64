// The look of the organisation: its colour and its logo, seen and changed at the desk.
#include "base/log.h"
#include "edge/brand.h"
#include "edge/router_state.h"
#include "report/brand.h"
#include "wire/brand.h"
#include "wire/read.h"
#include "wire/write.h"

namespace kiemkring::edge {
namespace {

std::uint64_t revision_of(const live::Hub& hub) {
    const auto* kept = hub.document(brand_document);
    return kept ? kept->revision : 0;
}

Response shown(int status, std::uint64_t revision, const domain::Brand& brand) {
    std::string text;
    wire::ObjectWriter{text}
        .put("revision", revision)
        .put("accent", wire::color_text(brand.accent))
        .put("printed", wire::color_text(report::readable_on_paper(brand.accent)))
        .put("logo", !brand.logo.empty());
    return json_response(status, std::move(text));
}

}  // namespace

domain::Brand chosen_brand(const live::Hub& hub) {
    const auto* kept = hub.document(brand_document);
    const auto json = kept ? wire::read_json(kept->body, wire::depth_max_own) : std::unexpected(wire::JsonProblem::not_json);
    auto brand = json ? wire::read_brand(*json) : std::unexpected(wire::DocumentProblems{});
    if (kept && !brand) base::log("the look of the organisation cannot be read: that of Kiemkring stands in for it");
    return brand ? std::move(*brand) : domain::Brand{};
}

domain::Brand printed_brand(const live::Hub& hub) {
    auto brand = chosen_brand(hub);
    brand.accent = report::readable_on_paper(brand.accent);
    return brand;
}

void Router::State::brand(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    reply(shown(200, revision_of(hub), chosen_brand(hub)));
}

void Router::State::save_brand(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const auto json = wire::read_json(request.body, wire::depth_max_from_clients);
    const bool is_form = json && json->object() && json->object()->size() == 3;
    const auto* revision = is_form ? json->member("revision") : nullptr;
    const auto* accent = is_form ? json->member("accent") : nullptr;
    const auto* logo = is_form ? json->member("logo") : nullptr;
    const auto* keeps_logo = logo ? std::get_if<bool>(&logo->value) : nullptr;
    if (!revision || !revision->integer() || *revision->integer() < 0 || !accent || !accent->string() || !keeps_logo) return reply(bad_body("bad_args"));
    const auto color = wire::read_color(*accent->string());
    if (!color) return reply(error_response(422, "bad_color"));
    auto now = chosen_brand(hub);
    now.accent = *color;
    if (!*keeps_logo) now.logo.clear();
    keep_brand(static_cast<std::uint64_t>(*revision->integer()), std::move(now), 200, std::move(reply));
}

void Router::State::keep_brand(std::uint64_t seen, domain::Brand now, int status, Reply reply) {
    auto text = wire::encode_brand(now);
    hub.save_document(brand_document, seen, std::move(text), [status, now = std::move(now), reply = std::move(reply)](auto done) mutable {
        if (!done)
            return reply(done.error() == live::Hub::TemplateTrouble::changed_meanwhile ? error_response(409, "changed_meanwhile") : unavailable());
        base::log("the look of the organisation saved, revision {}", *done);
        reply(shown(status, *done, now));
    });
}

void Router::State::logo(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    auto now = chosen_brand(hub);
    if (now.logo.empty()) return reply(error_response(404, "not_found"));
    Response response;
    response.body = std::move(now.logo);
    response.with("Content-Type", "image/png").with("Cache-Control", "no-store");
    reply(std::move(response));
}

}  // namespace kiemkring::edge
