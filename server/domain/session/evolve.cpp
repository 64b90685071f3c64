// What each event does to the state, and which records it may change.
#include <algorithm>

#include "domain/access.h"
#include "domain/limits.h"
#include "domain/session/session.h"

namespace kiemkring::domain {
namespace {

using Keys = std::vector<RecordKey>;

class Evolution {
public:
    Evolution(Session& session, Keys& touched) : s_(session), touched_(touched) {}

    void operator()(const SessionCreated& event) {
        s_.info = event.info;
        s_.agenda = event.agenda;
        for (const auto& item : s_.agenda) {
            s_.rounds_made = std::max(s_.rounds_made, item.id.value);
            count_slides(item);
        }
        if (!s_.agenda.empty()) s_.current = s_.agenda.front().id;
        s_.visited.insert(s_.current);
        for (auto type : {RecordType::session, RecordType::invite, RecordType::agenda, RecordType::round,
                          RecordType::progress, RecordType::closing})
            touch(type);
    }
    void operator()(const RehearsalBegun& event) {
        s_.rehearsal_of = event.of;
        touch(RecordType::session);
    }
    void operator()(const RetentionSet& event) {
        s_.info.retained_until = event.now;
        s_.retention_moves += 1;
        touch(RecordType::session);
    }
    void operator()(const AgendaArranged& event) {
        s_.agenda = event.now;
        const auto slides = s_.slides_made;
        for (const auto& item : s_.agenda) {
            s_.rounds_made = std::max(s_.rounds_made, item.id.value);
            count_slides(item);
        }
        // Undo leads back by the same event, which brings none.
        if (s_.slides_made > slides && !event.upload.empty()) s_.slide_keys[event.upload] = {s_.pictures_made};
        touch(RecordType::agenda);
        touch(RecordType::round);
    }
    void operator()(const PageTurned& event) {
        s_.page = event.now;
        touch(RecordType::round);
    }
    void operator()(const RoundScheduled& event) {
        s_.moving = event.now;
        touch(RecordType::agenda);
    }
    void operator()(const RoundStarted& event) {
        for (const auto& [id, person] : s_.people)
            if (person.ready && (person.ready == event.now || person.ready == s_.current)) touch_person(id);
        s_.current = event.now;
        s_.page = 0;
        s_.visited.insert(event.now);
        touch(RecordType::agenda);
        touch(RecordType::round);
    }
    void operator()(const TimerSet& event) {
        s_.timer = event.now;
        touch(RecordType::round);
    }
    void operator()(const DoorLocked& event) {
        s_.locked = event.now;
        touch(RecordType::session);
    }
    void operator()(const ScreenBlanked& event) {
        s_.blank = event.now;
        touch(RecordType::session);
    }
    void operator()(const SessionPaused& event) {
        s_.pause = event.now;
        touch(RecordType::session);
    }
    void operator()(const SpotlightSet& event) {
        s_.spotlight = event.now;
        touch(RecordType::spotlight);
    }
    void operator()(const ModerationSet& event) {
        s_.moderated = event.now;
        touch(RecordType::session);
    }
    void operator()(const LeadTaken& event) {
        s_.lead = event.now;
        touch(RecordType::lead);
    }
    void operator()(const PinSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.pin.value);
        put_away(s_.pin, event.pin);
        s_.pin = event.pin;
        touch(RecordType::lead);
    }
    void operator()(const WifiSet& event) {
        s_.texts_made = std::max({s_.texts_made, event.name.value, event.password.value});
        put_away(s_.wifi.name, event.name);
        put_away(s_.wifi.password, event.password);
        s_.wifi = {event.name, event.password, event.shown};
        touch(RecordType::wifi);
    }
    void operator()(const NoteWritten& event) {
        s_.texts_made = std::max(s_.texts_made, event.text.value);
        put_away(s_.notes[event.round].text, event.text);
        s_.notes[event.round] = {event.text, event.number};
        touch(RecordType::note, event.round.value);
    }
    void operator()(const IdeasShared& event) {
        s_.sharing = event.now;
        touch(RecordType::round);
        for (const auto& [id, idea] : s_.ideas) touch(RecordType::idea, id.value);
        for (const auto& [id, photo] : s_.photos) touch(RecordType::photo, id.value);
        for (const auto& [id, group] : s_.groups) touch(RecordType::group, id.value);
    }
    void operator()(const HintsAllowed& event) {
        s_.hints_allowed = event.now;
        touch(RecordType::round);
    }
    void operator()(const GroupingAllowed& event) {
        s_.grouping_allowed = event.now;
        touch(RecordType::round);
    }

    void operator()(const PersonJoined& event) {
        auto& person = s_.people[event.person];
        person.on_paper = event.seat == SeatKind::paper;
        person.has_unopened_link = event.seat == SeatKind::link;
        if (person.has_unopened_link) person.state = PersonState::invited;
        else s_.seats_taken += 1;
        touch_seat(event.person);
        touch(RecordType::undo);
    }
    void operator()(const PersonDescribed& event) {
        touch_person(event.person);
        touch(RecordType::undo);
        for (const auto& [id, commitment] : s_.commitments)
            if (s_.seat_of(commitment.person) == event.person) touch(RecordType::commitment, id.value);
        for (const auto& [id, proposal] : s_.proposals)
            if (s_.seat_of(proposal.by) == event.person) touch(RecordType::proposal, id.value);
        for (const auto& [id, concern] : s_.concerns)
            if (s_.seat_of(concern.person) == event.person) touch(RecordType::concern, id.value);
        for (const auto& [id, idea] : s_.ideas)
            if (idea.hold && s_.seat_of(idea.hold->person) == event.person) touch(RecordType::idea, id.value);
    }
    void operator()(const PersonStateSet& event) {
        auto& person = s_.people[event.person];
        if (person.state == PersonState::in) s_.seats_taken -= 1;
        if (event.now == PersonState::in) s_.seats_taken += 1;
        person.state = event.now;
        if (event.now == PersonState::in || event.now == PersonState::merged) person.has_unopened_link = false;
        touch_seat(event.person);
    }
    void operator()(const SeatMerged& event) {
        auto& person = s_.people[event.person];
        s_.seat_moves += 1;
        touch_all_of(s_.seat_of(event.person));
        person.same_as = event.now;
        person.moved_at = s_.version + 1;
        touch_matrix();
        touch_all_of(s_.seat_of(event.person));
        touch_all_of(event.person);
    }
    void operator()(const ReadySet& event) {
        s_.people[event.person].ready = event.now;
        touch_person(event.person);
    }
    void operator()(const ContactGiven& event) { touch_contact(event.person); }
    void operator()(const ContactWithdrawn& event) { touch_contact(event.person); }

    void operator()(const IdeaSubmitted& event) {
        note_texts(event.wording);
        s_.ideas[event.idea] = {event.author, event.round, event.wording, event.state, event.placement, {}, {}, {}, {}, {}, {}};
        if (event.author) {
            auto& author = s_.people[event.author];
            author.submitted += 1;
            author.own.push_back(event.idea);
        }
        count_in(event.idea);
        touch_counted(event.idea);
    }
    void operator()(const IdeaReworded& event) {
        note_texts(event.now);
        auto& idea = s_.ideas[event.idea];
        idea.wording = event.now;
        if (event.was.text != event.now.text) idea.earlier.push_back(event.was.text);
        if (event.was.explanation != event.now.explanation) idea.earlier.push_back(event.was.explanation);
        touch_idea(event.idea);
    }
    void operator()(const IdeaTranslated& event) {
        auto& idea = s_.ideas[event.idea];
        if (event.now) s_.texts_made = std::max(s_.texts_made, event.now->text.value);
        if (event.was) idea.earlier.push_back(event.was->text);
        idea.translation = event.now;
        touch_idea(event.idea);
    }
    void operator()(const IdeaStateSet& event) {
        count_out(event.idea);
        s_.ideas[event.idea].state = event.now;
        count_in(event.idea);
        touch_counted(event.idea);
        for (const auto& [id, photo] : s_.photos)
            if (s_.ideas[photo.idea].state.merged_into == event.idea) touch(RecordType::photo, id.value);
    }
    void operator()(const IdeaPlaced& event) {
        count_out(event.idea);
        touch(RecordType::group, event.was.group.value);
        auto& idea = s_.ideas[event.idea];
        idea.placement = event.now;
        idea.moved_by = event.by;
        count_in(event.idea);
        touch_idea(event.idea);
    }
    void operator()(const IdeaHeld& event) {
        s_.ideas[event.idea].hold = event.now;
        touch(RecordType::idea, event.idea.value);
    }
    void operator()(const IdeaPinned& event) {
        s_.ideas[event.idea].place = event.now;
        touch_idea(event.idea);
    }
    void operator()(const PhotoAnnounced& event) {
        s_.pictures_made = std::max(s_.pictures_made, event.photo.value);
        s_.photos[event.photo] = {event.key, event.idea, event.author, {}};
        s_.photo_keys[event.key] = event.photo;
        s_.people[event.author].photos.push_back(event.photo);
        s_.ideas[event.idea].photos.push_back(event.photo);
        touch_photo(event.photo);
    }
    void operator()(const PhotoSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.description.value);
        s_.photos[event.photo].state = event.now;
        touch_photo(event.photo);
    }
    void operator()(const PlanShown& event) {
        // Undo may lead back to a plan that is not there any more.
        s_.plan_shown = event.now && s_.plan;
        touch(RecordType::plan);
    }
    void operator()(const PlanSet& event) {
        if (event.now && event.now->picture.value > s_.pictures_made) {
            s_.pictures_made = event.now->picture.value;
            s_.plans_made += 1;
        }
        s_.plan = event.now;
        if (!s_.plan) s_.plan_shown = false;
        touch(RecordType::plan);
    }
    void operator()(const GroupSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.name.value);
        s_.groups[event.group] = event.now;
        touch(RecordType::group, event.group.value);
        touch(RecordType::proposal, event.group.value);
        touch(RecordType::choosing);
        touch(RecordType::undo);
        touch_late_letters();
    }

    void operator()(const VoteSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.why_early.value);
        auto& vote = s_.votes[event.vote];
        vote.state = event.now;
        if (event.now.status == VoteStatus::none) {
            vote.ballots.clear();
            vote.voters = 0;
            s_.voted_at.erase(event.vote);
        }
        touch_voting();
        touch(RecordType::top);
        touch_late_letters();
        for (const auto& [id, person] : s_.people) touch_person(id);
    }
    void operator()(const VoteCast& event) {
        auto& vote = s_.votes[event.vote];
        auto& ballot = vote.ballots[event.ballot];
        if (ballot.empty() && ++vote.voters == 1) touch(RecordType::undo);
        ballot[event.candidate] += 1;
        touch_voter(event.vote, event.ballot);
    }
    void operator()(const VoteRetracted& event) {
        auto& vote = s_.votes[event.vote];
        auto& ballot = vote.ballots[event.ballot];
        auto found = ballot.find(event.candidate);
        if (found != ballot.end() && --found->second == 0) {
            ballot.erase(found);
            if (ballot.empty() && --vote.voters == 0) touch(RecordType::undo);
        }
        touch_voter(event.vote, event.ballot);
    }
    void operator()(const TieSet& event) {
        s_.tie = event.now;
        touch(RecordType::tie);
    }
    void operator()(const TopSet& event) {
        s_.top = event.now;
        if (s_.top)
            for (const auto& entry : s_.top->entries) s_.texts_made = std::max(s_.texts_made, entry.title.value);
        touch_top();
    }
    void operator()(const PlacesRevealed& event) {
        s_.revealed = event.now;
        touch_top();
    }

    void operator()(const CommitmentSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.note.value);
        s_.commitments[event.commitment] = event.now;
        if (event.was.note != event.now.note) s_.earlier_notes[event.commitment].push_back(event.was.note);
        touch(RecordType::commitment, event.commitment.value);
        touch(RecordType::leads);
        for (auto person : {event.now.person, event.was.person})
            if (person) touch(RecordType::me, s_.seat_of(person).value);
        touch(RecordType::undo);
    }
    void operator()(const PitchSet& event) {
        s_.pitch = event.now;
        touch(RecordType::round);
    }
    void operator()(const TableTaken& event) {
        s_.people[event.person].table = event.now;
        touch(RecordType::person, event.person.value);
        touch(RecordType::undo);
    }
    void operator()(const TableChoiceSet& event) {
        s_.choices[event.table] = event.now;
        touch(RecordType::table, event.table);
        touch(RecordType::undo);
    }
    void operator()(const ProposalSet& event) {
        for (auto text : {event.now.what, event.now.where, event.now.whom}) s_.texts_made = std::max(s_.texts_made, text.value);
        s_.proposals[event.group] = event.now;
        touch(RecordType::proposal, event.group.value);
        touch(RecordType::undo);
    }
    void operator()(const ConcernSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.text.value);
        s_.concerns[event.concern] = event.now;
        touch(RecordType::concern, event.concern.value);
        touch(RecordType::choosing);
        touch(RecordType::moods);
        for (auto person : {event.now.person, event.was.person})
            if (person) {
                touch(RecordType::me, s_.seat_of(person).value);
                touch_paper(s_.seat_of(person));
            }
        touch(RecordType::undo);
    }
    void operator()(const StarsGiven& event) {
        s_.stars[event.ballot] = event.now;
        s_.voted_at[VoteId{}][event.ballot] = s_.version + 1;
        touch(RecordType::stars);
        for (const auto& [person, ballot] : s_.links[VoteId{}])
            if (ballot == event.ballot) {
                touch(RecordType::me, s_.seat_of(person).value);
                touch_merge_of(person);
            }
    }
    void operator()(const MatrixSet& event) {
        if (event.now)
            for (const auto& subject : event.now->subjects) s_.texts_made = std::max(s_.texts_made, subject.about.value);
        s_.matrix = event.now;
        touch_matrix();
    }
    void operator()(const ScoreGiven& event) {
        auto& given = s_.scores[event.ballot];
        if (event.now) given[{event.group, event.criterion}] = event.now;
        else given.erase({event.group, event.criterion});
        s_.voted_at[scores_links][event.ballot] = s_.version + 1;
        touch(RecordType::matrix);
        touch(RecordType::undo);
        for (const auto& [person, ballot] : s_.links[scores_links])
            if (ballot == event.ballot) {
                touch(RecordType::me, s_.seat_of(person).value);
                touch_paper(s_.seat_of(person));
                touch_merge_of(person);
            }
    }
    void operator()(const MatrixClosed& event) {
        s_.matrix_closed = event.now;
        touch(RecordType::matrix);
    }
    void operator()(const SubjectDecided& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.note.value);
        s_.decisions[event.group] = event.now;
        touch(RecordType::matrix);
        touch(RecordType::undo);
    }
    void operator()(const ChoosingSet& event) {
        s_.texts_made = std::max(s_.texts_made, event.now.reason.value);
        s_.choosing = event.now;
        touch_choosing();
    }
    void operator()(const SymbolChosen& event) {
        s_.people[event.person].symbol = event.now;
        touch(RecordType::person, event.person.value);
    }
    void operator()(const NextStepSet& event) {
        if (event.now) s_.texts_made = std::max(s_.texts_made, event.now->text.value);
        s_.next_step = event.now;
        touch(RecordType::closing);
    }
    void operator()(const BallotsSealed&) {
        s_.sealed = true;
        // Those of votes that came after the session was opened again may be here already, where it is read anew.
        std::erase_if(s_.links, [&](const auto& links) {
            return links.first == stars_links || links.first == scores_links || s_.votes.contains(links.first);
        });
        touch_voting();
        touch(RecordType::matrix);
        for (const auto& [id, person] : s_.people) touch_person(id);
    }
    void operator()(const SessionStatusSet& event) {
        s_.status = event.now;
        touch(RecordType::session);
        for (const auto& [round, note] : s_.notes) touch(RecordType::note, round.value);
        // One that is empty is called as in the result from now on.
        for (const auto& [id, group] : s_.groups) touch(RecordType::group, id.value);
    }
    void operator()(const ActionUndone& event) {
        const auto found = std::ranges::find(s_.actions, event.action, &Action::id);
        if (found == s_.actions.end()) return;
        const auto undone = std::move(found->events);
        s_.actions.erase(found);
        for (const auto& what : undone)
            if (const auto* set = std::get_if<ProposalSet>(&what)) renumber(*set);
    }

    void touch(RecordType type, std::uint32_t id = 0) { touched_.push_back({type, id}); }

private:
    /// A wording came back under another number: what was done before knows it by that from now on, so that it can be undone as well.
    void renumber(const ProposalSet& undone) {
        const auto revision = s_.proposals.at(undone.group).revision;
        // In what was stored by earlier versions the old number itself came back.
        if (revision <= undone.now.revision) return;
        for (auto& action : s_.actions)
            for (auto& event : action.events)
                if (auto* set = std::get_if<ProposalSet>(&event); set && set->group == undone.group)
                    for (auto* proposal : {&set->was, &set->now})
                        if (proposal->revision == undone.was.revision) proposal->revision = revision;
    }
    void put_away(TextId was, TextId now) {
        if (was) s_.put_away.insert(was);
        s_.put_away.erase(now);
    }
    /// What was uploaded for a show has a number like every picture.
    void count_slides(const AgendaItem& item) {
        for (const auto& page : item.pages)
            if (page.kind == PageKind::slide && page.picture.value > s_.pictures_made) {
                s_.pictures_made = page.picture.value;
                s_.slides_made += 1;
            }
    }
    void touch_person(PersonId id) {
        touch(RecordType::person, id.value);
        touch(RecordType::me, id.value);
        touch_paper(id);
        if (const auto seat = s_.seat_of(id); seat != id) touch_person(seat);
    }
    void touch_contact(PersonId id) {
        touch(RecordType::me, id.value);
        touch_paper(id);
    }
    void touch_paper(PersonId id) {
        if (const auto found = s_.people.find(id); found != s_.people.end() && found->second.on_paper)
            touch(RecordType::paper, id.value);
    }
    /// What was made after the letters of a ballot ran out may have another letter now.
    void touch_late_letters() {
        for (auto late = s_.groups.upper_bound(GroupId{limits::ballot_letters}); late != s_.groups.end(); ++late)
            touch(RecordType::group, late->first.value);
    }
    /// A seat with what is its own.
    void touch_all_of(PersonId id) {
        for (auto seat : s_.seats_in(id)) {
            touch_person(seat);
            for (auto idea : s_.people.at(seat).own) touch(RecordType::my_idea, idea.value);
            for (auto photo : s_.people.at(seat).photos) touch(RecordType::my_photo, photo.value);
        }
        for (const auto& [number, commitment] : s_.commitments)
            if (s_.seat_of(commitment.person) == id) touch(RecordType::commitment, number.value);
        touch(RecordType::leads);
        for (const auto& [number, concern] : s_.concerns)
            if (s_.seat_of(concern.person) == id) touch(RecordType::concern, number.value);
        for (const auto& [group, proposal] : s_.proposals)
            if (proposal.by && s_.seat_of(proposal.by) == id) touch(RecordType::proposal, group.value);
        for (const auto& [number, idea] : s_.ideas)
            if (idea.hold && s_.seat_of(idea.hold->person) == id) touch(RecordType::idea, number.value);
    }
    void touch_seat(PersonId id) {
        touch_person(id);
        touch(RecordType::progress);
        touch(RecordType::vote);
        touch_matrix();
        touch(RecordType::undo);
    }
    /// What is scored, and what is chosen of it.
    void touch_matrix() {
        touch(RecordType::matrix);
        touch(RecordType::choosing);
    }
    void touch_choosing() {
        touch(RecordType::choosing);
        touch(RecordType::moods);
        touch(RecordType::undo);
    }
    void touch_idea(IdeaId id) {
        touch(RecordType::idea, id.value);
        touch(RecordType::my_idea, id.value);
        touch_paper(s_.seat_of(s_.ideas.at(id).author));
        touch(RecordType::group, s_.ideas.at(id).placement.group.value);
        touch_late_letters();
        touch(RecordType::undo);
        if (id == s_.spotlight) touch(RecordType::spotlight);
        for (auto photo : s_.ideas.at(id).photos) touch(RecordType::photo, photo.value);
    }
    void touch_photo(PictureId id) {
        touch(RecordType::photo, id.value);
        touch(RecordType::my_photo, id.value);
        touch(RecordType::undo);
    }
    /// The idea, and what counts ideas.
    void touch_counted(IdeaId id) {
        touch_idea(id);
        touch(RecordType::progress);
    }
    void touch_top() {
        for (auto type : {RecordType::top, RecordType::leads, RecordType::moods}) touch(type);
    }
    void touch_voting() {
        for (auto type : {RecordType::vote, RecordType::tally, RecordType::tie}) touch(type);
    }
    void touch_voter(VoteId vote, BallotId ballot) {
        s_.voted_at[vote][ballot] = s_.version + 1;
        touch(RecordType::vote);
        for (const auto& [person, link] : s_.links[vote])
            if (link == ballot) {
                touch_person(person);
                touch_merge_of(person);
            }
    }
    /// A vote on the ballot of a seat that went up in another: that can no longer be undone.
    void touch_merge_of(PersonId id) {
        if (s_.people.at(id).same_as) touch(RecordType::undo);
    }
    void note_texts(const Wording& wording) {
        s_.texts_made = std::max({s_.texts_made, wording.text.value, wording.explanation.value});
    }

    static bool counts(const Idea& idea) { return idea.state.status != IdeaStatus::withdrawn; }
    void count_in(IdeaId id) { count(id, +1); }
    void count_out(IdeaId id) { count(id, -1); }
    void count(IdeaId id, int by) {
        auto& idea = s_.ideas[id];
        if (idea.state.status == IdeaStatus::live) {
            s_.live_ideas += static_cast<std::uint32_t>(by);
            auto& inside = s_.members[idea.placement.group];
            if (by > 0) inside.insert(id);
            else inside.erase(id);
        }
        if (!counts(idea) || !idea.author) return;
        auto& author = s_.people[idea.author];
        if (by > 0 && author.ideas++ == 0) s_.writers += 1;
        if (by < 0 && --author.ideas == 0) s_.writers -= 1;
    }

    Session& s_;
    Keys& touched_;
};

/// What a facilitator does without acting on the session, or what nobody knows the way back from: undo is for the rest.
bool is_no_action(const Event& event) {
    return std::visit([]<class E>(const E& what) {
        if constexpr (one_of<E, PinSet, WifiSet, NoteWritten>) return !what.was;
        // Its bytes and words are gone from the disk.
        else if constexpr (one_of<E, PhotoSet>) return what.now.status == PhotoStatus::erased;
        else return one_of<E, IdeaHeld, LeadTaken, SessionStatusSet>;
    }, event);
}

/// Of a sitting of typing at a note, which writes over one text, the last is remembered.
bool goes_on(Session& session, const Happened& happened) {
    const auto* written = std::get_if<NoteWritten>(&happened.what);
    if (!written) return false;
    for (auto& action : session.actions)
        if (auto* before = std::get_if<NoteWritten>(&action.events.front()); before && before->text == written->text) {
            *before = *written;
            return true;
        }
    return false;
}

void remember_action(Session& session, const Happened& happened, Keys& touched) {
    if (happened.op == "undo" || is_no_action(happened.what) || goes_on(session, happened)) return;
    if (session.actions.empty() || session.actions.back().id != happened.action)
        session.actions.push_back({happened.action, happened.op, happened.at, {}});
    session.actions.back().events.push_back(happened.what);
    if (session.actions.size() > limits::undo_actions_max) {
        if (const auto* written = std::get_if<NoteWritten>(&session.actions.front().events.front()))
            touched.push_back({RecordType::note, written->round.value});
        session.actions.pop_front();
    }
}

}  // namespace

void evolve(Session& session, const Happened& happened, Keys& touched) {
    Evolution evolution{session, touched};
    std::visit(evolution, happened.what);
    session.version = happened.version;
    if (happened.facilitated) {
        remember_action(session, happened, touched);
        if (session.status == SessionStatus::ended) session.actions.clear();
        evolution.touch(RecordType::undo);
    }
}

}  // namespace kiemkring::domain
