#include "simulation/acts.h"

#include <algorithm>
#include <iterator>

namespace kiemkring::simulation {

using namespace std::chrono_literals;
using domain::RoundKind;

std::string contact_canary(const Client& client) { return "canary." + client.name + "@example.nl"; }

namespace {

const domain::CommitmentRole commitment_roles[] = {domain::CommitmentRole::lead, domain::CommitmentRole::help,
                                                   domain::CommitmentRole::informed};

/// The commitment roles as a list that dice can choose from.
domain::CommitmentRole some_role(Dice& dice) { return commitment_roles[dice.below(std::size(commitment_roles))]; }

class Phone {
public:
    Phone(World& world, Client& client) : dice_(world.dice), client_(client) {}

    void act() {
        const auto* round = client_.records.find<domain::RoundRecord>();
        const auto* me = client_.me.find<domain::MeRecord>();
        if (!round || !me) return;
        if (dice_.chance(0.03)) return client_.ask(domain::SetProfile{client_.name, "Bedrijf", "buur"});
        const auto* session = client_.records.find<domain::SessionRecord>();
        if (session && session->status == domain::SessionStatus::ended && dice_.chance(0.7)) return put_right(*me);
        if (dice_.chance(0.03)) return submit();
        if (dice_.chance(0.03)) return client_.ask(domain::SitAtTable{table()});
        if (dice_.chance(0.01)) return client_.ask(domain::ChooseSymbol{domain::Symbol::frog});
        if (dice_.chance(0.03)) return client_.ask(domain::SetReady{round->round, dice_.chance(0.8)});
        switch (round->kind) {
            case RoundKind::ideas: return dice_.chance(0.2) ? picture() : write();
            case RoundKind::explore: return picture();
            case RoundKind::group: return sort();
            case RoundKind::vote: case RoundKind::tie: return vote(*me);
            case RoundKind::table_choice: return choose();
            case RoundKind::sharpen: return sharpen();
            case RoundKind::concerns: return judge();
            case RoundKind::assess: return score();
            case RoundKind::choose: return answer();
            case RoundKind::close: if (dice_.chance(0.3)) return client_.ask(domain::GiveStars{rating()}); return commit(*me);
            case RoundKind::commit: return commit(*me);
            default: return;
        }
    }

private:
    void submit() { client_.ask(domain::SubmitIdea{client_.unique_text(), "met uitleg"}); }

    void write() {
        const auto ideas = client_.me.all<domain::MyIdeaRecord>();
        if (ideas.empty() || dice_.chance(0.7)) return submit();
        const auto& idea = *dice_.one_of(ideas);
        if (idea.status == domain::IdeaStatus::withdrawn) return client_.ask(domain::RestoreIdea{idea.id});
        if (dice_.chance(0.3)) return translate(idea.id);
        if (dice_.chance(0.5)) return client_.ask(domain::EditIdea{idea.id, client_.unique_text(), ""});
        client_.ask(domain::WithdrawIdea{idea.id});
    }
    void translate(domain::IdeaId idea) {
        client_.ask(domain::TranslateIdea{idea, "pl", dice_.chance(0.8) ? client_.unique_text() : ""});
    }

    /// On the results page: what is one's own, and a photo.
    void put_right(const domain::MeRecord& me) {
        const auto ideas = client_.me.all<domain::MyIdeaRecord>();
        const auto photos = client_.me.all<domain::MyPhotoRecord>();
        if (!photos.empty() && dice_.chance(0.2)) return client_.ask(domain::WithdrawPhoto{dice_.one_of(photos)->id});
        if (ideas.empty() || dice_.chance(0.2)) return commit(me);
        const auto idea = dice_.one_of(ideas)->id;
        if (dice_.chance(0.2)) return translate(idea);
        if (dice_.chance(0.5)) return client_.ask(domain::EditIdea{idea, client_.unique_text(), "met uitleg"});
        client_.ask(domain::WithdrawIdea{idea});
    }

    /// Pins and photos of own ideas; a photo's bytes never come, so it is announced, described and taken back.
    void picture() {
        const auto ideas = client_.me.all<domain::MyIdeaRecord>();
        const auto photos = client_.me.all<domain::MyPhotoRecord>();
        if (ideas.empty() || dice_.chance(0.3))
            return client_.ask(domain::SubmitIdea{client_.unique_text(), "", place(), photo_key()});
        if (photos.empty() || dice_.chance(0.4)) {
            const auto idea = dice_.one_of(ideas)->id;
            if (dice_.chance(0.5)) return client_.ask(domain::PinIdea{idea, place()});
            return client_.ask(domain::AddPhoto{idea, photo_key()});
        }
        const auto photo = dice_.one_of(photos)->id;
        if (dice_.chance(0.6)) return client_.ask(domain::DescribePhoto{photo, client_.unique_text()});
        client_.ask(domain::WithdrawPhoto{photo});
    }
    std::optional<domain::Place> place() {
        if (dice_.chance(0.2)) return std::nullopt;
        return domain::Place{static_cast<double>(dice_.below(1001)) / 1000, static_cast<double>(dice_.below(1001)) / 1000};
    }
    std::string photo_key() {
        std::string key;
        for (int i = 0; i < 32; ++i) key += "0123456789abcdef"[dice_.below(16)];
        return key;
    }

    void sort() {
        const auto ideas = client_.records.all<domain::IdeaRecord>();
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (ideas.empty() || groups.empty()) return;
        const auto* idea = dice_.one_of(ideas);
        if (dice_.chance(0.5)) client_.ask(domain::HoldIdea{idea->id});
        client_.ask(domain::MoveIdeas{{{idea->id, idea->group}}, dice_.one_of(groups)->id, {}});
    }

    void vote(const domain::MeRecord& me) {
        const auto* vote = client_.records.find<domain::VoteRecord>();
        if (!vote || vote->candidates.empty()) return;
        if (!me.votes.empty() && dice_.chance(0.2))
            return client_.ask(domain::RetractVote{dice_.one_of(me.votes).candidate});
        // Three taps in a row, also more than there are votes.
        for (int i = 0; i < 3; ++i) client_.ask(domain::CastVote{dice_.one_of(vote->candidates)});
    }

    void commit(const domain::MeRecord& me) {
        const auto* top = client_.records.find<domain::TopRecord>();
        if (!top || top->entries.empty()) return;
        if (dice_.chance(0.2))
            return client_.ask(domain::GiveContact{domain::ContactKind::email, contact_canary(client_), {"this_idea"}});
        if (dice_.chance(0.1)) return client_.ask(domain::GiveContact{domain::ContactKind::email, {}, {"name_in_report"}});
        if (me.contact && dice_.chance(0.2)) return client_.ask(domain::WithdrawContact{});
        if (!me.commitments.empty() && dice_.chance(0.3))
            return client_.ask(domain::WithdrawCommitment{dice_.one_of(me.commitments).id});
        client_.ask(domain::CommitTo{dice_.one_of(top->entries).candidate, some_role(dice_), "graag"});
    }

    std::uint32_t table() { return static_cast<std::uint32_t>(dice_.below(5)) + 1; }
    std::uint32_t rating() { return static_cast<std::uint32_t>(dice_.below(5)) + 1; }

    void choose() {
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (groups.empty()) return;
        // Often of another table than the own one.
        client_.ask(domain::ChooseForTable{table(), dice_.one_of(groups)->id, dice_.chance(0.8)});
    }

    void sharpen() {
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (groups.empty()) return;
        const auto group = dice_.one_of(groups)->id;
        if (dice_.chance(0.3)) return client_.ask(domain::TakeProposal{group, dice_.chance(0.7)});
        std::uint32_t revision = 0;
        for (const auto* proposal : client_.records.all<domain::ProposalRecord>())
            if (proposal->id == group) revision = proposal->revision;
        client_.ask(domain::WordProposal{group, revision, client_.unique_text(), "hier", "ons", domain::Fits::yes, domain::Fits::no});
    }

    void judge() {
        const auto* top = client_.records.find<domain::TopRecord>();
        if (!top || top->entries.empty()) return;
        const auto answer = dice_.chance(0.5) ? domain::ConcernAnswer::worried : domain::ConcernAnswer::fine;
        client_.ask(domain::AnswerConcern{dice_.one_of(top->entries).candidate, answer, client_.unique_text()});
    }

    void score() {
        const auto* matrix = client_.records.find<domain::MatrixRecord>();
        if (!matrix || matrix->subjects.empty()) return;
        // Also after it is closed, and on a criterion that there is not.
        const auto criterion = static_cast<std::uint32_t>(dice_.below(matrix->criteria.size() + 1));
        client_.ask(domain::GiveScore{dice_.one_of(matrix->subjects).group, criterion, static_cast<std::uint32_t>(dice_.below(6))});
    }

    void answer() {
        const auto* choosing = client_.records.find<domain::ChoosingRecord>();
        if (!choosing || !choosing->candidate) return;
        const auto said = dice_.chance(0.3) ? domain::ConcernAnswer::worried : domain::ConcernAnswer::fine;
        client_.ask(domain::AnswerConcern{choosing->candidate, said, client_.unique_text()});
    }

    Dice& dice_;
    Client& client_;
};

/// Writes down what people on paper say, sometimes more than a helper may.
class Helper {
public:
    Helper(World& world, Client& client) : dice_(world.dice), client_(client) {}

    void act() {
        const auto* round = client_.records.find<domain::RoundRecord>();
        if (!round) return;
        const auto seats = client_.records.all<domain::PaperRecord>();
        if (seats.size() < 3 && made() < 6 && dice_.chance(0.3)) return client_.ask(domain::AddPaperSeat{"Truus"});
        // Once: the third time in a connection ends it.
        if (!overstepped() && dice_.chance(0.01)) return client_.ask(domain::CloseSession{});
        if (seats.empty()) return;
        const auto& seat = *dice_.one_of(seats);
        if (round->kind == RoundKind::ideas || dice_.chance(0.05)) return write(seat);
        if (round->kind == RoundKind::assess) return score(seat);
        if (round->kind == RoundKind::choose) return answer(seat);
        if (round->kind == RoundKind::vote || round->kind == RoundKind::tie) vote(seat);
    }

private:
    [[nodiscard]] std::size_t made() const { return count("add_paper_seat"); }
    [[nodiscard]] bool overstepped() const { return count("close_session") > 0; }
    [[nodiscard]] std::size_t count(const std::string& op) const {
        std::size_t times = 0;
        for (const auto& [n, asked] : client_.asked) times += asked.op == op;
        return times;
    }

    void write(const domain::PaperRecord& seat) {
        if (seat.ideas.empty() || dice_.chance(0.6)) return client_.ask(domain::SubmitIdea{client_.unique_text(), ""}, seat.id);
        const auto& idea = dice_.one_of(seat.ideas);
        if (idea.status == domain::IdeaStatus::withdrawn) return client_.ask(domain::RestoreIdea{idea.id}, seat.id);
        if (dice_.chance(0.5)) return client_.ask(domain::EditIdea{idea.id, client_.unique_text(), ""}, seat.id);
        client_.ask(domain::WithdrawIdea{idea.id}, seat.id);
    }

    void score(const domain::PaperRecord& seat) {
        const auto* matrix = client_.records.find<domain::MatrixRecord>();
        if (!matrix || matrix->subjects.empty()) return;
        client_.ask(domain::GiveScore{dice_.one_of(matrix->subjects).group, 0, static_cast<std::uint32_t>(dice_.below(6))}, seat.id);
    }

    void answer(const domain::PaperRecord& seat) {
        const auto* choosing = client_.records.find<domain::ChoosingRecord>();
        if (!choosing || !choosing->candidate) return;
        const auto said = dice_.chance(0.3) ? domain::ConcernAnswer::worried : domain::ConcernAnswer::fine;
        client_.ask(domain::AnswerConcern{choosing->candidate, said, client_.unique_text()}, seat.id);
    }

    void vote(const domain::PaperRecord& seat) {
        const auto* vote = client_.records.find<domain::VoteRecord>();
        if (!vote || vote->candidates.empty()) return;
        if (!seat.votes.empty() && dice_.chance(0.2))
            return client_.ask(domain::RetractVote{dice_.one_of(seat.votes).candidate}, seat.id);
        // Also more than there are votes.
        for (int i = 0; i < 3; ++i) client_.ask(domain::CastVote{dice_.one_of(vote->candidates)}, seat.id);
    }

    Dice& dice_;
    Client& client_;
};

class Tablet {
public:
    Tablet(World& world, Client& client) : world_(world), dice_(world.dice), client_(client) {}

    void act() {
        const auto* round = client_.records.find<domain::RoundRecord>();
        if (!round) return;
        const auto* lead = client_.records.find<domain::LeadRecord>();
        if (!lead || lead->device != client_.device) return watch();
        const auto* session = client_.records.find<domain::SessionRecord>();
        if (session && session->paused && dice_.chance(0.6)) return client_.ask(domain::PauseSession{false});
        if (round->kind != wanted() && dice_.chance(0.7)) return move_on();
        if (!lead->has_pin && dice_.chance(0.02)) return client_.ask(domain::SetPin{"4711"});
        if (dice_.chance(0.08)) return undo();
        if (dice_.chance(0.05)) return people();
        if (dice_.chance(0.08)) return direct();
        switch (round->kind) {
            case RoundKind::lobby: return client_.ask(domain::LockDoor{false});
            case RoundKind::ideas: return ideas();
            case RoundKind::group: return group();
            case RoundKind::vote: case RoundKind::tie: return vote();
            case RoundKind::top5: return reveal();
            case RoundKind::commit: return commit();
            case RoundKind::close: return close();
            case RoundKind::explore: return ideas();
            case RoundKind::pitch: return pitch();
            case RoundKind::table_choice: return tables();
            case RoundKind::sharpen: return sharpen();
            case RoundKind::concerns: return concerns();
            case RoundKind::show: return show();
            case RoundKind::assess: return assess();
            case RoundKind::choose: return choose();
            case RoundKind::talk: case RoundKind::break_: return;
        }
    }

private:
    /// Another tablet drives: it is left to it, mostly.
    void watch() {
        if (dice_.chance(0.02)) return client_.ask(domain::LockDoor{true});
        const bool needs_pin = !client_.device.empty();
        if (!dice_.chance(needs_pin ? 0.03 : 0.2)) return;
        client_.ask(domain::TakeLead{!needs_pin ? "" : dice_.chance(0.7) ? "4711" : "0000"});
    }

    /// The round that the plan has for this time.
    [[nodiscard]] RoundKind wanted() const {
        const auto passed = world_.now() - world_.began_at();
        if (passed < 30s) return RoundKind::lobby;
        if (passed < 200s) return RoundKind::ideas;
        if (passed < 275s) return RoundKind::group;
        if (passed < 290s) return RoundKind::show;
        if (passed < 300s) return RoundKind::pitch;
        if (passed < 315s) return RoundKind::table_choice;
        if (passed < 335s) return RoundKind::sharpen;
        if (passed < 420s) return RoundKind::vote;
        if (passed < 450s) return has_open_tie() ? RoundKind::tie : RoundKind::top5;
        if (passed < 480s) return RoundKind::top5;
        if (passed < 490s) return RoundKind::concerns;
        const bool has_matrix = client_.records.find<domain::MatrixRecord>();
        if (passed < 515s && has_matrix) return RoundKind::assess;
        if (passed < 530s && has_matrix) return RoundKind::choose;
        if (passed < 560s) return RoundKind::commit;
        return RoundKind::close;
    }
    [[nodiscard]] bool has_open_tie() const {
        const auto* tie = client_.records.find<domain::TieRecord>();
        return tie && !tie->decided;
    }

    void move_on() {
        const auto* vote = client_.records.find<domain::VoteRecord>();
        if (vote && vote->state == domain::VoteStatus::open && wanted() > RoundKind::vote)
            return client_.ask(domain::CloseVote{dice_.chance(0.5) ? 0 : 2000, true, dice_.chance(0.5) ? "" : "We gaan door"});
        if (has_open_tie() && wanted() > RoundKind::tie) return tie();
        const auto* agenda = client_.records.find<domain::AgendaRecord>();
        if (!agenda) return;
        for (const auto& round : agenda->rounds)
            if (round.kind == wanted()) return client_.ask(domain::StartRound{round.id, dice_.chance(0.7) ? 0 : 1500, agenda->current});
    }

    void reveal() {
        const auto* top = client_.records.find<domain::TopRecord>();
        client_.ask(domain::RevealNext{top ? top->revealed : 0});
    }

    void undo() {
        const auto* undo = client_.records.find<domain::UndoRecord>();
        if (undo && undo->action) client_.ask(domain::Undo{undo->action->id});
    }

    void people() {
        const auto people = client_.records.all<domain::PersonRecord>();
        if (people.empty()) return;
        for (const auto* person : people)
            if (person->state == domain::PersonState::removed) return client_.ask(domain::BringBackPerson{person->id});
        if (dice_.chance(0.25)) return client_.ask(domain::MergeSeats{dice_.one_of(people)->id, dice_.one_of(people)->id});
        client_.ask(domain::RemovePerson{dice_.one_of(people)->id});
    }

    /// What can be done in any round.
    void direct() {
        const auto* agenda = client_.records.find<domain::AgendaRecord>();
        if (!agenda) return;
        std::vector<domain::RoundId> order;
        for (const auto& round : agenda->rounds) order.push_back(round.id);
        switch (dice_.below(17)) {
            case 0: return dice_.chance(0.5) ? client_.ask(domain::ShowNothing{dice_.chance(0.5)}) : client_.ask(domain::ShowPlan{dice_.chance(0.5)});
            case 1: return client_.ask(domain::PauseTimer{});
            case 2: return client_.ask(domain::ResumeTimer{});
            case 3: return client_.ask(domain::CancelStart{});
            case 4: return client_.ask(domain::KeepVoteOpen{});
            case 5: return client_.ask(domain::SkipRound{dice_.one_of(order), dice_.chance(0.3)});
            case 6: return client_.ask(domain::PauseSession{dice_.chance(0.15)});
            case 7: {
                const auto ideas = client_.records.all<domain::IdeaRecord>();
                return client_.ask(domain::Spotlight{ideas.empty() || dice_.chance(0.3) ? domain::IdeaId{} : dice_.one_of(ideas)->id});
            }
            case 8: return client_.ask(domain::Moderate{dice_.chance(0.3)});
            case 9: return note(dice_.one_of(order));
            case 10: return client_.ask(domain::SetPin{"4711"});
            case 11:
                std::swap(order[dice_.below(order.size())], order[dice_.below(order.size())]);
                return client_.ask(domain::OrderAgenda{order});
            case 12: return client_.ask(domain::AddRound{RoundKind::show, "Kijk", "zo ziet het eruit", "kijk mee", 5});
            case 13: return client_.ask(domain::EditRound{dice_.one_of(order), "", "", "zeg iets anders", 12});
            case 14: return client_.ask(domain::DealTables{5});
            case 15: return client_.ask(domain::SetWifi{dice_.chance(0.8) ? "De Grift" : "", "groene plek", dice_.chance(0.5)});
            default:  // late: by then everybody has had the time to come in
                if (world_.now() - world_.began_at() > 300s) client_.ask(domain::LockDoor{dice_.chance(0.5)});
        }
    }

    /// Sometimes on what is there, sometimes on what was; or back to that.
    void note(domain::RoundId round) {
        std::uint32_t seen = 0;
        for (const auto* note : client_.records.all<domain::NoteRecord>()) {
            if (note->undo && dice_.chance(0.2)) return client_.ask(domain::Undo{note->undo});
            if (note->id == round && dice_.chance(0.8)) seen = note->number;
        }
        client_.ask(domain::WriteNote{round, seen, client_.unique_text(), dice_.chance(0.5)});
    }

    void ideas() {
        const auto all = client_.records.all<domain::IdeaRecord>();
        const auto* round = client_.records.find<domain::RoundRecord>();
        switch (dice_.below(6)) {
            case 0: return client_.ask(domain::SetTimer{300'000});
            case 1: return client_.ask(domain::AdjustTimer{60'000});
            case 2: if (world_.now() - world_.began_at() > 100s) client_.ask(domain::ShareIdeas{!round->ideas_shared}); return;
            default: break;
        }
        if (all.size() < 2) return;
        const auto* idea = dice_.one_of(all);
        std::vector<domain::IdeaId> waiting;
        for (const auto* one : all)
            if (one->status == domain::IdeaStatus::waiting) waiting.push_back(one->id);
        if (!waiting.empty() && dice_.chance(0.5)) return client_.ask(domain::AdmitIdeas{waiting});
        if (dice_.chance(0.05)) return client_.ask(domain::AddIdeas{{client_.unique_text(), client_.unique_text()}});
        if (dice_.chance(0.2)) return client_.ask(domain::TranslateIdea{idea->id, "en", client_.unique_text()});
        switch (dice_.below(3)) {
            case 0: return client_.ask(domain::HideIdea{{idea->id}, idea->status != domain::IdeaStatus::hidden});
            case 1: return client_.ask(domain::KeepForLater{{idea->id}, idea->status != domain::IdeaStatus::later});
            default: return client_.ask(domain::MergeIdeas{{idea->id}, dice_.one_of(all)->id});
        }
    }

    void group() {
        std::vector<const domain::IdeaRecord*> inbox;
        for (const auto* idea : client_.records.all<domain::IdeaRecord>())
            if (!idea->group && idea->status == domain::IdeaStatus::live) inbox.push_back(idea);
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (dice_.chance(0.1)) {
            if (dice_.chance(0.3)) return client_.ask(domain::AllowHints{dice_.chance(0.7)});
            return client_.ask(domain::AllowGrouping{true});
        }
        if (groups.size() < 8 && inbox.size() > 2)
            return client_.ask(domain::CreateGroup{"groep", {{inbox[0]->id, {}}, {inbox[1]->id, {}}}});
        if (groups.empty()) return;
        const auto* some = dice_.one_of(groups);
        switch (dice_.below(5)) {
            case 0: return client_.ask(domain::RenameGroup{some->id, "naam"});
            case 1: return client_.ask(domain::MergeGroups{some->id, dice_.one_of(groups)->id});
            case 2: return client_.ask(domain::DissolveGroup{some->id});
            default: if (!inbox.empty()) client_.ask(domain::MoveIdeas{{{inbox[0]->id, {}}}, some->id, {}});
        }
    }

    void vote() {
        if (has_open_tie()) return tie();
        client_.ask(domain::SetVoteRules{5, 1});
    }

    void tie() {
        const auto* tie = client_.records.find<domain::TieRecord>();
        if (!tie || tie->decided || tie->ways.empty()) {
            const auto* vote = client_.records.find<domain::VoteRecord>();
            if (vote && vote->state == domain::VoteStatus::open) client_.ask(domain::CloseVote{0, true});
            return;
        }
        switch (dice_.one_of(tie->ways)) {
            case domain::TieWay::widen: return client_.ask(domain::WidenTop{});
            case domain::TieWay::run_off: return client_.ask(domain::StartRunoff{});
            case domain::TieWay::merge: return client_.ask(domain::MergeTied{tie->tied, tie->tied.front()});
            case domain::TieWay::draw: return client_.ask(domain::DrawLots{});
        }
    }

    void assess() {
        const auto* matrix = client_.records.find<domain::MatrixRecord>();
        if (!matrix || matrix->subjects.empty() || dice_.chance(0.6)) return;
        if (dice_.chance(0.3)) return client_.ask(domain::CloseMatrix{!matrix->closed});
        const auto verdict = static_cast<domain::Verdict>(dice_.below(4));
        client_.ask(domain::DecideSubject{dice_.one_of(matrix->subjects).group, verdict, client_.unique_text()});
    }

    void choose() {
        const auto* choosing = client_.records.find<domain::ChoosingRecord>();
        if (!choosing || choosing->candidates.empty()) return;
        for (const auto* concern : client_.records.all<domain::ConcernRecord>())
            if (concern->status == domain::ConcernStatus::open && dice_.chance(0.5))
                return client_.ask(domain::SettleConcern{concern->id, domain::ConcernStatus::noted});
        if (!choosing->candidate || dice_.chance(0.2)) {
            const auto second = dice_.chance(0.2) ? dice_.one_of(choosing->candidates) : domain::GroupId{};
            return client_.ask(domain::ProposeChoice{dice_.one_of(choosing->candidates), second});
        }
        if (dice_.chance(0.5)) client_.ask(domain::FreezeChoice{!choosing->frozen, client_.unique_text()});
    }

    /// Pages are put ready, then turned; those of before are turned to as well.
    void show() {
        const auto* round = client_.records.find<domain::RoundRecord>();
        if (!round->show || round->show->pages.empty() || dice_.chance(0.1))
            return set_pages(round->round);
        client_.ask(domain::TurnPage{round->round, static_cast<std::uint32_t>(dice_.below(round->show->pages.size() + 1))});
    }

    void set_pages(domain::RoundId id) {
        std::vector<domain::PageWish> was;
        if (const auto* agenda = client_.records.find<domain::AgendaRecord>())
            for (const auto& round : agenda->rounds)
                if (round.id == id) std::ranges::transform(round.pages, std::back_inserter(was), domain::wish_for);
        client_.ask(domain::SetPages{id, was, {{domain::PageKind::concept_, {}, "haag"}, {domain::PageKind::concept_, {}, "poel"}}});
    }

    void pitch() {
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (!groups.empty()) client_.ask(domain::StartPitch{dice_.chance(0.8) ? dice_.one_of(groups)->id : domain::GroupId{}});
    }

    void tables() {
        const auto people = client_.records.all<domain::PersonRecord>();
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (people.empty() || groups.empty()) return;
        switch (dice_.below(4)) {
            case 0: return client_.ask(domain::SeatPerson{dice_.one_of(people)->id, 2});
            case 1: return client_.ask(domain::ChooseForTable{1, dice_.one_of(groups)->id, dice_.chance(0.7)});
            case 2: return client_.ask(domain::KeepGroupForLater{dice_.one_of(groups)->id, dice_.chance(0.3)});
            default: if (dice_.chance(0.1)) client_.ask(domain::KeepChosen{});
        }
    }

    void sharpen() {
        const auto people = client_.records.all<domain::PersonRecord>();
        const auto groups = client_.records.all<domain::GroupRecord>();
        if (people.empty() || groups.empty()) return;
        client_.ask(domain::AssignProposal{dice_.one_of(groups)->id, dice_.chance(0.5) ? domain::PersonId{} : dice_.one_of(people)->id});
    }

    void concerns() {
        const auto* top = client_.records.find<domain::TopRecord>();
        const auto known = client_.records.all<domain::ConcernRecord>();
        if (!top || top->entries.empty()) return;
        if (known.empty() || dice_.chance(0.3))
            return client_.ask(domain::AnswerConcern{dice_.one_of(top->entries).candidate, domain::ConcernAnswer::worried, "de zaal"});
        client_.ask(domain::SettleConcern{dice_.one_of(known)->id, domain::ConcernStatus::noted});
    }

    void commit() {
        const auto* top = client_.records.find<domain::TopRecord>();
        if (!top || top->entries.empty()) return;
        client_.ask(domain::RecordHands{dice_.one_of(top->entries).candidate, some_role(dice_), {}, 3, ""});
    }

    void close() {
        client_.ask(domain::SetNextStep{"2027-01-15", "samen schoffelen"});
        const auto* session = client_.records.find<domain::SessionRecord>();
        if (session && session->status == domain::SessionStatus::ended && dice_.chance(0.1)) return client_.ask(domain::ReopenSession{});
        if (dice_.chance(0.1)) client_.ask(domain::CloseSession{});
    }

    World& world_;
    Dice& dice_;
    Client& client_;
};

}  // namespace

void act(World& world, Client& client) {
    if (client.role == live::Role::facilitator) Tablet{world, client}.act();
    else if (client.role == live::Role::participant) Phone{world, client}.act();
    else if (client.role == live::Role::helper) Helper{world, client}.act();
}

}  // namespace kiemkring::simulation
