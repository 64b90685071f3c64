// What facilitators have among themselves: notes, and who of them drives.
#include "domain/session/rules.h"

namespace kiemkring::domain {

Decision decide(const Session& session, const WriteNote& write, const Asker&, const Moment&) {
    if (!session.round(write.round)) return refuse(Reason::not_found);
    const auto found = session.notes.find(write.round);
    const auto was = found == session.notes.end() ? Note{} : found->second;
    if (write.seen != was.number) return refuse(Reason::changed_meanwhile);

    Change change;
    change.made_id = was.number;
    if (write.text == session.text(was.text)) return change;
    const auto text = was.text ? was.text : TextId{session.texts_made + 1};
    change.made_id = was.number + 1;
    change.texts.push_back({text, write.text});
    change.events.push_back(NoteWritten{write.round, text, change.made_id});
    return change;
}

Decision decide(const Session& session, const SetWifi& set, const Asker&, const Moment&) {
    const auto& was = session.wifi;
    const bool is_same = set.name == session.text(was.name) && set.password == session.text(was.password);
    Change change;
    if (is_same && set.shown == was.shown) return change;
    WifiSet now{was.name, was.password, set.shown};
    if (!now.name) now = {TextId{session.texts_made + 1}, TextId{session.texts_made + 2}, set.shown};
    if (!is_same) change.texts = {{now.name, set.name}, {now.password, set.password}};
    change.events.push_back(now);
    return change;
}

Decision decide(const Session& session, const SetPin& set, const Asker&, const Moment&) {
    Change change;
    const auto pin = session.pin ? session.pin : TextId{session.texts_made + 1};
    change.texts.push_back({pin, set.pin});
    change.events.push_back(PinSet{pin});
    return change;
}

Decision decide(const Session& session, const TakeLead& take, const Asker& asker, const Moment&) {
    // A tablet that the organiser paired needs no PIN: otherwise a forgotten one would end the session.
    const bool needs_pin = !asker.device.empty();
    if (needs_pin && (!session.has_pin() || take.pin != session.text(session.pin))) return refuse(Reason::wrong_pin);
    return set_value<LeadTaken>(asker.device, session.lead);
}

}  // namespace kiemkring::domain
