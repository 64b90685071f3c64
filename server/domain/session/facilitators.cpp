// What facilitators have among themselves: notes, and who of them drives.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {

const Action* note_sitting(const Session& session, RoundId round) {
    const auto note = session.notes.find(round);
    if (note == session.notes.end()) return nullptr;
    const auto wrote = [&](const Action& action) {
        const auto* written = std::get_if<NoteWritten>(&action.events.front());
        return written && written->round == round && written->text == note->second.text;
    };
    const auto found = std::ranges::find_if(session.actions, wrote);
    return found == session.actions.end() ? nullptr : &*found;
}

Decision decide(const Session& session, const WriteNote& write, const Asker&, const Moment&) {
    if (!session.round(write.round)) return refuse(Reason::not_found);
    const auto found = session.notes.find(write.round);
    const auto was = found == session.notes.end() ? Note{} : found->second;
    if (write.seen != was.number) return refuse(Reason::changed_meanwhile);

    Change change;
    change.made_id = was.number;
    if (write.text == session.text(was.text)) return change;
    const auto* sitting = write.goes_on ? note_sitting(session, write.round) : nullptr;
    const auto text = sitting ? was.text : TextId{session.texts_made + 1};
    change.made_id = was.number + 1;
    change.texts.push_back({text, write.text});
    change.events.push_back(
        NoteWritten{write.round, text, change.made_id, sitting ? std::get<NoteWritten>(sitting->events.front()).was : was});
    return change;
}

Decision decide(const Session& session, const SetWifi& set, const Asker&, const Moment&) {
    const auto& was = session.wifi;
    const bool is_same = set.name == session.text(was.name) && set.password == session.text(was.password);
    Draft draft{session};
    if (is_same && set.shown == was.shown) return draft.change;
    if (is_same) draft.add(WifiSet{was.name, was.password, set.shown, was});
    else draft.add(WifiSet{draft.text(set.name), draft.text(set.password), set.shown, was});
    return draft.change;
}

Decision decide(const Session& session, const SetPin& set, const Asker&, const Moment&) {
    Change change;
    const TextId pin{session.texts_made + 1};
    change.made_id = pin.value;
    change.texts.push_back({pin, set.pin});
    change.events.push_back(PinSet{pin, session.pin});
    return change;
}

Decision decide(const Session& session, const TakeLead& take, const Asker& asker, const Moment&) {
    // A tablet that the organiser paired needs no PIN: otherwise a forgotten one would end the session.
    const bool needs_pin = !asker.device.empty();
    if (needs_pin && (!session.has_pin() || take.pin != session.text(session.pin))) return refuse(Reason::wrong_pin);
    return set_value<LeadTaken>(asker.device, session.lead);
}

}  // namespace kiemkring::domain
