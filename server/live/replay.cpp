#include "live/replay.h"

#include <algorithm>

#include "wire/replay.h"

namespace kiemkring::live {

namespace {

using domain::Happened;

/// Moments that have a frame of their own, however fast they follow each other.
bool matters(const Happened& happened) {
    return std::holds_alternative<domain::RoundStarted>(happened.what) ||
           std::holds_alternative<domain::PlacesRevealed>(happened.what) ||
           std::holds_alternative<domain::VoteSet>(happened.what) || std::holds_alternative<domain::TieSet>(happened.what) ||
           std::holds_alternative<domain::SessionPaused>(happened.what) || std::holds_alternative<domain::SpotlightSet>(happened.what) ||
           std::holds_alternative<domain::ScreenBlanked>(happened.what) || std::holds_alternative<domain::PlanShown>(happened.what) ||
           std::holds_alternative<domain::SessionStatusSet>(happened.what);
}

/// How people come in is for the room of then.
bool is_shown(domain::RecordKey key) { return key.type != domain::RecordType::invite; }

/// What the room saw then and is not to see again: an idea that was hidden, taken back or not let through has no words in any
/// frame, and one that was written anew has its last ones in all of them.
void say_only_what_still_stands(store::StoredSession& stored) {
    domain::Session end;
    domain::put_rows(end, stored.texts, stored.people, {});
    std::vector<domain::RecordKey> ignored;
    for (const auto& happened : stored.events) domain::evolve(end, happened, ignored);

    std::map<domain::TextId, std::string> says;
    const auto stands = [&](domain::IdeaId id, domain::TextId then, auto last_of) {
        const auto& idea = end.ideas.at(id);
        const auto status = idea.state.status;
        const bool is_out_of_sight = status == domain::IdeaStatus::hidden || status == domain::IdeaStatus::withdrawn ||
                                     status == domain::IdeaStatus::waiting;
        if (!end.is_title_in_result(then)) says[then] = is_out_of_sight ? std::string{} : end.text(last_of(idea));
    };
    const auto wording = [&](domain::IdeaId id, const domain::Wording& then) {
        stands(id, then.text, [](const domain::Idea& idea) { return idea.wording.text; });
        stands(id, then.explanation, [](const domain::Idea& idea) { return idea.wording.explanation; });
    };
    for (const auto& happened : stored.events) {
        if (const auto* written = std::get_if<domain::IdeaSubmitted>(&happened.what)) wording(written->idea, written->wording);
        if (const auto* anew = std::get_if<domain::IdeaReworded>(&happened.what)) wording(anew->idea, anew->now);
        if (const auto* beside = std::get_if<domain::IdeaTranslated>(&happened.what); beside && beside->now)
            stands(beside->idea, beside->now->text,
                   [](const domain::Idea& idea) { return idea.translation ? idea.translation->text : domain::TextId{}; });
    }
    for (auto& row : stored.texts)
        if (const auto found = says.find(row.id); found != says.end()) row.text = found->second;
    std::erase_if(stored.texts, [](const domain::TextRow& row) { return row.text.empty(); });
}

}  // namespace

Replay::Replay(store::StoredSession session) : stored_(std::move(session)) {
    say_only_what_still_stands(stored_);
    divide();
}

void Replay::divide() {
    const auto& events = stored_.events;
    const auto gap = [&](std::size_t i) {
        return i == 0 ? base::Milliseconds{0} : std::clamp(events[i].at - events[i - 1].at, base::Milliseconds{0}, silence_max);
    };
    base::Milliseconds whole{0};
    for (std::size_t i = 0; i < events.size(); ++i) whole += gap(i);
    // Two frames that follow each other are together longer than this, so there are at most frames_max.
    const auto length = std::max(2 * whole / static_cast<std::int64_t>(frames_max), base::Milliseconds{1});

    // Events of one command belong together: a frame ends where the next command begins.
    base::Milliseconds passed{0};
    std::size_t marked = 0;
    bool is_marked = false;
    for (std::size_t i = 0; i < events.size(); ++i) {
        passed += gap(i);
        is_marked = is_marked || (matters(events[i]) && marked < marked_max);
        const bool ends_command = i + 1 == events.size() || events[i + 1].action != events[i].action;
        const bool is_due = i + 1 == events.size() || passed + gap(i + 1) > length;
        const bool is_before_mark = i + 1 < events.size() && matters(events[i + 1]) && marked < marked_max;
        if (!ends_command || !(is_due || is_marked || is_before_mark)) continue;
        frames_.push_back({i + 1, events[i].at});
        if (is_marked) ++marked;
        passed = base::Milliseconds{0};
        is_marked = false;
    }

    domain::Session session;
    std::vector<domain::RecordKey> touched;
    domain::RoundId shown;
    for (std::size_t i = 0; i < frames_.size(); ++i) {
        fold(session, frames_[i].version, touched);
        touched.clear();
        if (session.current == shown) continue;
        shown = session.current;
        const auto* round = session.round(shown);
        marks_.push_back({i, session.kind(), round ? round->title : std::string{}});
    }
}

void Replay::fold(domain::Session& session, domain::Version to, std::vector<domain::RecordKey>& touched) const {
    if (session.version == 0) domain::put_rows(session, stored_.texts, stored_.people, {});
    for (auto i = session.version; i < to; ++i) domain::evolve(session, stored_.events[i], touched);
}

domain::Session Replay::state_at(domain::Version version) {
    auto known = kept_.upper_bound(version);
    domain::Session session = known == kept_.begin() ? domain::Session{} : std::prev(known)->second;
    const auto distance = std::max<domain::Version>(stored_.events.size() / key_frames, 1'000);
    std::vector<domain::RecordKey> touched;
    for (auto next = (session.version / distance + 1) * distance; next <= version; next += distance) {
        fold(session, next, touched);
        kept_.try_emplace(next, session);
    }
    fold(session, version, touched);
    return session;
}

std::string Replay::outline() const {
    std::vector<wire::ReplayMark> marks;
    for (const auto& mark : marks_) marks.push_back({mark.frame, mark.kind, mark.title});
    std::vector<base::Time> times;
    for (const auto& frame : frames_) times.push_back(frame.at);
    return wire::encode_replay_outline(version(), times, marks);
}

std::string Replay::part(std::size_t first) {
    first = std::min(first, frames_.size() - 1);
    const auto end = std::min(first + frames_per_part, frames_.size());
    auto session = state_at(frames_[first].version);
    std::map<domain::RecordKey, std::string> seen;
    std::vector<wire::ReplayStep> steps;
    auto touched = domain::all_keys(session);
    for (auto frame = first; frame < end; ++frame) {
        fold(session, frames_[frame].version, touched);
        std::ranges::sort(touched);
        touched.erase(std::ranges::unique(touched).begin(), touched.end());
        auto& step = steps.emplace_back(wire::ReplayStep{frame, frames_[frame].at, {}, {}});
        for (const auto& key : touched) {
            const auto record = is_shown(key) ? domain::project(session, domain::Audience::screen, key) : std::nullopt;
            if (record) {
                auto text = wire::encode_record(*record);
                auto& known = seen[key];
                if (known == text) continue;
                known = std::move(text);
                step.put.push_back(known);
            } else if (seen.erase(key) > 0) {
                step.gone.push_back(wire::record_key(key));
            }
        }
        touched.clear();
    }
    return wire::encode_replay_part(steps);
}

}  // namespace kiemkring::live
