// What people ask for. Each struct is one `op` of the protocol; its members are the args, named as there.
#pragma once

#include <variant>

#include "domain/session/values.h"

namespace kiemkring::domain {

/// A page as a tablet names it: a picture (of a photo or slide), or a concept.
struct PageWish { PageKind kind{}; PictureId picture; std::string concept_id; bool operator==(const PageWish&) const = default; };

inline PageWish wish_for(const ShowPage& page) { return {page.kind, page.picture, page.concept_id}; }

/// An idea to move, and the group the asker saw it in.
struct MovedIdea {
    IdeaId idea;
    GroupId from;
    bool operator==(const MovedIdea&) const = default;
};

/// A participant says who they are; every text may be empty.
struct SetProfile { static constexpr const char* op = "set_profile"; std::string name; std::string organisation; std::string role; bool operator==(const SetProfile&) const = default; };
/// A new idea, perhaps with a pin and the key of a photo that follows; outside the rounds ideas and explore it is kept under later.
struct SubmitIdea { static constexpr const char* op = "submit_idea"; std::string text; std::string explanation; std::optional<Place> place = {}; std::optional<std::string> photo = {}; bool operator==(const SubmitIdea&) const = default; };
/// Own idea, or any for the facilitator.
struct EditIdea { static constexpr const char* op = "edit_idea"; IdeaId idea; std::string text; std::string explanation; bool operator==(const EditIdea&) const = default; };
/// Takes an own idea back; after the end for good, with its words and photos.
struct WithdrawIdea { static constexpr const char* op = "withdraw_idea"; IdeaId idea; bool operator==(const WithdrawIdea&) const = default; };
/// Brings an own withdrawn idea back.
struct RestoreIdea { static constexpr const char* op = "restore_idea"; IdeaId idea; bool operator==(const RestoreIdea&) const = default; };
/// I am done with this round, or not yet.
struct SetReady { static constexpr const char* op = "set_ready"; RoundId round; bool ready{}; bool operator==(const SetReady&) const = default; };
/// Puts the line of an own idea, or of any for the facilitator, into another language beside it; an empty text takes that away.
struct TranslateIdea { static constexpr const char* op = "translate_idea"; IdeaId idea; std::string language; std::string text; bool operator==(const TranslateIdea&) const = default; };
/// Sets the pin of an own idea, or of any for the facilitator; null takes it away.
struct PinIdea { static constexpr const char* op = "pin_idea"; IdeaId idea; std::optional<Place> place; bool operator==(const PinIdea&) const = default; };
/// Announces a photo for an own idea. The phone chooses the key (32 hex digits) and sends the bytes by HTTP.
struct AddPhoto { static constexpr const char* op = "add_photo"; IdeaId idea; std::string photo; bool operator==(const AddPhoto&) const = default; };
/// What can be seen on it, for who cannot see it. Its owner says so.
struct DescribePhoto { static constexpr const char* op = "describe_photo"; PictureId photo; std::string description; bool operator==(const DescribePhoto&) const = default; };
/// Takes an own photo back: it is erased at once.
struct WithdrawPhoto { static constexpr const char* op = "withdraw_photo"; PictureId photo; bool operator==(const WithdrawPhoto&) const = default; };
/// Somebody is in a photo and does not want that: it is erased at once, and nobody is told who asked.
struct ObjectToPhoto { static constexpr const char* op = "object_to_photo"; PictureId photo; bool operator==(const ObjectToPhoto&) const = default; };
/// Everybody may see these photos, or not any more.
struct ReleasePhotos { static constexpr const char* op = "release_photos"; std::vector<PictureId> photos; bool released{}; bool operator==(const ReleasePhotos&) const = default; };
/// Only facilitators and the owner see it, or it is as before.
struct HidePhoto { static constexpr const char* op = "hide_photo"; PictureId photo; bool hidden{}; bool operator==(const HidePhoto&) const = default; };
/// The session has no site plan any more. Pins keep their place, for when there is one again.
struct RemovePlan { static constexpr const char* op = "remove_plan"; bool operator==(const RemovePlan&) const = default; };
/// Takes an idea in the hand for 10 s, so that others see who moves it.
struct HoldIdea { static constexpr const char* op = "hold_idea"; IdeaId idea; bool operator==(const HoldIdea&) const = default; };
/// Lets go of it.
struct ReleaseIdea { static constexpr const char* op = "release_idea"; IdeaId idea; bool operator==(const ReleaseIdea&) const = default; };
/// Moves ideas to a group (0: the inbox), before another idea there (0: at the end).
struct MoveIdeas { static constexpr const char* op = "move_ideas"; std::vector<MovedIdea> ideas; GroupId to; IdeaId before; bool operator==(const MoveIdeas&) const = default; };
/// One vote on a candidate (a group).
struct CastVote { static constexpr const char* op = "cast_vote"; GroupId candidate; bool operator==(const CastVote&) const = default; };
/// Takes one vote back.
struct RetractVote { static constexpr const char* op = "retract_vote"; GroupId candidate; bool operator==(const RetractVote&) const = default; };
/// What I do for an idea of the top 5.
struct CommitTo { static constexpr const char* op = "commit"; GroupId candidate; CommitmentRole role{}; std::string note; bool operator==(const CommitTo&) const = default; };
/// Own commitment, or any for the facilitator.
struct WithdrawCommitment { static constexpr const char* op = "withdraw_commitment"; CommitmentId commitment; bool operator==(const WithdrawCommitment&) const = default; };
/// Contact for the chosen purposes; consent is at least one purpose.
struct GiveContact { static constexpr const char* op = "give_contact"; ContactKind kind{}; std::string value; std::vector<std::string> purposes; bool operator==(const GiveContact&) const = default; };
/// Erases it at once.
struct WithdrawContact { static constexpr const char* op = "withdraw_contact"; bool operator==(const WithdrawContact&) const = default; };
/// Nobody new comes in while locked.
struct LockDoor { static constexpr const char* op = "lock_door"; bool locked{}; bool operator==(const LockDoor&) const = default; };
/// Takes a person out; their seat is free.
struct RemovePerson { static constexpr const char* op = "remove_person"; PersonId person; bool operator==(const RemovePerson&) const = default; };
/// Brings a removed person back when there is a seat.
struct BringBackPerson { static constexpr const char* op = "bring_back_person"; PersonId person; bool operator==(const BringBackPerson&) const = default; };
/// A seat for somebody without a phone: others write down what they say.
struct AddPaperSeat { static constexpr const char* op = "add_paper_seat"; std::string name; bool operator==(const AddPaperSeat&) const = default; };
/// Two seats of one person become one: `person` goes up in `into`.
struct MergeSeats { static constexpr const char* op = "merge_seats"; PersonId person; PersonId into; bool operator==(const MergeSeats&) const = default; };
/// Lets somebody in who knocked on the locked door, or does not.
struct AnswerKnock { static constexpr const char* op = "answer_knock"; std::uint32_t knock{}; bool let_in{}; bool operator==(const AnswerKnock&) const = default; };
/// Everything stands still for everybody, or goes on.
struct PauseSession { static constexpr const char* op = "pause_session"; bool paused{}; bool operator==(const PauseSession&) const = default; };
/// One idea on every phone and on the big screen; 0: back to the round.
struct Spotlight { static constexpr const char* op = "spotlight"; IdeaId idea; bool operator==(const Spotlight&) const = default; };
/// New ideas wait until a facilitator lets them through, or go straight on.
struct Moderate { static constexpr const char* op = "moderate"; bool moderated{}; bool operator==(const Moderate&) const = default; };
/// Lets waiting ideas through.
struct AdmitIdeas { static constexpr const char* op = "admit_ideas"; std::vector<IdeaId> ideas; bool operator==(const AdmitIdeas&) const = default; };
/// Ideas that there were already, one of each line and nobody's. Whoever writes in silence does not see them.
struct AddIdeas { static constexpr const char* op = "add_ideas"; std::vector<std::string> lines; bool operator==(const AddIdeas&) const = default; };
/// A note for facilitators at a round, written on what was note number `seen`. One that goes on with what the same tablet wrote just
/// before is undone together with that.
struct WriteNote { static constexpr const char* op = "write_note"; RoundId round; std::uint32_t seen{}; std::string text; bool goes_on{}; bool operator==(const WriteNote&) const = default; };
/// The Wi-Fi of the room, for the big screen in the lobby: its QR comes before that of the page while shown. No name: none.
struct SetWifi { static constexpr const char* op = "set_wifi"; std::string name; std::string password; bool shown{}; bool operator==(const SetWifi&) const = default; };
/// The PIN with which a tablet that watches takes over.
struct SetPin { static constexpr const char* op = "set_pin"; std::string pin; bool operator==(const SetPin&) const = default; };
/// This tablet drives from now on; the other one watches.
struct TakeLead { static constexpr const char* op = "take_lead"; std::string pin; bool operator==(const TakeLead&) const = default; };
/// Moves everybody, now (0) or after in_ms, from the round that the asker saw; without `seen` from wherever they are.
struct StartRound { static constexpr const char* op = "start_round"; RoundId round; std::int64_t in_ms{}; std::optional<RoundId> seen = {}; bool operator==(const StartRound&) const = default; };
/// Stops a start that counts down.
struct CancelStart { static constexpr const char* op = "cancel_start"; bool operator==(const CancelStart&) const = default; };
/// The new order of all rounds.
struct OrderAgenda { static constexpr const char* op = "order_agenda"; std::vector<RoundId> rounds; bool operator==(const OrderAgenda&) const = default; };
/// Skips a round that is ahead, or not any more.
struct SkipRound { static constexpr const char* op = "skip_round"; RoundId round; bool skipped{}; bool operator==(const SkipRound&) const = default; };
/// Adds the round once more, right after the current one.
struct RepeatRound { static constexpr const char* op = "repeat_round"; RoundId round; bool operator==(const RepeatRound&) const = default; };
/// Starts the timer of the current round.
struct SetTimer { static constexpr const char* op = "set_timer"; std::int64_t duration_ms{}; bool operator==(const SetTimer&) const = default; };
/// Adds or takes time.
struct AdjustTimer { static constexpr const char* op = "adjust_timer"; std::int64_t delta_ms{}; bool operator==(const AdjustTimer&) const = default; };
/// Stops it and keeps what is left.
struct PauseTimer { static constexpr const char* op = "pause_timer"; bool operator==(const PauseTimer&) const = default; };
/// Lets it run on.
struct ResumeTimer { static constexpr const char* op = "resume_timer"; bool operator==(const ResumeTimer&) const = default; };
/// Ends silent writing (or begins it again).
struct ShareIdeas { static constexpr const char* op = "share_ideas"; bool shared{}; bool operator==(const ShareIdeas&) const = default; };
/// Only facilitators see it, or everybody again.
struct HideIdea { static constexpr const char* op = "hide_idea"; std::vector<IdeaId> ideas; bool hidden{}; bool operator==(const HideIdea&) const = default; };
/// Puts an idea under later, or takes it from there.
struct KeepForLater { static constexpr const char* op = "keep_for_later"; std::vector<IdeaId> ideas; bool later{}; bool operator==(const KeepForLater&) const = default; };
/// The ideas become part of one.
struct MergeIdeas { static constexpr const char* op = "merge_ideas"; std::vector<IdeaId> ideas; IdeaId into; bool operator==(const MergeIdeas&) const = default; };
/// Stands by itself again.
struct UnmergeIdea { static constexpr const char* op = "unmerge_idea"; IdeaId idea; bool operator==(const UnmergeIdea&) const = default; };
/// A new group with these ideas.
struct CreateGroup { static constexpr const char* op = "create_group"; std::string name; std::vector<MovedIdea> ideas; bool operator==(const CreateGroup&) const = default; };
struct RenameGroup { static constexpr const char* op = "rename_group"; GroupId group; std::string name; bool operator==(const RenameGroup&) const = default; };
/// All ideas of one go to the other.
struct MergeGroups { static constexpr const char* op = "merge_groups"; GroupId group; GroupId into; bool operator==(const MergeGroups&) const = default; };
/// These ideas of the group become a new group.
struct SplitGroup { static constexpr const char* op = "split_group"; GroupId group; std::vector<IdeaId> ideas; std::string name; bool operator==(const SplitGroup&) const = default; };
/// Its ideas go back to the inbox.
struct DissolveGroup { static constexpr const char* op = "dissolve_group"; GroupId group; bool operator==(const DissolveGroup&) const = default; };
/// Participants may move ideas.
struct AllowGrouping { static constexpr const char* op = "allow_grouping"; bool allowed{}; bool operator==(const AllowGrouping&) const = default; };
/// Who writes an idea is told which shared ones look like it.
struct AllowHints { static constexpr const char* op = "allow_hints"; bool allowed{}; bool operator==(const AllowHints&) const = default; };
/// Before the first vote is cast.
struct SetVoteRules { static constexpr const char* op = "set_vote_rules"; std::uint32_t votes_per_person{}; std::uint32_t votes_per_candidate{}; bool operator==(const SetVoteRules&) const = default; };
/// Closes now (0) or after in_ms. anyway is needed when under 80 % of the seats have voted.
struct CloseVote { static constexpr const char* op = "close_vote"; std::int64_t in_ms{}; bool anyway{}; std::string reason = {}; bool operator==(const CloseVote&) const = default; };
/// Stops a closing that counts down.
struct KeepVoteOpen { static constexpr const char* op = "keep_vote_open"; bool operator==(const KeepVoteOpen&) const = default; };
/// Way out of a tie: all tied come along.
struct WidenTop { static constexpr const char* op = "widen_top"; bool operator==(const WidenTop&) const = default; };
/// Way out of a tie: vote once more among the tied.
struct StartRunoff { static constexpr const char* op = "start_runoff"; bool operator==(const StartRunoff&) const = default; };
/// Way out of a tie: the tied candidates become one.
struct MergeTied { static constexpr const char* op = "merge_tied"; std::vector<GroupId> candidates; GroupId into; bool operator==(const MergeTied&) const = default; };
/// Way out of a tie: by lot, with a recorded seed.
struct DrawLots { static constexpr const char* op = "draw_lots"; bool operator==(const DrawLots&) const = default; };
/// Shows the next place, from last to first; `seen` places were shown when it was asked. Asked twice it is one place.
struct RevealNext { static constexpr const char* op = "reveal_next"; std::uint32_t seen{}; bool operator==(const RevealNext&) const = default; };
/// A commitment by a show of hands: of a person (hands 1) or of a number of nameless hands (person 0).
struct RecordHands { static constexpr const char* op = "record_hands"; GroupId candidate; CommitmentRole role{}; PersonId person; std::uint32_t hands{}; std::string note; bool operator==(const RecordHands&) const = default; };
/// When and what the group does next.
struct SetNextStep { static constexpr const char* op = "set_next_step"; std::string date; std::string text; bool operator==(const SetNextStep&) const = default; };
/// Adds a round right after the current one.
struct AddRound { static constexpr const char* op = "add_round"; RoundKind kind{}; std::string title; std::string text; std::string say; std::uint32_t minutes{}; bool operator==(const AddRound&) const = default; };
/// Other words or minutes for a round.
struct EditRound { static constexpr const char* op = "edit_round"; RoundId round; std::string title; std::string text; std::string say; std::uint32_t minutes{}; bool operator==(const EditRound&) const = default; };
/// What a show has after its words, in this order, instead of the pages `was` that the tablet saw; slides are those that were
/// uploaded for it.
struct SetPages { static constexpr const char* op = "set_pages"; RoundId round; std::vector<PageWish> was; std::vector<PageWish> pages; bool operator==(const SetPages&) const = default; };
/// The show of now goes to this page (0: its words).
struct TurnPage { static constexpr const char* op = "turn_page"; RoundId round; std::uint32_t page{}; bool operator==(const TurnPage&) const = default; };
/// A group explains itself (0: nobody any more); its time begins.
struct StartPitch { static constexpr const char* op = "start_pitch"; GroupId group; bool operator==(const StartPitch&) const = default; };
/// At which table I sit (0: at none).
struct SitAtTable { static constexpr const char* op = "sit_at_table"; std::uint32_t table{}; bool operator==(const SitAtTable&) const = default; };
/// At which table somebody sits.
struct SeatPerson { static constexpr const char* op = "seat_person"; PersonId person; std::uint32_t table{}; bool operator==(const SeatPerson&) const = default; };
/// Spreads everybody over this many tables, by chance.
struct DealTables { static constexpr const char* op = "deal_tables"; std::uint32_t tables{}; bool operator==(const DealTables&) const = default; };
/// A table takes a group on, or not any more.
struct ChooseForTable { static constexpr const char* op = "choose_for_table"; std::uint32_t table{}; GroupId group; bool chosen{}; bool operator==(const ChooseForTable&) const = default; };
/// What no table chose goes to later.
struct KeepChosen { static constexpr const char* op = "keep_chosen"; bool operator==(const KeepChosen&) const = default; };
/// Puts all ideas of a group under later, or takes them from there.
struct KeepGroupForLater { static constexpr const char* op = "keep_group_for_later"; GroupId group; bool later{}; bool operator==(const KeepGroupForLater&) const = default; };
/// I sharpen this group, or not any more.
struct TakeProposal { static constexpr const char* op = "take_proposal"; GroupId group; bool taken{}; bool operator==(const TakeProposal&) const = default; };
/// Who sharpens a group (0: nobody).
struct AssignProposal { static constexpr const char* op = "assign_proposal"; GroupId group; PersonId person; bool operator==(const AssignProposal&) const = default; };
/// The whole wording of a proposal; revision is that of the one it replaces.
struct WordProposal { static constexpr const char* op = "word_proposal"; GroupId group; std::uint32_t revision{}; std::string what; std::string where; std::string whom; Fits in_time{}; Fits in_money{}; bool operator==(const WordProposal&) const = default; };
/// Fine, or a concern with a word; a facilitator writes one down for the room.
struct AnswerConcern { static constexpr const char* op = "answer_concern"; GroupId candidate; ConcernAnswer answer{}; std::string text; bool operator==(const AnswerConcern&) const = default; };
/// What was done with a concern.
struct SettleConcern { static constexpr const char* op = "settle_concern"; ConcernId concern; ConcernStatus status{}; bool operator==(const SettleConcern&) const = default; };
/// How good the session was: 1 to 5.
struct GiveStars { static constexpr const char* op = "give_stars"; std::uint32_t stars{}; bool operator==(const GiveStars&) const = default; };
/// My score of a subject on a criterion (counted from 0); 0 takes it back.
struct GiveScore { static constexpr const char* op = "give_score"; GroupId group; std::uint32_t criterion{}; std::uint32_t score{}; bool operator==(const GiveScore&) const = default; };
/// Closes the matrix, so that everybody sees what the group gave, or opens it again.
struct CloseMatrix { static constexpr const char* op = "close_matrix"; bool closed{}; bool operator==(const CloseMatrix&) const = default; };
/// What the table says of a subject.
struct DecideSubject { static constexpr const char* op = "decide_subject"; GroupId group; Verdict verdict{}; std::string note; bool operator==(const DecideSubject&) const = default; };
/// What is proposed to choose (0: nothing yet).
struct ProposeChoice { static constexpr const char* op = "propose_choice"; GroupId group, combined_with{}; bool operator==(const ProposeChoice&) const = default; };
/// What is proposed is chosen, for this reason, or not any more.
struct FreezeChoice { static constexpr const char* op = "freeze_choice"; bool frozen{}; std::string reason; bool operator==(const FreezeChoice&) const = default; };
/// The warm-up.
struct ChooseSymbol { static constexpr const char* op = "choose_symbol"; Symbol symbol{}; bool operator==(const ChooseSymbol&) const = default; };
/// Ends the session and seals the ballots.
struct CloseSession { static constexpr const char* op = "close_session"; bool operator==(const CloseSession&) const = default; };
struct ReopenSession { static constexpr const char* op = "reopen_session"; bool operator==(const ReopenSession&) const = default; };
/// The big screen shows nothing but the code.
struct ShowNothing { static constexpr const char* op = "show_nothing"; bool blank{}; bool operator==(const ShowNothing&) const = default; };
/// The site plan with its pins on the big screen in any round but `explore`, where it stands anyway; or the round again.
struct ShowPlan { static constexpr const char* op = "show_plan"; bool shown{}; bool operator==(const ShowPlan&) const = default; };
/// Undoes one facilitator action, named by the id in the record undo.
struct Undo { static constexpr const char* op = "undo"; std::uint64_t action{}; bool operator==(const Undo&) const = default; };

using Command = std::variant<SetProfile, SubmitIdea, EditIdea, WithdrawIdea, RestoreIdea, SetReady, HoldIdea, ReleaseIdea, MoveIdeas, CastVote, RetractVote, CommitTo, WithdrawCommitment, GiveContact, WithdrawContact, LockDoor, RemovePerson, BringBackPerson, MergeSeats, AnswerKnock, PauseSession, Spotlight, Moderate, AdmitIdeas, AddIdeas, WriteNote, SetPin, TakeLead, StartRound, CancelStart, OrderAgenda, SkipRound, RepeatRound, SetTimer, AdjustTimer, PauseTimer, ResumeTimer, ShareIdeas, HideIdea, KeepForLater, MergeIdeas, UnmergeIdea, CreateGroup, RenameGroup, MergeGroups, SplitGroup, DissolveGroup, AllowGrouping, AllowHints, SetVoteRules, CloseVote, KeepVoteOpen, WidenTop, StartRunoff, MergeTied, DrawLots, RevealNext, RecordHands, SetNextStep, AddRound, EditRound, SetPages, TurnPage, StartPitch, SitAtTable, SeatPerson, DealTables, ChooseForTable, KeepChosen, KeepGroupForLater, TakeProposal, AssignProposal, WordProposal, AnswerConcern, SettleConcern, GiveStars, ChooseSymbol, CloseSession, ShowNothing, Undo, PinIdea, AddPhoto, DescribePhoto, WithdrawPhoto, ObjectToPhoto, ReleasePhotos, HidePhoto, RemovePlan, TranslateIdea, AddPaperSeat, GiveScore, CloseMatrix, DecideSubject, ProposeChoice, FreezeChoice, SetWifi, ReopenSession, ShowPlan>;

}  // namespace kiemkring::domain
