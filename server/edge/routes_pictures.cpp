// Pictures: brought in pieces by whoever has a seat or a tablet, seen by whoever may.
#include <boost/describe/enum_from_string.hpp>
#include <fmt/format.h>

#include "base/log.h"
#include "edge/brand.h"
#include "edge/router_state.h"

namespace kiemkring::edge {
namespace {

constexpr std::string_view uploads_path = "/api/uploads/", pictures_path = "/api/pictures/", picture_of_trajectory_path = "/api/trajectories/";

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

std::optional<std::uint64_t> number_of(const RequestHead& head, std::string_view name, std::uint64_t otherwise) {
    return head.has(name) ? number_in(head.field(name)) : std::optional{otherwise};
}

/// A piece of an upload and of which page it is; nothing when its head makes no sense.
struct PieceOfPage {
    Uploads::Piece piece;
    unsigned page{};
};
std::optional<PieceOfPage> piece_in(Request& request) {
    const auto offset = number_of(request.head, "upload-offset", 0), page = number_of(request.head, "upload-page", 1);
    const auto total = number_of(request.head, "upload-length", request.body.size());
    if (!offset || !total || !page || *page > 10'000) return std::nullopt;
    return PieceOfPage{{*offset, *total, std::move(request.body)}, static_cast<unsigned>(*page)};
}

/// The entry that a picture of a trajectory becomes.
std::optional<domain::trajectory::Entry> picture_entry(std::string_view as, std::uint32_t of) {
    using namespace domain::trajectory;
    if (as == "site_plan") return SitePlan{};
    if (as == "letter") return Letter{{of}, {}};
    PhotoMoment moment{};
    if (!boost::describe::enum_from_string(std::string{as}.c_str(), moment)) return std::nullopt;
    return Photo{moment, {}, {}, false, {}};
}

}  // namespace

void Router::State::upload(Request request, Reply reply) {
    if (request.head.has("upload-logo")) return upload_of_logo(std::move(request), std::move(reply));
    if (request.head.has("upload-trajectory")) return upload_of_trajectory(std::move(request), std::move(reply));
    const auto holder = holder_or_owner(request.head, std::string{request.head.field("upload-session")});
    if (!holder) return reply(error_response(401, "who_are_you"));
    if (holder->role == live::Role::screen || holder->role == live::Role::helper) return reply(error_response(403, "forbidden"));
    const auto show = number_of(request.head, "upload-show", 0);
    auto piece = piece_in(request);
    if (!piece || !show || *show > 0xffffffff) return reply(error_response(400, "bad_args"));

    const bool is_plan = holder->role == live::Role::facilitator;
    domain::Upload what{is_plan, request.head.path.substr(uploads_path.size()),
                        is_plan ? domain::RoundId{static_cast<std::uint32_t>(*show)} : domain::RoundId{}};
    UploadUnderWay upload{.name = {fmt::format("{}/{}", holder->session, holder->person.value), what.key}, .is_plan = is_plan,
                          .page = piece->page, .reply = std::move(reply), .keep = [this, from = *holder, what](auto picture, Reply reply) {
                              hub.add_picture(from, what, std::move(picture), [reply = std::move(reply)](auto added) mutable {
                                  reply(added ? picture_response(201, *added) : refused(added.error()));
                              });
                          }};
    hub.look(holder->session, [this, from = *holder, what = std::move(what), upload = std::move(upload),
                               piece = std::move(piece->piece)](const auto* session) mutable {
        if (!session) return upload.reply(unavailable());
        const auto before = domain::decide_upload(*session, what, asker_of(from));
        if (!before) return upload.reply(refused(before.error()));
        if (*before) return upload.reply(picture_response(200, *before));
        if (hub.storage_is_full()) return upload.reply(refused(domain::Reason::read_only));
        add_piece(std::move(upload), std::move(piece));
    });
}

void Router::State::upload_of_logo(Request request, Reply reply) {
    const auto* organiser = organiser_in(request.head);
    if (!organiser) return reply(error_response(401, "who_are_you"));
    const auto revision = number_of(request.head, "upload-logo", 0);
    auto piece = piece_in(request);
    if (!piece || !revision) return reply(error_response(400, "bad_args"));
    if (hub.storage_is_full()) return reply(refused(domain::Reason::read_only));
    add_piece({.name = {fmt::format("logo/{}", organiser->id), request.head.path.substr(uploads_path.size())}, .is_logo = true, .page = piece->page,
               .reply = std::move(reply), .keep = [this, revision = *revision](auto picture, Reply reply) {
                   auto now = chosen_brand(hub);
                   now.logo = picture->large;
                   keep_brand(revision, std::move(now), 201, std::move(reply));
               }},
              std::move(piece->piece));
}

void Router::State::upload_of_trajectory(Request request, Reply reply) {
    namespace trajectory = domain::trajectory;
    const auto& head = request.head;
    const auto* organiser = organiser_in(head);
    if (!organiser) return reply(error_response(401, "who_are_you"));
    std::string id{head.field("upload-trajectory")};
    if (!trajectories.summary(id)) return reply(error_response(404, "no_trajectory"));
    auto piece = piece_in(request);
    const auto of = number_of(head, "upload-entry", 0);
    if (!of || *of > 0xffffffff) return reply(error_response(400, "bad_args"));
    auto entry = picture_entry(head.field("upload-as"), static_cast<std::uint32_t>(*of));
    if (!piece || !entry) return reply(error_response(400, "bad_args"));
    if (hub.storage_is_full()) return reply(refused(domain::Reason::read_only));
    const auto key = head.path.substr(uploads_path.size());
    add_piece({.name = {id, key}, .is_plan = !std::holds_alternative<trajectory::Photo>(*entry), .page = piece->page,
               .reply = std::move(reply), .keep = [this, id, key, by = organiser->id, entry = std::move(*entry)](auto picture, Reply reply) mutable {
                   trajectories.add_picture(id, by, key, std::move(entry), std::move(picture), [reply = std::move(reply)](auto added) mutable {
                       if (added) return reply(picture_response(201, {added->value}));
                       if (const auto* refusal = std::get_if<trajectory::Refusal>(&added.error()); refusal && !refusal->field.empty())
                           return reply(json_response(422, wire::encode(*refusal)));
                       const bool is_full = added.error() == live::Trajectories::Why{trajectory::Refusal{trajectory::Reason::too_many, {}}};
                       reply(is_full ? error_response(429, "quota") : unavailable());
                   });
               }}, std::move(piece->piece));
}

void Router::State::add_piece(UploadUnderWay upload, Uploads::Piece piece) {
    const auto& name = upload.name;
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
        auto decoded = pictures::decode(settings.decoder, {kept->is_plan, kept->page, std::move(bytes), kept->is_logo});
        on_live_thread([kept, decoded = std::move(decoded)]() mutable {
            if (decoded) kept->keep(std::move(*decoded), std::move(kept->reply));
            else kept->reply(refused(decoded.error()));
        });
    });
    if (!queued) kept->reply(unavailable());
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

void Router::State::trajectory_picture(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.organiser) return reply(not_for(who));
    const std::string_view path = request.head.path;
    const auto number = number_in(path.substr(path.rfind('/') + 1));
    if (!number || *number > 0xffffffff) return reply(error_response(404, "not_found"));
    send_picture(std::string{path.substr(picture_of_trajectory_path.size(), trajectory_id_digits)}, static_cast<std::uint32_t>(*number),
                 request.head.parameter("size"), std::move(reply));
}

void Router::State::send_picture(const domain::trajectory::TrajectoryId& id, std::uint32_t entry, std::string_view size, Reply reply) {
    if (size != "thumbnail" && size != "large") return reply(error_response(400, "bad_args"));
    trajectories.picture(id, {entry}, size == "large" ? store::PictureSize::large : store::PictureSize::thumbnail,
                         [reply = std::move(reply)](auto bytes) mutable {
                             using Trouble = live::Trajectories::Trouble;
                             if (!bytes)
                                 return reply(bytes.error() == Trouble::not_found ? error_response(404, "not_found") : unavailable());
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
