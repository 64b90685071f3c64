// What keeps the whole safe: asked for by the command line alone.
#include "base/log.h"
#include "edge/router_state.h"
#include "wire/http_bodies.h"

namespace kiemkring::edge {

void Router::State::backup(Request request, Reply reply) {
    const auto who = asking(request);
    if (!who.local_admin) return reply(error_response(who.is_nobody() ? 401 : 403, "forbidden"));
    auto body = wire::read_backup_body(request.body);
    if (!body) return reply(error_response(400, "bad_args"));
    if (!settings.backup) return reply(error_response(503, "unavailable"));
    settings.backup(body->file, [reply = std::move(reply), file = body->file](auto made) mutable {
        if (made) base::log("backup written: {}", file);
        reply(json_response(made ? 201 : 409, wire::encode(wire::BackupAnswer{made ? "" : made.error()})));
    });
}

}  // namespace kiemkring::edge
