// Groups explain themselves, one after the other.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {

Decision decide(const Session& session, const StartPitch& start, const Asker&, const Moment& moment) {
    if (session.kind() != RoundKind::pitch) return refuse_round(session);
    if (start.group && !session.has_ideas(start.group)) return refuse(Reason::not_found);
    if (start.group == session.pitch.group) return Change{};

    Pitch now{start.group, session.pitch.done};
    if (session.pitch.group) now.done.push_back(session.pitch.group);
    std::erase(now.done, start.group);
    const auto timer = start.group ? Timer{TimerState::running, moment.now + limits::pitch_lasts, 0} : Timer{};

    Draft draft{session};
    draft.add(PitchSet{now, session.pitch});
    if (timer != session.timer) draft.add(TimerSet{timer, session.timer});
    return draft.change;
}

}  // namespace kiemkring::domain
