// What each audience may see. Whatever is not written into a record here never leaves the server.
#include <algorithm>
#include <set>

#include "domain/catalogue/catalogue.h"
#include "domain/session/letters.h"
#include "domain/session/naming.h"
#include "domain/session/rules.h"
#include "domain/session/tally.h"

namespace kiemkring::domain {
namespace {

/// Who is still missing takes no part yet, and who only wants to hear of it does not either.
constexpr bool takes_part(CommitmentRole role) {
    return role != CommitmentRole::missing && role != CommitmentRole::informed;
}

std::string color_of(GroupId id) {
    static constexpr const char* colors[] = {"moss", "clay", "sky", "heath", "sand", "water", "berry", "bark"};
    return colors[(id.value - 1) % 8];
}

/// A helper writes down what people without a phone say, and lets late comers in.
bool helps(RecordType type) {
    switch (type) {
        case RecordType::session: case RecordType::agenda: case RecordType::round: case RecordType::person:
        case RecordType::progress: case RecordType::group: case RecordType::vote: case RecordType::paper:
        case RecordType::matrix: case RecordType::choosing: case RecordType::plan: case RecordType::top: return true;
        default: return false;
    }
}

class Projection {
public:
    Projection(const Session& session, Audience audience) : s_(session), facilitator_(audience == Audience::facilitator), audience_(audience) {}

    std::optional<Record> of(RecordKey key) const {
        if (audience_ == Audience::helper && !helps(key.type)) return {};
        switch (key.type) {
            case RecordType::session: return session();
            case RecordType::invite: return invite();
            case RecordType::agenda: return agenda();
            case RecordType::round: return round();
            case RecordType::person: return person({key.id});
            case RecordType::progress: return ProgressRecord{0, s_.live_ideas, s_.writers, s_.seats_taken};
            case RecordType::idea: return idea({key.id});
            case RecordType::group: return group({key.id});
            case RecordType::vote: return vote();
            case RecordType::tally: return tally();
            case RecordType::tie: return tie();
            case RecordType::top: return top();
            case RecordType::commitment: return commitment({key.id});
            case RecordType::leads: return leads();
            case RecordType::table: return table(key.id);
            case RecordType::proposal: return proposal({key.id});
            case RecordType::concern: return concern({key.id});
            case RecordType::moods: return moods();
            case RecordType::stars: return stars();
            case RecordType::closing: return closing();
            case RecordType::undo: return undo();
            case RecordType::spotlight: return spotlight();
            case RecordType::note: return note({key.id});
            case RecordType::lead: return lead();
            case RecordType::photo: return photo({key.id});
            case RecordType::plan: return plan();
            case RecordType::paper: return paper({key.id});
            case RecordType::matrix: return matrix();
            case RecordType::choosing: return choosing();
            case RecordType::wifi: return wifi();
            case RecordType::me: case RecordType::my_idea: case RecordType::my_photo: return {};
        }
        return {};
    }

    std::optional<Record> me(PersonId id) const {
        auto found = s_.people.find(id);
        if (found == s_.people.end()) return {};
        MeRecord me;
        me.person = id;
        me.removed = found->second.state == PersonState::removed;
        if (auto row = s_.rows.find(id); row != s_.rows.end()) {
            me.name = row->second.name;
            me.organisation = row->second.organisation;
            me.role = row->second.role;
        }
        for (auto seat : s_.seats_in(id))
            if (auto row = s_.rows.find(seat); row != s_.rows.end() && row->second.contact && !me.contact)
                me.contact = row->second.contact;
        me.ready = has_ready(s_.kind()) && found->second.ready == s_.current;
        if (const auto* vote = s_.last_vote()) {
            for (const auto& [candidate, votes] : given(id)) me.votes.push_back({candidate, votes});
            if (vote->state.status == VoteStatus::open) me.votes_left = votes_left(id, *vote);
        }
        for (const auto& [number, c] : s_.commitments)
            if (c.exists && c.person && s_.seat_of(c.person) == id) me.commitments.push_back({number, c.candidate, c.role, s_.text(c.note)});
        me.concerns = concerns_of(id);
        if (const auto given = s_.stars_by(id); given && s_.stars.contains(*given)) me.stars = s_.stars.at(*given);
        me.scores = scores(id);
        return me;
    }
    std::optional<Record> my_idea(IdeaId id) const {
        auto found = s_.ideas.find(id);
        if (found == s_.ideas.end()) return {};
        const auto& idea = found->second;
        return MyIdeaRecord{id, s_.text(idea.wording.text), s_.text(idea.wording.explanation), idea.state.status,
                            idea.placement.group, idea.place, translation(idea)};
    }
    std::optional<Record> my_photo(PictureId id) const {
        auto found = s_.photos.find(id);
        if (found == s_.photos.end()) return {};
        const auto& photo = found->second;
        return MyPhotoRecord{id, photo.key, photo.idea, s_.text(photo.state.description), photo.state.status,
                             photo.state.released};
    }

private:
    using Maybe = std::optional<Record>;

    std::optional<TranslationView> translation(const Idea& idea) const {
        if (!idea.translation) return {};
        return TranslationView{idea.translation->language, s_.text(idea.translation->text)};
    }
    Maybe session() const {
        const auto& i = s_.info;
        return SessionRecord{0, i.title, i.question, i.within, i.money, i.place, i.host, i.controller, i.retained_until,
                             i.language, i.seats_max, s_.locked ? "locked" : "open", s_.status, s_.blank, !s_.rehearsal_of.empty(),
                             s_.pause.on, s_.moderated, s_.is_reopened()};
    }
    Maybe invite() const {
        if (audience_ == Audience::participant) return {};
        return InviteRecord{0, s_.info.code, s_.info.secret};
    }
    Maybe agenda() const {
        AgendaRecord record{0, {}, s_.current, s_.moving};
        bool before = true;
        for (const auto& item : s_.agenda) {
            const bool now = item.id == s_.current;
            if (now) before = false;
            const char* state = now ? "now" : item.skipped ? "skipped" : before ? "done" : "ahead";
            record.rounds.push_back({item.id, item.kind, item.title, item.minutes, facilitator_ || now ? item.text : "",
                                     facilitator_ ? item.say : "", state, facilitator_ ? item.pages : std::vector<ShowPage>{}});
        }
        return record;
    }
    Maybe round() const {
        RoundRecord record{0, s_.current, s_.kind(), {}, s_.sharing.all, s_.grouping_allowed, s_.hints_allowed, {}, {}};
        if (s_.kind() == RoundKind::pitch) record.pitch = s_.pitch;
        if (s_.kind() == RoundKind::show) record.show = show();
        if (s_.timer.state == TimerState::running) record.timer = RunningTimer{"running", s_.timer.ends_at};
        if (s_.timer.state == TimerState::paused) record.timer = PausedTimer{"paused", s_.timer.left_ms};
        return record;
    }
    ShowView show() const {
        ShowView view{s_.page, {}};
        if (const auto* item = s_.round(s_.current))
            for (const auto& page : item->pages) view.pages.push_back(page_view(page));
        // There were more when it was turned.
        view.page = std::min(view.page, static_cast<std::uint32_t>(view.pages.size()));
        return view;
    }
    PageView page_view(const ShowPage& page) const {
        PageView view{page.kind, page.picture, page.width, page.height, {}, {}, {}};
        if (page.words) {
            view.title = page.words->title;
            view.text = page.words->text;
            view.facts = page.words->facts;
        } else if (page.kind == PageKind::concept_) {
            if (const auto* known = find_concept(page.concept_id)) {
                view.title = name_of(*known, s_.info.language);
                view.text = description_of(*known, s_.info.language);
                view.facts = facts_of(*known, s_.info.language);
            }
        }
        return view;
    }
    Maybe person(PersonId id) const {
        auto found = s_.people.find(id);
        if (found == s_.people.end()) return {};
        const auto& person = found->second;
        if (person.state == PersonState::merged || (!facilitator_ && person.state != PersonState::in)) return {};
        PersonRecord record{id, s_.name(id), {}, {}, person.state, person.table, person.symbol, {}, {}};
        if (facilitator_ || audience_ == Audience::screen) record.ready = has_ready(s_.kind()) && person.ready == s_.current;
        if (!facilitator_) return record;

        if (auto row = s_.rows.find(id); row != s_.rows.end()) {
            record.organisation = row->second.organisation;
            record.role = row->second.role;
        } else {
            record.organisation = record.role = "";
        }
        if (const auto* vote = s_.open_vote(); vote && person.state == PersonState::in) record.votes_left = votes_left(id, *vote);
        return record;
    }
    Maybe idea(IdeaId id) const {
        auto found = s_.ideas.find(id);
        if (found == s_.ideas.end()) return {};
        const auto& idea = found->second;
        // A list that was brought and taken back was never there.
        if (!idea.author && idea.state.status == IdeaStatus::withdrawn) return {};
        if (!facilitator_ && (idea.state.status != IdeaStatus::live || !s_.is_shared(id))) return {};
        IdeaRecord record{id, s_.text(idea.wording.text), s_.text(idea.wording.explanation), idea.state.status,
                          idea.placement.group, idea.placement.order, idea.state.merged_into, {}, idea.place, translation(idea)};
        if (idea.hold) record.hold = HoldView{s_.seat_of(idea.hold->person), s_.name(s_.seat_of(idea.hold->person)), idea.hold->until};
        return record;
    }
    Maybe photo(PictureId id) const {
        auto found = s_.photos.find(id);
        if (found == s_.photos.end()) return {};
        const auto& photo = found->second;
        const auto& state = photo.state;
        if (state.status != PhotoStatus::here && !(facilitator_ && state.status == PhotoStatus::hidden)) return {};
        // What was merged shows its photos with the whole.
        const auto& part = s_.ideas.at(photo.idea).state;
        const auto idea = part.status == IdeaStatus::merged ? part.merged_into : photo.idea;
        if (!facilitator_ && (!state.released || !s_.is_public(idea))) return {};
        return PhotoRecord{id, idea, s_.text(state.description), state.status, state.released, state.width, state.height};
    }
    Maybe plan() const {
        if (!s_.plan) return {};
        return PlanRecord{0, s_.plan->picture, s_.plan->width, s_.plan->height, s_.plan_shown};
    }
    Maybe wifi() const {
        const auto name = s_.text(s_.wifi.name);
        const bool may_see = facilitator_ || (audience_ == Audience::screen && s_.wifi.shown);
        if (name.empty() || !may_see) return {};
        return WifiRecord{0, name, s_.text(s_.wifi.password), s_.wifi.shown};
    }
    Maybe paper(PersonId id) const {
        if (!facilitator_ && audience_ != Audience::helper) return {};
        auto found = s_.people.find(id);
        if (found == s_.people.end() || !found->second.on_paper || found->second.state != PersonState::in) return {};
        PaperRecord record;
        record.id = id;
        for (auto seat : s_.seats_in(id))
            for (auto number : s_.people.at(seat).own) {
                const auto& idea = s_.ideas.at(number);
                record.ideas.push_back({number, s_.text(idea.wording.text), s_.text(idea.wording.explanation), idea.state.status, idea.place});
            }
        if (const auto* vote = s_.last_vote()) {
            for (const auto& [candidate, votes] : given(id)) record.votes.push_back({candidate, votes});
            if (vote->state.status == VoteStatus::open) record.votes_left = votes_left(id, *vote);
        }
        record.scores = scores(id);
        record.concerns = concerns_of(id);
        record.may_be_named = agreed_to_be_named(s_, id);
        return record;
    }
    Maybe group(GroupId id) const {
        auto found = s_.groups.find(id);
        if (found == s_.groups.end() || !found->second.exists) return {};
        const bool own_name = static_cast<bool>(found->second.name);
        // An unnamed group is called after its first idea only where that idea may be seen.
        const bool is_named = own_name || facilitator_ || s_.sharing.all;
        const auto* idea = is_named ? s_.title_idea(id) : nullptr;
        return GroupRecord{id, is_named ? s_.title(id) : std::string{}, letter_of(s_, id), color_of(id), static_cast<double>(id.value),
                           found->second.single, idea ? translation(*idea) : std::nullopt};
    }
    Maybe vote() const {
        const auto* vote = s_.last_vote();
        if (!vote) return {};
        const auto& state = vote->state;
        VoteRecord record{0, s_.last_vote_id(), state.runoff, state.status, state.candidates, state.votes_per_person,
                          state.votes_per_candidate, s_.voted(), s_.seats_taken, state.closes_at, {}};
        if (facilitator_ && state.status == VoteStatus::open) {
            record.waiting.emplace();
            for (const auto& [id, person] : s_.people)
                if (auto left = votes_left(id, *vote); person.state == PersonState::in && left > 0)
                    record.waiting->push_back({id, left});
        }
        return record;
    }
    Maybe tally() const {
        const auto* vote = s_.last_vote();
        if (!facilitator_ || !vote || vote->state.status != VoteStatus::closed) return {};
        TallyRecord record{0, s_.last_vote_id(), {}};
        for (const auto& ranked : count_votes(*vote)) record.counts.push_back({ranked.candidate, ranked.votes});
        return record;
    }
    Maybe tie() const {
        if (!s_.tie) return {};
        const auto& tie = *s_.tie;
        const auto* open = s_.open_vote();
        TieRecord record{0, tie.first_place, tie.free, tie.tied, tie.size, {}, open && open->state.runoff, tie.decided};
        if (record.decided && !facilitator_ && record.decided->way != TieWay::draw) record.decided->winners.clear();
        if (facilitator_ && !tie.decided && !record.runoff) {
            // One is chosen: nothing else comes along.
            if (s_.matrix) {
                if (!tie.runoff) record.ways.push_back(TieWay::run_off);
                record.ways.push_back(TieWay::draw);
                return record;
            }
            record.ways = {TieWay::widen};
            if (!tie.runoff) record.ways.push_back(TieWay::run_off);
            record.ways.push_back(TieWay::merge);
            record.ways.push_back(TieWay::draw);
            // Widening settles it at once, unless the top would grow out of hand.
            const auto size_then = tie.size - tie.free + tie.tied.size();
            if (size_then > tie.size + 2) std::ranges::rotate(record.ways, record.ways.begin() + 1);
        }
        return record;
    }
    Maybe top() const {
        if (!s_.top) return {};
        const auto size = static_cast<std::uint32_t>(s_.top->entries.size());
        TopRecord record{0, size, std::min(s_.revealed, size), {}, {}, s_.top->decided_by, s_.top->seed};
        const auto hidden = facilitator_ ? 0 : size - record.revealed;
        for (auto i = hidden; i < size; ++i) {
            const auto& entry = s_.top->entries[i];
            record.entries.push_back({entry.place, entry.candidate, letter_of(s_, entry.candidate), s_.text(entry.title), entry.votes, entry.tied});
        }
        if (facilitator_ || hidden == 0)
            for (const auto& miss : s_.top->near_misses)
                record.near_misses.push_back({miss.candidate, letter_of(s_, miss.candidate), s_.text(miss.title), miss.votes});
        return record;
    }
    Maybe commitment(CommitmentId id) const {
        auto found = s_.commitments.find(id);
        if (!facilitator_ || found == s_.commitments.end() || !found->second.exists) return {};
        const auto& c = found->second;
        return CommitmentRecord{id, c.candidate, c.role, s_.seat_of(c.person), c.person ? s_.name(s_.seat_of(c.person)) : "", c.hands, s_.text(c.note)};
    }
    Maybe leads() const {
        if (!s_.top || (!facilitator_ && s_.revealed < s_.top->entries.size())) return {};
        LeadsRecord record;
        for (const auto& entry : s_.top->entries) {
            Lead lead{entry.candidate, false, 0};
            std::set<PersonId> who;  // somebody who does two things is one
            for (const auto& [id, c] : s_.commitments) {
                if (!c.exists || c.candidate != entry.candidate || !takes_part(c.role)) continue;
                lead.lead |= c.role == CommitmentRole::lead;
                if (!c.person || who.insert(s_.seat_of(c.person)).second) lead.people += c.hands;
            }
            record.ideas.push_back(lead);
        }
        return record;
    }
    Maybe table(std::uint32_t id) const {
        const auto found = s_.choices.find(id);
        if (found == s_.choices.end() || found->second.empty()) return {};
        return TableRecord{id, found->second};
    }
    Maybe proposal(GroupId id) const {
        const auto found = s_.proposals.find(id);
        const auto group = s_.groups.find(id);
        if (found == s_.proposals.end() || group == s_.groups.end() || !group->second.exists) return {};
        const auto& p = found->second;
        if (p == Proposal{}) return {};
        const auto by = s_.seat_of(p.by);
        return ProposalRecord{id, by, by ? s_.name(by) : "", s_.text(p.what), s_.text(p.where), s_.text(p.whom),
                              p.in_time, p.in_money, p.revision};
    }
    Maybe concern(ConcernId id) const {
        const auto found = s_.concerns.find(id);
        if (!facilitator_ || found == s_.concerns.end() || found->second.answer != ConcernAnswer::worried) return {};
        const auto& c = found->second;
        const auto person = s_.seat_of(c.person);
        return ConcernRecord{id, c.candidate, person, person ? s_.name(person) : "", s_.text(c.text), c.status};
    }
    Maybe moods() const {
        std::vector<GroupId> candidates;
        if (s_.top && (facilitator_ || s_.revealed >= s_.top->entries.size()))
            for (const auto& entry : s_.top->entries) candidates.push_back(entry.candidate);
        if (const auto proposed = s_.choosing.candidate; proposed && std::ranges::find(candidates, proposed) == candidates.end())
            candidates.push_back(proposed);
        if (candidates.empty()) return {};
        MoodsRecord record;
        for (const auto candidate : candidates) {
            Mood mood{candidate, 0, 0, 0};
            for (const auto& [id, c] : s_.concerns) {
                if (c.candidate != candidate) continue;
                mood.fine += c.answer == ConcernAnswer::fine;
                mood.worried += c.answer == ConcernAnswer::worried;
                mood.open += c.answer == ConcernAnswer::worried && c.status == ConcernStatus::open;
            }
            record.ideas.push_back(mood);
        }
        return record;
    }
    Maybe matrix() const {
        if (!s_.matrix) return {};
        const auto& matrix = *s_.matrix;
        MatrixRecord record{0, matrix.scale, {}, {}, s_.matrix_closed, 0, s_.seats_taken, {}, {}};
        for (const auto& subject : matrix.subjects) {
            SubjectView view{subject.group, s_.text(subject.about), {}, {}};
            if (matrix.scale == Scale::colours) {
                const auto decided = s_.decisions.find(subject.group);
                view.verdict = decided == s_.decisions.end() ? Verdict::open : decided->second.verdict;
                if (decided != s_.decisions.end()) view.note = s_.text(decided->second.note);
            }
            record.subjects.push_back(std::move(view));
        }
        for (const auto& criterion : matrix.criteria) record.criteria.push_back({criterion.name, criterion.question});
        const auto cells = matrix.subjects.size() * matrix.criteria.size();
        for (const auto& [ballot, given] : s_.scores) record.answered += cells > 0 && given.size() == cells;
        if (facilitator_ && !s_.matrix_closed && !s_.sealed) {
            record.waiting.emplace();
            for (const auto& [id, person] : s_.people)
                if (const auto given = s_.scores_of(id).size(); person.state == PersonState::in && given < cells)
                    record.waiting->push_back({id, static_cast<std::uint32_t>(cells - given)});
        }
        // Not before it is closed: nobody is led by what others gave.
        if (s_.matrix_closed) record.cells = given_cells(matrix);
        return record;
    }
    std::vector<CellView> given_cells(const Matrix& matrix) const {
        std::vector<CellView> cells;
        const std::size_t scores = matrix.scale == Scale::points ? 5 : 3;
        for (const auto& subject : matrix.subjects)
            for (std::uint32_t criterion = 0; criterion < matrix.criteria.size(); ++criterion) {
                CellView cell{subject.group, criterion, std::vector<std::uint32_t>(scores)};
                for (const auto& [ballot, given] : s_.scores)
                    if (const auto score = given.find({subject.group, criterion}); score != given.end() && score->second <= scores)
                        cell.counts[score->second - 1] += 1;
                cells.push_back(std::move(cell));
            }
        return cells;
    }
    std::vector<MyScore> scores(PersonId id) const {
        std::vector<MyScore> mine;
        for (const auto& [cell, score] : s_.scores_of(id)) mine.push_back({cell.first, cell.second, score});
        return mine;
    }
    std::vector<MyConcern> concerns_of(PersonId id) const {
        std::vector<MyConcern> mine;
        for (const auto& [number, c] : s_.concerns)
            if (c.person && s_.seat_of(c.person) == id && c.answer != ConcernAnswer::none) mine.push_back({c.candidate, c.answer, s_.text(c.text)});
        return mine;
    }
    Maybe choosing() const {
        if (!s_.matrix) return {};
        const auto& now = s_.choosing;
        ChoosingRecord record{0, now.candidate, now.frozen, s_.text(now.reason), {}, 0, s_.seats_taken, now.combined_with};
        for (const auto& [id, group] : s_.groups)
            if (group.exists && group.brought) record.candidates.push_back(id);
        for (const auto& [id, c] : s_.concerns)
            record.answered += now.candidate && c.candidate == now.candidate && c.person && c.answer != ConcernAnswer::none;
        return record;
    }
    Maybe stars() const {
        if (!facilitator_ || s_.stars.empty()) return {};
        StarsRecord record{0, std::vector<std::uint32_t>(5)};
        for (const auto& [ballot, stars] : s_.stars)
            if (stars > 0) record.counts[stars - 1] += 1;
        return record;
    }
    Maybe closing() const {
        ClosingRecord record;
        if (s_.next_step) record.next_step = NextStepView{s_.next_step->date, s_.text(s_.next_step->text)};
        return record;
    }
    Maybe undo() const {
        if (!facilitator_) return {};
        UndoRecord record;
        if (const auto* action = newest_undoable(s_)) record.action = UndoView{action->id, action->op, subject_of(*action), action->at};
        return record;
    }
    /// The first thing with words that an action was about.
    std::string subject_of(const Action& action) const {
        const auto words = [this]<class E>(const E& event) -> std::string {
            if constexpr (requires { event.idea; }) return s_.text(s_.ideas.at(event.idea).wording.text);
            else if constexpr (std::is_same_v<E, SpotlightSet>) return s_.text(s_.ideas.at(event.now ? event.now : event.was).wording.text);
            else if constexpr (std::is_same_v<E, GroupSet>) return s_.text((event.now.name ? event.now : event.was).name);
            else if constexpr (std::is_same_v<E, PersonStateSet> || std::is_same_v<E, PersonJoined>) return s_.name(event.person);
            else return {};
        };
        for (const auto& event : action.events)
            if (auto found = std::visit(words, event); !found.empty()) return found;
        return {};
    }
    Maybe spotlight() const {
        auto found = s_.ideas.find(s_.spotlight);
        if (found == s_.ideas.end()) return {};
        const auto& idea = found->second;
        if (idea.state.status != IdeaStatus::live && idea.state.status != IdeaStatus::later) return {};
        return SpotlightRecord{0, s_.spotlight, s_.text(idea.wording.text), s_.text(idea.wording.explanation), translation(idea)};
    }
    Maybe note(RoundId id) const {
        auto found = s_.notes.find(id);
        if (!facilitator_ || found == s_.notes.end()) return {};
        const auto* sitting = note_sitting(s_, id);
        return NoteRecord{id, s_.text(found->second.text), found->second.number, sitting ? sitting->id : 0};
    }
    Maybe lead() const {
        if (!facilitator_) return {};
        return LeadRecord{0, s_.lead, s_.has_pin(), s_.has_pin() ? s_.pin.value : 0};
    }

    std::uint32_t votes_left(PersonId id, const Vote& vote) const {
        auto left = vote.state.votes_per_person;
        for (const auto& [candidate, votes] : given(id)) left -= std::min(left, votes);
        return left;
    }
    std::map<GroupId, std::uint32_t> given(PersonId id) const {
        const auto link = s_.ballot_of(s_.last_vote_id(), id);
        if (!link) return {};
        const auto& ballots = s_.last_vote()->ballots;
        auto ballot = ballots.find(*link);
        return ballot == ballots.end() ? std::map<GroupId, std::uint32_t>{} : ballot->second;
    }

    const Session& s_;
    bool facilitator_;
    Audience audience_;
};

}  // namespace

std::optional<Record> project(const Session& session, Audience audience, RecordKey key) {
    return Projection{session, audience}.of(key);
}

PersonId owner_of(const Session& session, RecordKey key) {
    if (key.type == RecordType::me) return {key.id};
    if (key.type == RecordType::my_photo) {
        auto photo = session.photos.find({key.id});
        return photo == session.photos.end() ? PersonId{} : session.seat_of(photo->second.author);
    }
    if (key.type != RecordType::my_idea) return {};
    auto found = session.ideas.find({key.id});
    return found == session.ideas.end() ? PersonId{} : session.seat_of(found->second.author);
}

std::optional<Record> project_own(const Session& session, RecordKey key) {
    const Projection own{session, Audience::participant};
    if (key.type == RecordType::me) return own.me({key.id});
    if (key.type == RecordType::my_idea) return own.my_idea({key.id});
    if (key.type == RecordType::my_photo) return own.my_photo({key.id});
    return {};
}

std::vector<RecordKey> all_keys(const Session& session) {
    std::vector<RecordKey> keys;
    for (auto type : {RecordType::session, RecordType::invite, RecordType::agenda, RecordType::round, RecordType::progress,
                      RecordType::vote, RecordType::tally, RecordType::tie, RecordType::top, RecordType::leads,
                      RecordType::moods, RecordType::stars, RecordType::closing, RecordType::undo, RecordType::spotlight,
                      RecordType::lead, RecordType::plan, RecordType::matrix, RecordType::choosing, RecordType::wifi})
        keys.push_back({type, 0});
    for (const auto& [id, person] : session.people) {
        keys.push_back({RecordType::person, id.value});
        if (person.on_paper) keys.push_back({RecordType::paper, id.value});
    }
    for (const auto& [id, idea] : session.ideas) keys.push_back({RecordType::idea, id.value});
    for (const auto& [id, group] : session.groups) keys.push_back({RecordType::group, id.value});
    for (const auto& [id, photo] : session.photos) keys.push_back({RecordType::photo, id.value});
    for (const auto& [id, commitment] : session.commitments) keys.push_back({RecordType::commitment, id.value});
    for (const auto& [table, chosen] : session.choices) keys.push_back({RecordType::table, table});
    for (const auto& [id, proposal] : session.proposals) keys.push_back({RecordType::proposal, id.value});
    for (const auto& [id, concern] : session.concerns) keys.push_back({RecordType::concern, id.value});
    for (const auto& [id, note] : session.notes) keys.push_back({RecordType::note, id.value});
    std::ranges::sort(keys);
    return keys;
}

std::vector<RecordKey> own_keys(const Session& session, PersonId id) {
    std::vector<RecordKey> keys;
    auto found = session.people.find(id);
    if (found == session.people.end()) return keys;
    keys.push_back({RecordType::me, id.value});
    if (found->second.same_as) return keys;
    for (auto seat : session.seats_in(id)) {
        for (auto idea : session.people.at(seat).own) keys.push_back({RecordType::my_idea, idea.value});
        for (auto photo : session.people.at(seat).photos) keys.push_back({RecordType::my_photo, photo.value});
    }
    return keys;
}

}  // namespace kiemkring::domain
