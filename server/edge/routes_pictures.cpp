// Pictures: brought in pieces by whoever has a seat or a tablet, seen by whoever may.
#include <fmt/format.h>

#include "base/log.h"
#include "edge/router_state.h"

namespace kiemkring::edge {
namespace {

constexpr std::string_view uploads_path = "/api/uploads/", pictures_path = "/api/pictures/";

domain::Asker asker_of(const live::Holder& holder) {
    switch (holder.role) {
        case live::Role::participant: return {domain::Asker::Role::participant, holder.person};
        case live::Role::facilitator: return {domain::Asker::Role::facilitator, {}, holder.device};
        case live::Role::screen: return {domain::Asker::Role::screen, {}};
        case live::Role::helper: return {domain::Asker::Role::helper, {}};
    }
    return {};
}

Response refused(const domain::Refusal& refusal) {
    using domain::Reason;
    switch (refusal.reason) {
        case Reason::quota: return error_response(429, "quota");
        case Reason::not_found: return error_response(404, "not_found");
        case Reason::ended: return error_response(410, "ended");
        case Reason::read_only: {
            Response response = error_response(503, "read_only");
            response.with("Retry-After", "5");
            return response;
        }
        case Reason::forbidden: return error_response(403, "forbidden");
        case Reason::watching: return error_response(409, "watching");
        default: return unavailable();
    }
}

Response refused(pictures::DecodeError error) {
    using pictures::DecodeError;
    switch (error) {
        case DecodeError::bad_image: return error_response(422, "bad_image");
        case DecodeError::unsupported_image: return error_response(415, "unsupported_image");
        case DecodeError::too_many_pixels: return error_response(422, "too_many_pixels");
        case DecodeError::no_such_page: return error_response(422, "no_such_page");
        case DecodeError::unavailable: break;
    }
    return unavailable();
}

Response offset_response(int status, std::uint64_t offset) {
    return json_response(status, status == 409 ? fmt::format(R"({{"error":"wrong_offset","offset":{}}})", offset)
                                               : fmt::format(R"({{"offset":{}}})", offset));
}

Response picture_response(int status, domain::PictureId picture) {
    return json_response(status, fmt::format(R"({{"picture":{}}})", picture.value));
}

}  // namespace

void Router::State::upload(Request request, Reply reply) {
    const auto holder = holder_or_owner(request.head, std::string{request.head.field("upload-session")});
    if (!holder) return reply(error_response(401, "who_are_you"));
    if (holder->role == live::Role::screen || holder->role == live::Role::helper) return reply(error_response(403, "forbidden"));
    const auto& head = request.head;
    const auto number = [&](std::string_view name, std::uint64_t otherwise) {
        return head.has(name) ? number_in(head.field(name)) : std::optional{otherwise};
    };
    const auto offset = number("upload-offset", 0), page = number("upload-page", 1);
    const auto total = number("upload-length", request.body.size());
    const auto show = number("upload-show", 0);
    if (!offset || !total || !page || *page > 10'000 || !show || *show > 0xffffffff) return reply(error_response(400, "bad_args"));

    UploadUnderWay upload{.from = *holder, .what = {holder->role == live::Role::facilitator, head.path.substr(uploads_path.size()),
                                     holder->role == live::Role::facilitator ? domain::RoundId{static_cast<std::uint32_t>(*show)} : domain::RoundId{}},
                          .page = static_cast<unsigned>(*page), .reply = std::move(reply)};
    hub.look(holder->session, [this, upload = std::move(upload),
                               piece = Uploads::Piece{*offset, *total, std::move(request.body)}](const auto* session) mutable {
        if (!session) return upload.reply(unavailable());
        const auto before = domain::decide_upload(*session, upload.what, asker_of(upload.from));
        if (!before) return upload.reply(refused(before.error()));
        if (*before) return upload.reply(picture_response(200, *before));
        if (hub.storage_is_full()) return upload.reply(refused(domain::Reason::read_only));
        add_piece(std::move(upload), std::move(piece));
    });
}

void Router::State::add_piece(UploadUnderWay upload, Uploads::Piece piece) {
    const Uploads::Name name{fmt::format("{}/{}", upload.from.session, upload.from.person.value), upload.what.key};
    auto complete = uploads.add(name, std::move(piece), std::chrono::steady_clock::now());
    if (!complete) switch (complete.error()) {
        case Uploads::Trouble::too_large: return upload.reply(error_response(413, "too_large"));
        case Uploads::Trouble::wrong_offset: return upload.reply(offset_response(409, uploads.offset(name)));
        case Uploads::Trouble::busy: return upload.reply(unavailable());
    }
    if (!*complete) return upload.reply(offset_response(202, uploads.offset(name)));

    // The queue keeps what it is given only when it takes the work.
    auto kept = std::make_shared<UploadUnderWay>(std::move(upload));
    const bool queued = slow_work.add([this, kept, bytes = std::move(**complete)]() mutable {
        auto decoded = pictures::decode(settings.decoder, {kept->what.is_plan, kept->page, std::move(bytes)});
        on_live_thread([this, kept, decoded = std::move(decoded)]() mutable { decoded_upload(std::move(*kept), std::move(decoded)); });
    });
    if (!queued) kept->reply(unavailable());
}

void Router::State::decoded_upload(UploadUnderWay upload, pictures::Decoded decoded) {
    if (!decoded) return upload.reply(refused(decoded.error()));
    hub.add_picture(upload.from, std::move(upload.what), std::move(*decoded), [reply = std::move(upload.reply)](auto added) mutable {
        reply(added ? picture_response(201, *added) : refused(added.error()));
    });
}

void Router::State::picture(Request request, Reply reply) {
    // Whoever may not see it, for whatever reason, hears the same.
    const auto none = [] { return error_response(404, "not_found"); };
    const auto holder = holder_or_owner(request.head, request.head.parameter("session"));
    const auto number = number_in(std::string_view{request.head.path}.substr(pictures_path.size()));
    const auto size = request.head.parameter("size");
    if (!holder || !number || *number == 0 || *number > 0xffffffff) return reply(none());
    if (size != "thumbnail" && size != "large") return reply(error_response(400, "bad_args"));
    hub.picture(*holder, {static_cast<std::uint32_t>(*number)},
                size == "large" ? store::PictureSize::large : store::PictureSize::thumbnail,
                [reply = std::move(reply), none](auto bytes) mutable {
                    if (!bytes) return reply(bytes.error() == live::StoreTrouble::not_found ? none() : unavailable());
                    Response response;
                    response.body = std::move(*bytes);
                    response.with("Content-Type", "image/jpeg").with("Cache-Control", "no-store");
                    reply(std::move(response));
                });
}

void Router::State::plan(Request request, Reply reply) {
    const auto who = asking(request);
    const auto id = session_in(request.head.path);
    if (auto why_not = lack_of(grip_of(who, hub.summary(id)), who)) return reply(std::move(*why_not));
    hub.look(id, [reply = std::move(reply)](const auto* session) mutable {
        if (!session) return reply(unavailable());
        const auto plan = session->plan.value_or(domain::Plan{});
        reply(json_response(200, fmt::format(R"({{"picture":{},"width":{},"height":{}}})", plan.picture.value, plan.width, plan.height)));
    });
}

}  // namespace kiemkring::edge
