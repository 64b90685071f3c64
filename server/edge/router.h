// Which route answers what, and to whom. Knows no sockets.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "edge/addresses.h"
#include "edge/http.h"
#include "edge/passphrases.h"
#include "edge/settings.h"
#include "live/hub.h"
#include "live/trajectories.h"

namespace kiemkring::edge {

class Router {
public:
    using OnLiveThread = std::function<void(std::move_only_function<void()>)>;
    /// `on_live_thread` runs something on the live thread, later; it is called from another one.
    Router(const Settings& settings, live::Hub& hub, live::Trajectories& trajectories, const base::Clock& clock, OwnNames& names, Passphrases& passphrases,
           OnLiveThread on_live_thread);
    ~Router();

    /// What can be refused by the head alone, before a body is read; nothing when it is in order.
    [[nodiscard]] std::optional<Response> refuse_early(const RequestHead& head, const Peer& peer);
    /// How many bytes of body this route takes.
    [[nodiscard]] static std::size_t body_bytes_max(const RequestHead& head);
    /// "GET /api/organiser" and so on: all but the pages, /healthz and /ws.
    [[nodiscard]] static std::vector<std::string> routes();
    /// Answers, now or later, exactly once unless the server stops first. A HEAD is answered like its GET.
    void handle(Request request, Reply reply);
    /// Whether an upgrade may go ahead; the answer to give when it may not.
    [[nodiscard]] std::optional<Response> refuse_upgrade(const RequestHead& head, const Peer& peer);

    struct State;  ///< the routes; see router_state.h

private:
    std::unique_ptr<State> state_;
};

}  // namespace kiemkring::edge
