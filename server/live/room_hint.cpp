// Hinting: who has just written an idea is told which shared ones look like it, when the facilitator allows that. What is not
// shared is in no hint, also not when it stopped being shared while ideas were compared.

#include "base/log.h"
#include "domain/limits.h"
#include "live/room.h"

namespace kiemkring::live {

using domain::IdeaId;

namespace {

/// Everybody sees it.
bool is_open(const domain::Session& session, IdeaId id) {
    const auto found = session.ideas.find(id);
    return found != session.ideas.end() && found->second.state.status == domain::IdeaStatus::live && session.is_shared(id);
}

std::string text_of(const domain::Session& session, const domain::Idea& idea) {
    return session.text(idea.wording.text) + '\n' + session.text(idea.wording.explanation);
}

}  // namespace

void Room::start_hinting(std::vector<IdeaId> written) {
    if (!session_.hints_allowed || written.empty()) return;
    if (written.size() > domain::limits::hints_at_once_max) written.resize(domain::limits::hints_at_once_max);

    similarity::Board board;
    board.language = language_of(session_);
    for (const auto& [id, idea] : session_.ideas)
        if (is_open(session_, id) && board.loose.size() < domain::limits::texts_compared_max) board.loose.push_back({id, text_of(session_, idea)});
    if (board.loose.empty()) return;
    std::vector<similarity::LooseIdea> fresh;
    for (const auto id : written) fresh.push_back({id, text_of(session_, session_.ideas.at(id))});
    // A hint is a courtesy: when too much waits nobody misses it.
    static_cast<void>(world_.host.beside(*this, [fresh = std::move(fresh), board = std::move(board)] {
        std::vector<std::vector<IdeaId>> alike;
        try {
            alike = similarity::most_alike(fresh, board);
        } catch (const std::exception& bug) {
            base::log("bug while comparing a new idea: {}", bug.what());
        }
        return [fresh, alike = std::move(alike)](Room& room) {
            for (std::size_t i = 0; i < alike.size(); ++i) room.hint(fresh[i].id, alike[i]);
        };
    }));
}

void Room::hint(IdeaId id, const std::vector<IdeaId>& alike) {
    const auto written = session_.ideas.find(id);
    if (!session_.hints_allowed || written == session_.ideas.end()) return;
    const auto author = session_.seat_of(written->second.author);
    std::vector<IdeaId> like;
    for (const auto other : alike)
        if (like.size() < domain::limits::ideas_per_hint_max && is_open(session_, other) && session_.seat_of(session_.ideas.at(other).author) != author)
            like.push_back(other);
    if (like.empty()) return;

    const auto frame = std::make_shared<const std::string>(wire::encode_hint(id, like));
    for (auto& [connection_id, connection] : connections_)
        if (connection.entered && connection.role == Role::participant && connection.seat == author)
            connection.member->send(frame);
}

}  // namespace kiemkring::live
