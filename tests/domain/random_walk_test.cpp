// Random meetings: whatever people and facilitators try, the records kept by touched keys equal a full projection, the
// log alone gives the same state, and undo of the last action gives the state before it.
#include <fstream>
#include <functional>
#include <map>
#include <ranges>
#include <regex>
#include <set>

#include "domain/limits.h"
#include "meeting.h"

using namespace kiemkring::domain;

namespace {

class Walk {
public:
    explicit Walk(std::uint64_t seed) : meeting(30, along(seed)), seed_(seed) {
        for (int i = 0; i < 6; ++i) meeting.join(i % 2 ? "" : "Anna");
        // Chance hardly leads to six that are equal for five places: every fourth meeting begins there, each with another way out.
        if (seed % 4 == 0) begins_with_a_tie(seed / 4 % 4);
    }

    void step() {
        meeting.touched.clear();
        meeting.moment.now += kiemkring::base::Milliseconds{roll(3000)};
        const auto actions = meeting.session.actions.empty() ? 0 : meeting.session.actions.back().id;
        if (auto due = decide_deadline(meeting.session, meeting.moment)) meeting.apply(*due, "timer", true);
        else if (meeting.session.status == SessionStatus::ended && roll(4) == 0) (void)meeting.facilitator(ReopenSession{});
        else if (roll(2)) somebody_acts();
        else if (roll(12) == 0) act_and_undo([this](Meeting& room) { return brings_a_picture(room); });
        else if (roll(40) == 0) act_and_undo([this](Meeting& room) { return lets_somebody_in(room); });
        else if (roll(2)) act_and_undo([command = of_round()](Meeting& room) { return room.facilitator(command); });
        else act_and_undo([command = of_facilitator(actions)](Meeting& room) { return room.facilitator(command); });
        update();
    }

    void check() const {
        for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen}) {
            std::map<RecordKey, Record> all;
            for (auto key : all_keys(meeting.session))
                if (auto record = project(meeting.session, audience, key)) all.emplace(key, *record);
            for (const auto& [key, record] : all) {
                INFO("record type " << static_cast<int>(key.type) << ", id " << key.id);
                REQUIRE(kept_.at(audience).contains(key));
                REQUIRE((kept_.at(audience).at(key) == record));
                offers_what_can_be_undone(record);
            }
            REQUIRE(all.size() == kept_.at(audience).size());
        }
        std::map<RecordKey, Record> own;
        for (const auto& [id, person] : meeting.session.people)
            for (auto key : own_keys(meeting.session, id)) own.emplace(key, project_own(meeting.session, key).value());
        REQUIRE(own == own_);
        REQUIRE(state_hash(meeting.replayed()) == state_hash(meeting.session));
    }

    /// What was done and undone.
    [[nodiscard]] const std::multiset<std::string>& undone() const { return undone_; }

    Meeting meeting;

private:
    /// Every other meeting has something to score.
    static std::optional<Brought> along(std::uint64_t seed) {
        if (seed % 2 == 0) return {};
        const auto scale = seed % 3 == 0 ? Scale::colours : Scale::points;
        return Brought{scale, {{"Bomen langs de weg", "Schaduw", 11, 3}, {"Een geveltuin", "", 12, 0}}, {{"Geld", "", 21}, {"Tijd", "", 22}}, "Geen"};
    }

    void begins_with_a_tie(std::uint64_t way) {
        std::vector<GroupId> tied;
        meeting.start(2);
        for (std::uint32_t i = 1; i <= 6; ++i) {
            meeting.idea({i}, "Idee " + std::to_string(i));
            tied.push_back({i});
        }
        meeting.start(4);
        for (std::uint32_t i = 1; i <= 6; ++i) REQUIRE(meeting.person({i}, CastVote{{i}}) == std::nullopt);
        REQUIRE(meeting.facilitator(CloseVote{0, true}) == std::nullopt);
        meeting.start(5);
        const std::vector<Command> ways{WidenTop{}, DrawLots{}, StartRunoff{}, MergeTied{tied, {2}}};
        act_and_undo([command = ways.at(way)](Meeting& room) { return room.facilitator(command); });
    }

    /// Acts; and undoes that in another room, which must then look to everybody as it did before.
    void act_and_undo(const std::function<std::optional<Reason>(Meeting&)>& act) {
        const auto people = meeting.session.people.size();
        const auto before = seen_by_all(meeting.session, people);
        const auto newest = meeting.session.actions.empty() ? 0 : meeting.session.actions.back().id;
        if (act(meeting) || meeting.session.actions.empty()) return;
        const auto action = meeting.session.actions.back().id;
        if (action <= newest) return;
        Meeting other = meeting;
        const auto refused = other.facilitator(Undo{action});
        INFO("undo of " << meeting.session.actions.back().op << (refused ? ", refused" : ""));
        REQUIRE(refused == std::nullopt);
        const auto after = seen_by_all(other.session, people);
        for (const auto& [key, record] : before)
            if (const auto found = after.find(key); found == after.end() || !(found->second == record))
                UNSCOPED_INFO("audience " << key.first << ", record type " << static_cast<int>(key.second.type) << ", id " << key.second.id);
        REQUIRE((after == before));
        undone_.insert(meeting.session.actions.back().op);
    }

    /// On a phone; on paper, for which the tablet speaks; or a photo that arrives.
    void somebody_acts() {
        const PersonId who{roll(9) + 1};
        if (roll(6) == 0) return a_photo_arrives();
        const auto person = meeting.session.people.find(who);
        if (person == meeting.session.people.end() || !person->second.on_paper) (void)meeting.person(who, of_person());
        else (void)meeting.ask(of_person(), {Asker::Role::facilitator, {}, {}, who});
    }
    void a_photo_arrives() {
        for (const auto& [id, photo] : meeting.session.photos) {
            if (photo.state.status != PhotoStatus::awaited || roll(2)) continue;
            const Upload upload{false, photo.key, {}};
            auto arrived = decide_arrival(meeting.session, upload, {Asker::Role::participant, meeting.session.seat_of(photo.author), {}, {}}, bytes_);
            if (arrived) return meeting.apply(*arrived, "upload", false);
        }
    }
    /// The tablet: another plan, or a slide.
    std::optional<Reason> brings_a_picture(Meeting& room) {
        const Upload upload{true, "slide " + std::to_string(roll(1000)), roll(2) ? RoundId{roll(20) + 1} : RoundId{}};
        auto arrived = decide_arrival(room.session, upload, {Asker::Role::facilitator, {}, {}, {}}, bytes_);
        if (!arrived) return arrived.error().reason;
        room.apply(*arrived, upload.show ? "upload_slide" : "upload", true);
        return {};
    }

    /// Who knocked on the locked door.
    std::optional<Reason> lets_somebody_in(Meeting& room) {
        auto joined = decide_join(room.session, {"knocks " + std::to_string(roll(1000)), "Cor", "", ""}, room.moment);
        if (!joined) return joined.error().reason;
        room.apply(*joined, "answer_knock", true);
        return {};
    }

    void offers_what_can_be_undone(const Record& record) const {
        if (const auto* note = std::get_if<NoteRecord>(&record); note && note->undo)
            REQUIRE(decide(meeting.session, Undo{note->undo}, {Asker::Role::facilitator, {}, {}}, meeting.moment));
        const auto* undo = std::get_if<UndoRecord>(&record);
        if (!undo || !undo->action || meeting.session.status == SessionStatus::ended) return;
        INFO("offered: " << undo->action->op);
        // A countdown that is over by now does not come back: nothing but the time may have made that so.
        Moment then{undo->action->at, meeting.moment.random};
        for (const auto& action : meeting.session.actions)
            for (const auto& event : action.events)
                if (const auto* set = std::get_if<RoundScheduled>(&event); set && set->was && action.id == undo->action->id)
                    then.now = std::min(then.now, set->was->at - kiemkring::base::Milliseconds{1});
        REQUIRE((decide(meeting.session, Undo{undo->action->id}, {Asker::Role::facilitator, {}, {}}, meeting.moment) ||
                 decide(meeting.session, Undo{undo->action->id}, {Asker::Role::facilitator, {}, {}}, then)));
    }

    /// A seat that was given and taken back stays in the list of those who were taken out; of the first `people` all is as before.
    static std::map<std::pair<int, RecordKey>, Record> seen_by_all(const Session& session, std::size_t people) {
        std::map<std::pair<int, RecordKey>, Record> seen;
        for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen})
            for (auto key : all_keys(session))
                if (auto record = is_new_seat(key, people) ? std::nullopt : project(session, audience, key)) {
                    // Whoever held an idea that was moved under their hand does not get it back.
                    if (auto* idea = std::get_if<IdeaRecord>(&*record)) idea->hold.reset();
                    // Who writes on what was there before is told by the number, and an empty note has one too.
                    if (auto* note = std::get_if<NoteRecord>(&*record)) note->number = 0;
                    if (const auto* note = std::get_if<NoteRecord>(&*record); note && note->text.empty()) continue;
                    if (auto* proposal = std::get_if<ProposalRecord>(&*record)) {
                        proposal->revision = 0;
                        if (*proposal == ProposalRecord{.id = proposal->id}) continue;
                    }
                    // The oldest of the actions that are kept goes when one more is done.
                    if (auto* note = std::get_if<NoteRecord>(&*record); note && session.actions.size() + 1 >= limits::undo_actions_max) note->undo = {};
                    seen.emplace(std::pair{static_cast<int>(audience), key}, std::move(*record));
                }
        for (const auto& [id, person] : session.people | std::views::take(people))
            for (auto key : own_keys(session, id)) seen.emplace(std::pair{3, key}, project_own(session, key).value());
        return seen;
    }
    static bool is_new_seat(RecordKey key, std::size_t people) {
        return (key.type == RecordType::person || key.type == RecordType::paper) && key.id > people;
    }

    std::uint32_t roll(std::uint32_t sides) {
        seed_ = seed_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(seed_ >> 33) % sides;
    }
    /// One that is there, mostly.
    PictureId photo() {
        const auto& photos = meeting.session.photos;
        if (photos.empty() || roll(8) == 0) return {roll(meeting.session.pictures_made + 1) + 1};
        return std::next(photos.begin(), roll(static_cast<std::uint32_t>(photos.size())))->first;
    }
    std::string key() { return "photo " + std::to_string(roll(1000)); }
    IdeaId idea() { return {roll(static_cast<std::uint32_t>(meeting.session.ideas.size()) + 1) + 1}; }
    GroupId group() { return {roll(static_cast<std::uint32_t>(meeting.session.groups.size()) + 1) + 1}; }
    std::vector<MovedIdea> moved() {
        std::vector<MovedIdea> ideas;
        for (auto n = roll(3) + 1; n > 0; --n) {
            auto id = idea();
            auto found = meeting.session.ideas.find(id);
            ideas.push_back({id, found == meeting.session.ideas.end() ? GroupId{} : found->second.placement.group});
        }
        return ideas;
    }
    Command of_person() {
        switch (roll(23)) {
            case 22: return AddPhoto{idea(), key()};
            case 21: return roll(2) ? Command{DescribePhoto{photo(), "Een bank"}} : Command{SubmitIdea{"Foto " + std::to_string(roll(1000)), "", {}, key()}};
            case 20: return roll(2) ? Command{WithdrawPhoto{photo()}} : Command{ObjectToPhoto{photo()}};
            case 19: return GiveScore{group(), roll(3), roll(6)};
            case 18: return SetReady{{roll(15) + 1}, roll(3) > 0};
            case 0: return SetProfile{roll(2) ? "Bo" : "", "", ""};
            case 1: case 2: case 3: return SubmitIdea{"Idee " + std::to_string(roll(1000)), roll(2) ? "omdat" : ""};
            case 4: return EditIdea{idea(), "Anders " + std::to_string(roll(1000)), ""};
            case 5: return roll(2) ? Command{WithdrawIdea{idea()}} : Command{RestoreIdea{idea()}};
            case 6: return HoldIdea{idea()};
            case 7: return MoveIdeas{moved(), roll(4) ? group() : GroupId{}, roll(3) ? IdeaId{} : idea()};
            case 8: case 9: return CastVote{group()};
            case 10: return RetractVote{group()};
            case 11: return SitAtTable{roll(4)};
            case 12: return ChooseForTable{roll(3) + 1, group(), roll(4) > 0};
            case 13: return TakeProposal{group(), roll(3) > 0};
            case 14: return WordProposal{group(), roll(3), "Wat " + std::to_string(roll(9)), "", "", Fits::yes, Fits::no};
            case 15: return AnswerConcern{group(), static_cast<ConcernAnswer>(roll(3)), "Zorg"};
            case 16: return roll(2) ? Command{GiveStars{roll(5) + 1}} : Command{ChooseSymbol{static_cast<Symbol>(roll(9))}};
            default: return CommitTo{group(), static_cast<CommitmentRole>(roll(7)), ""};
        }
    }
    std::vector<PageWish> pages() {
        std::vector<PageWish> wishes(roll(4), PageWish{PageKind::concept_, {}, "haag"});
        if (roll(2)) wishes.push_back({PageKind::photo, {roll(3) + 1}, {}});
        return wishes;
    }
    Command reordered() {
        OrderAgenda order;
        for (const auto& item : meeting.session.agenda) order.rounds.push_back(item.id);
        std::swap(order.rounds.at(roll(static_cast<std::uint32_t>(order.rounds.size()))), order.rounds.back());
        return order;
    }
    /// Mostly on top of the pages that are there.
    Command set_pages() {
        const RoundId id{roll(20) + 1};
        const bool is_there = meeting.session.round(id) && roll(8);
        return SetPages{id, is_there ? wishes_of(id) : std::vector<PageWish>{}, pages()};
    }
    std::optional<std::uint64_t> note_to_undo() {
        const auto note = project(meeting.session, Audience::facilitator, {RecordType::note, roll(3) + 1});
        return note ? std::optional{std::get<NoteRecord>(*note).undo} : std::nullopt;
    }
    /// Mostly on the note that is there.
    WriteNote write_note() {
        const RoundId round{roll(3) + 1};
        const auto note = meeting.session.notes.find(round);
        const auto number = note == meeting.session.notes.end() ? 0U : note->second.number;
        return {round, roll(8) ? number : roll(3), "Notitie " + std::to_string(roll(100)), roll(2) == 0};
    }
    template <class Range>
    auto any_of(const Range& range) {
        return *std::next(std::begin(range), roll(static_cast<std::uint32_t>(std::size(range))));
    }
    GroupId with_ideas() {
        std::vector<GroupId> all;
        for (const auto& [id, state] : meeting.session.groups)
            if (meeting.session.has_ideas(id)) all.push_back(id);
        return all.empty() ? group() : any_of(all);
    }
    GroupId in_the_top() {
        const auto& top = meeting.session.top;
        return !top || top->entries.empty() ? group() : any_of(top->entries).candidate;
    }
    IdeaId idea_that_is(IdeaStatus status) {
        std::vector<IdeaId> all;
        for (const auto& [id, one] : meeting.session.ideas)
            if (one.state.status == status) all.push_back(id);
        return all.empty() ? idea() : any_of(all);
    }
    /// What this round is for; or on to another.
    Command of_round() {
        const auto& session = meeting.session;
        if (roll(6) == 0) return StartRound{{roll(18) + 1}, 0};
        switch (session.kind()) {
            case RoundKind::show:
                if (roll(2)) return TurnPage{session.current, roll(3)};
                return SetPages{session.current, wishes_of(session.current), {{PageKind::concept_, {}, "haag"}, {PageKind::concept_, {}, "wadi"}}};
            case RoundKind::ideas: return roll(3) ? Command{AdmitIdeas{{idea_that_is(IdeaStatus::waiting)}}} : Command{Moderate{roll(3) > 0}};
            case RoundKind::group: {
                if (roll(3) == 0) {
                    const auto stays = idea_that_is(IdeaStatus::live);
                    return MergeIdeas{{stays, idea_that_is(IdeaStatus::live)}, stays};
                }
                if (roll(2)) return UnmergeIdea{idea_that_is(IdeaStatus::merged)};
                const auto from = with_ideas();
                const auto& members = session.members.find(from);
                if (members == session.members.end() || members->second.empty()) return CreateGroup{"Groep", moved()};
                return SplitGroup{from, {any_of(members->second)}, "Deel"};
            }
            case RoundKind::vote:
                if (!session.open_vote()) return StartRound{{roll(2) + 5}, 0};
                if (roll(3) == 0) return SetVoteRules{roll(5) + 1, roll(3) + 1};
                return CloseVote{roll(4) ? 0U : 5000U, true, roll(2) ? "" : "Reden"};
            case RoundKind::tie:
                if (session.open_vote()) return CloseVote{0, true};
                if (!session.tie || session.tie->decided) return StartRound{{6}, 0};
                switch (roll(4)) {
                    case 0: return WidenTop{};
                    case 1: return DrawLots{};
                    case 2: return StartRunoff{};
                    default: return MergeTied{session.tie->tied, any_of(session.tie->tied)};
                }
            case RoundKind::top5: return roll(3) ? Command{RevealNext{session.revealed}} : Command{StartRound{{roll(2) ? 7U : 15U}, 0}};
            case RoundKind::commit:
                if (roll(2)) return RecordHands{in_the_top(), CommitmentRole::help, {}, 2, ""};
                return WithdrawCommitment{{roll(static_cast<std::uint32_t>(session.commitments.size()) + 1) + 1}};
            case RoundKind::concerns:
                if (roll(2)) return AnswerConcern{in_the_top(), ConcernAnswer::worried, "De zaal"};
                return SettleConcern{{roll(static_cast<std::uint32_t>(session.concerns.size()) + 1) + 1}, static_cast<ConcernStatus>(roll(4))};
            case RoundKind::pitch: return StartPitch{roll(4) ? with_ideas() : GroupId{}};
            case RoundKind::table_choice:
                return roll(3) ? Command{ChooseForTable{roll(3) + 1, with_ideas(), true}} : Command{KeepChosen{}};
            case RoundKind::sharpen: {
                const auto which = with_ideas();
                if (roll(3) == 0) return KeepGroupForLater{roll(2) ? which : group(), roll(2) == 0};
                const auto found = session.proposals.find(which);
                const auto revision = found == session.proposals.end() ? 0 : found->second.revision;
                return WordProposal{which, revision, "Wat " + std::to_string(roll(9)), "Daar", "", static_cast<Fits>(roll(3)), Fits::no};
            }
            case RoundKind::assess:
                return roll(2) ? Command{CloseMatrix{!session.matrix_closed}} : Command{DecideSubject{group(), static_cast<Verdict>(roll(4)), "Zo is het"}};
            case RoundKind::choose:
                return roll(2) ? Command{ProposeChoice{group(), {}}} : Command{FreezeChoice{!session.choosing.frozen, "Daarom"}};
            default: return StartRound{{roll(18) + 1}, 0};
        }
    }
    std::vector<IdeaId> one_or_two_ideas() {
        std::vector<IdeaId> ideas{idea()};
        if (const auto other = idea(); roll(3) == 0 && other != ideas.front()) ideas.push_back(other);
        return ideas;
    }
    std::vector<PageWish> wishes_of(RoundId id) {
        std::vector<PageWish> wishes;
        for (const auto& page : meeting.session.round(id)->pages) wishes.push_back(wish_for(page));
        return wishes;
    }
    Command of_facilitator(std::uint64_t action) {
        if (meeting.session.timer.state == TimerState::paused && roll(10) == 0) return ResumeTimer{};
        switch (roll(69)) {
            case 63: return ReleasePhotos{{photo()}, roll(3) > 0};
            case 64: return roll(4) ? Command{HidePhoto{photo(), roll(2) == 0}} : Command{ObjectToPhoto{photo()}};
            case 65: return roll(3) ? Command{ShowPlan{roll(3) > 0}} : Command{RemovePlan{}};
            case 66: return meeting.session.people.size() < 12 || roll(10) == 0 ? Command{AddPaperSeat{roll(2) ? "Riet" : ""}} : Command{RemovePerson{{roll(12) + 1}}};
            case 67: return SetPin{roll(2) ? "4711" : "0815"};
            case 68: return CloseSession{};
            case 60: return CloseMatrix{roll(2) == 0};
            case 61: return DecideSubject{group(), static_cast<Verdict>(roll(4)), roll(2) ? "Zo is het" : ""};
            case 62: return roll(2) ? Command{ProposeChoice{roll(5) ? group() : GroupId{}, roll(3) ? GroupId{} : group()}} : Command{FreezeChoice{roll(2) == 0, "Daarom"}};
            case 0: case 1: case 2: return StartRound{{roll(17) + 1}, roll(3) ? 0 : 2000, roll(5) ? std::optional<RoundId>{} : RoundId{roll(15) + 1}};
            case 3: return ShareIdeas{roll(2) == 0};
            case 4: return HideIdea{one_or_two_ideas(), roll(2) == 0};
            case 5: return MergeIdeas{{idea(), idea()}, idea()};
            case 6: return UnmergeIdea{idea()};
            case 7: return CreateGroup{roll(2) ? "Groep" : "", roll(2) ? moved() : std::vector<MovedIdea>{}};
            case 8: return RenameGroup{group(), "Naam " + std::to_string(roll(100))};
            case 9: return MergeGroups{group(), group()};
            case 10: return DissolveGroup{group()};
            case 11: return MoveIdeas{moved(), roll(4) ? group() : GroupId{}, {}};
            case 12: if (roll(4) == 0) return AllowHints{roll(2) > 0};
                return AllowGrouping{roll(3) > 0};
            case 13: return CloseVote{roll(2) ? 0 : 5000, true, roll(2) ? "" : "Reden " + std::to_string(roll(100))};
            case 14: return WidenTop{};
            case 15: return StartRunoff{};
            case 16: return DrawLots{};
            case 17: return RevealNext{roll(8) ? meeting.session.revealed : roll(6)};
            case 18: return RemovePerson{{roll(6) + 1}};
            case 19: return BringBackPerson{{roll(6) + 1}};
            case 20: return RepeatRound{{roll(15) + 1}};
            case 21: return RecordHands{group(), CommitmentRole::help, {}, 2, ""};
            case 22: return KeepForLater{one_or_two_ideas(), roll(2) == 0};
            case 23: return SplitGroup{group(), {idea()}, "Deel"};
            case 24: return roll(2) ? Command{AddRound{RoundKind::show, "Wat we zagen", "Tekst", "Zeg dit", 5}}
                                    : set_pages();
            case 25: if (roll(2)) return TurnPage{{roll(20) + 1}, roll(4)};
                return EditRound{{roll(15) + 1}, "Titel " + std::to_string(roll(9)), "", "", roll(9)};
            case 26: return StartPitch{roll(5) ? group() : GroupId{}};
            case 27: return DealTables{roll(4) + 1};
            case 28: return SeatPerson{{roll(6) + 1}, roll(4)};
            case 29: return ChooseForTable{roll(3) + 1, group(), roll(4) > 0};
            case 30: return roll(2) ? Command{KeepChosen{}} : Command{KeepGroupForLater{group(), roll(2) == 0}};
            case 31: return AssignProposal{group(), {roll(7)}};
            case 32: return WordProposal{group(), roll(3), "", "Daar", "Ons", Fits::unknown, Fits::yes};
            case 33: return roll(2) ? Command{AnswerConcern{group(), ConcernAnswer::worried, "De zaal"}}
                                    : Command{SettleConcern{{roll(4) + 1}, static_cast<ConcernStatus>(roll(4))}};
            case 34: return PauseSession{roll(2) == 0};
            case 35: return Spotlight{roll(3) ? idea() : IdeaId{}};
            case 36: return Moderate{roll(2) == 0};
            case 37: return AdmitIdeas{{idea(), idea()}};
            case 38: return roll(3) ? Command{write_note()}
                                    : Command{SetWifi{roll(4) ? "De Grift" : "", roll(2) ? "groene plek" : "", roll(2) == 0}};
            case 39: return MergeSeats{{roll(6) + 1}, {roll(6) + 1}};
            case 40: return SetTimer{roll(60'000)};
            case 43: return AdjustTimer{roll(2) ? 30'000 : -30'000};
            case 44: return PauseTimer{};
            case 45: return roll(2) ? Command{LockDoor{roll(2) == 0}} : Command{ShowNothing{roll(2) == 0}};
            case 46: return SkipRound{{roll(15) + 1}, roll(2) == 0};
            case 47: return reordered();
            case 48: return SetVoteRules{roll(5) + 1, roll(3) + 1};
            case 49: return roll(2) ? Command{KeepVoteOpen{}} : Command{CancelStart{}};
            case 50: return EditIdea{idea(), "Beter " + std::to_string(roll(100)), ""};
            case 51: return TranslateIdea{idea(), "en", roll(3) ? "A bench" : ""};
            case 52: return PinIdea{idea(), roll(3) ? std::optional{Place{0.1 * roll(10), 0.5}} : std::nullopt};
            case 53: return WithdrawCommitment{{roll(6) + 1}};
            case 54: return SetNextStep{"2031-01-15", "Stap " + std::to_string(roll(9))};
            case 55: return MergeTied{{group(), group()}, group()};
            case 56: return AddIdeas{{"Een lindelaan " + std::to_string(roll(100)), "Een moestuin"}};
            case 57: if (const auto note = note_to_undo()) return Undo{*note};
                return Undo{action};
            default: return Undo{action};
        }
    }
    void update() {
        for (auto key : meeting.touched) {
            if (owner_of(meeting.session, key)) {
                own_.insert_or_assign(key, project_own(meeting.session, key).value());
                continue;
            }
            for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen}) refresh(audience, key);
        }
        if (first_) {
            first_ = false;
            for (auto audience : {Audience::participant, Audience::facilitator, Audience::screen})
                for (auto key : all_keys(meeting.session)) refresh(audience, key);
            for (const auto& [id, person] : meeting.session.people)
                for (auto key : own_keys(meeting.session, id)) own_.emplace(key, project_own(meeting.session, key).value());
        }
    }
    void refresh(Audience audience, RecordKey key) {
        auto record = project(meeting.session, audience, key);
        if (record) kept_[audience].insert_or_assign(key, *record);
        else kept_[audience].erase(key);
    }

    std::uint64_t seed_;
    bool first_ = true;
    std::map<Audience, std::map<RecordKey, Record>> kept_;
    std::map<RecordKey, Record> own_;
    std::multiset<std::string> undone_;
    std::shared_ptr<const PictureBytes> bytes_ = std::make_shared<PictureBytes>(PictureBytes{"small", "large", 1600, 1200});
};

/// What the tablet has words for where it offers to undo it: a list, and what is on or off.
std::set<std::string> named_by_the_tablet() {
    std::ifstream file{KIEMKRING_SOURCE_DIR "/web/console/undo-view.ts"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::set<std::string> ops;
    const auto add = [&](const std::string& part, const std::regex& word) {
        for (std::sregex_iterator at{part.begin(), part.end(), word}, end; at != end; ++at) ops.insert((*at)[1]);
    };
    add(text.substr(0, text.find("] as const")), std::regex{"\\n  '([a-z_]+)',"});
    add(text.substr(text.rfind("  return {")), std::regex{"\\n    ([a-z_]+):"});
    ops.erase("timer");  // what the clock did, which a facilitator asked for before
    return ops;
}

}  // namespace

TEST_CASE("Records kept by what was touched equal a full projection after every step, and undo leads back") {
    std::multiset<std::string> undone;
    for (std::uint64_t seed = 1; seed <= 32; ++seed) {
        INFO("seed " << seed);
        Walk walk{seed * 7919};
        for (int i = 0; i < 400; ++i) {
            INFO("step " << i << ", version " << walk.meeting.session.version
                         << (walk.meeting.log.empty() ? "" : ", op " + walk.meeting.log.back().op));
            walk.step();
            walk.check();
        }
        undone.insert(walk.undone().begin(), walk.undone().end());
    }
    CHECK(undone.size() > 500);
    const auto named = named_by_the_tablet();
    REQUIRE(named.size() > 60);
    for (const auto& op : named) {
        INFO(op);
        CHECK(undone.contains(op));
    }
    for (const auto* op : {"write_note", "set_timer", "adjust_timer", "pause_timer", "resume_timer"}) {
        INFO(op);
        CHECK(undone.contains(op));
    }
}
