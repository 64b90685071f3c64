// Suggesting which ideas look alike: to facilitators, who decide. Derived from what is on disk, compared beside the live thread,
// and no part of the versions: after a restart it is compared again.

#include <algorithm>

#include "base/log.h"
#include "domain/limits.h"
#include "live/room.h"
#include "wire/server_message.h"

namespace kiemkring::live {

using domain::RecordType;

similarity::Language language_of(const domain::Session& session) {
    return session.info.language == "en" ? similarity::Language::english : similarity::Language::dutch;
}

namespace {

bool may_be_grouped(const domain::Session& session) {
    const auto kind = session.kind();
    return session.status == domain::SessionStatus::open && !session.open_vote() &&
           (kind == domain::RoundKind::ideas || kind == domain::RoundKind::group);
}

similarity::Board board_of(const domain::Session& session) {
    similarity::Board board;
    board.language = language_of(session);
    for (const auto& [group, members] : session.members) {
        if (group && !session.groups.at(group).exists) continue;
        if (group)
            if (auto name = session.text(session.groups.at(group).name); !name.empty()) board.placed.push_back({group, std::move(name)});
        for (const auto id : members) {
            if (board.loose.size() + board.placed.size() >= domain::limits::texts_compared_max) return board;
            const auto& wording = session.ideas.at(id).wording;
            auto text = session.text(wording.text) + '\n' + session.text(wording.explanation);
            if (group) board.placed.push_back({group, std::move(text)});
            else board.loose.push_back({id, std::move(text)});
        }
    }
    return board;
}

std::vector<wire::Suggestion> compare(const similarity::Board& board) {
    std::vector<wire::Suggestion> told;
    try {
        for (auto& found : similarity::suggest(board)) told.push_back({std::move(found.ideas), found.group, std::move(found.words)});
    } catch (const std::exception& bug) {  // on a thread of others, where nobody else would catch it
        base::log("bug while comparing ideas: {}", bug.what());
    }
    return told;
}

}  // namespace

bool Room::hears_suggestions(const Connection& connection) {
    return connection.entered && connection.role == Role::facilitator;
}

void Room::suggest_soon() {
    if (!suggest_at_) suggest_at_ = world_.clock.now() + suggesting_waits;
}

void Room::suggest_after(const std::vector<domain::RecordKey>& touched) {
    const auto matters = [](const domain::RecordKey& key) {
        return key.type == RecordType::idea || key.type == RecordType::group || key.type == RecordType::round ||
               key.type == RecordType::vote || key.type == RecordType::session;
    };
    if (std::ranges::any_of(touched, matters)) suggest_soon();
}

void Room::start_suggesting() {
    suggest_at_.reset();
    const auto hears = [](const auto& each) { return hears_suggestions(each.second); };
    const bool somebody_hears = std::ranges::any_of(connections_, hears);
    if (!somebody_hears || !may_be_grouped(session_)) {
        compared_.reset();  // no texts are kept that nobody looks at
        return tell_suggestions({});
    }

    auto board = board_of(session_);
    if (compared_ == board) return;
    is_suggesting_ = world_.host.beside(*this, [board] {
        return [found = compare(board)](Room& room) mutable { room.suggested(std::move(found)); };
    });
    if (is_suggesting_) compared_ = std::move(board);
    else suggest_soon();
}

void Room::suggested(std::vector<wire::Suggestion> found) {
    is_suggesting_ = false;
    if (compared_) tell_suggestions(std::move(found));
}

void Room::tell_suggestions(std::vector<wire::Suggestion> suggestions) {
    if (suggestions == suggestions_) return;
    suggestions_ = std::move(suggestions);
    const auto frame = std::make_shared<const std::string>(wire::encode_suggestions(suggestions_));
    for (auto& [id, connection] : connections_)
        if (hears_suggestions(connection)) connection.member->send(frame);
}

}  // namespace kiemkring::live
