// The rules by topic: one overload per command, and what several topics share. Included by domain/session/*.cpp only.
#pragma once

#include "domain/limits.h"
#include "domain/session/decide.h"

namespace kiemkring::domain {

#define KIEMKRING_RULE(Command) \
    Decision decide(const Session& session, const Command& command, const Asker& asker, const Moment& moment)
KIEMKRING_RULE(SetProfile);
KIEMKRING_RULE(SubmitIdea);
KIEMKRING_RULE(EditIdea);
KIEMKRING_RULE(WithdrawIdea);
KIEMKRING_RULE(RestoreIdea);
KIEMKRING_RULE(SetReady);
KIEMKRING_RULE(HoldIdea);
KIEMKRING_RULE(ReleaseIdea);
KIEMKRING_RULE(MoveIdeas);
KIEMKRING_RULE(CastVote);
KIEMKRING_RULE(RetractVote);
KIEMKRING_RULE(CommitTo);
KIEMKRING_RULE(WithdrawCommitment);
KIEMKRING_RULE(GiveContact);
KIEMKRING_RULE(WithdrawContact);
KIEMKRING_RULE(LockDoor);
KIEMKRING_RULE(RemovePerson);
KIEMKRING_RULE(BringBackPerson);
KIEMKRING_RULE(MergeSeats);
KIEMKRING_RULE(AnswerKnock);
KIEMKRING_RULE(PauseSession);
KIEMKRING_RULE(Spotlight);
KIEMKRING_RULE(Moderate);
KIEMKRING_RULE(AdmitIdeas);
KIEMKRING_RULE(AddIdeas);
KIEMKRING_RULE(WriteNote);
KIEMKRING_RULE(SetPin);
KIEMKRING_RULE(TakeLead);
KIEMKRING_RULE(StartRound);
KIEMKRING_RULE(CancelStart);
KIEMKRING_RULE(OrderAgenda);
KIEMKRING_RULE(SkipRound);
KIEMKRING_RULE(RepeatRound);
KIEMKRING_RULE(SetTimer);
KIEMKRING_RULE(AdjustTimer);
KIEMKRING_RULE(PauseTimer);
KIEMKRING_RULE(ResumeTimer);
KIEMKRING_RULE(ShareIdeas);
KIEMKRING_RULE(HideIdea);
KIEMKRING_RULE(KeepForLater);
KIEMKRING_RULE(MergeIdeas);
KIEMKRING_RULE(UnmergeIdea);
KIEMKRING_RULE(CreateGroup);
KIEMKRING_RULE(RenameGroup);
KIEMKRING_RULE(MergeGroups);
KIEMKRING_RULE(SplitGroup);
KIEMKRING_RULE(DissolveGroup);
KIEMKRING_RULE(AllowGrouping);
KIEMKRING_RULE(AllowHints);
KIEMKRING_RULE(SetVoteRules);
KIEMKRING_RULE(CloseVote);
KIEMKRING_RULE(KeepVoteOpen);
KIEMKRING_RULE(WidenTop);
KIEMKRING_RULE(StartRunoff);
KIEMKRING_RULE(MergeTied);
KIEMKRING_RULE(DrawLots);
KIEMKRING_RULE(RevealNext);
KIEMKRING_RULE(RecordHands);
KIEMKRING_RULE(SetNextStep);
KIEMKRING_RULE(AddRound);
KIEMKRING_RULE(EditRound);
KIEMKRING_RULE(SetPages);
KIEMKRING_RULE(TurnPage);
KIEMKRING_RULE(StartPitch);
KIEMKRING_RULE(SitAtTable);
KIEMKRING_RULE(SeatPerson);
KIEMKRING_RULE(DealTables);
KIEMKRING_RULE(ChooseForTable);
KIEMKRING_RULE(KeepChosen);
KIEMKRING_RULE(KeepGroupForLater);
KIEMKRING_RULE(TakeProposal);
KIEMKRING_RULE(AssignProposal);
KIEMKRING_RULE(WordProposal);
KIEMKRING_RULE(AnswerConcern);
KIEMKRING_RULE(SettleConcern);
KIEMKRING_RULE(GiveStars);
KIEMKRING_RULE(ChooseSymbol);
KIEMKRING_RULE(CloseSession);
KIEMKRING_RULE(ShowNothing);
KIEMKRING_RULE(Undo);
KIEMKRING_RULE(PinIdea);
KIEMKRING_RULE(AddPhoto);
KIEMKRING_RULE(DescribePhoto);
KIEMKRING_RULE(WithdrawPhoto);
KIEMKRING_RULE(ObjectToPhoto);
KIEMKRING_RULE(ReleasePhotos);
KIEMKRING_RULE(HidePhoto);
KIEMKRING_RULE(RemovePlan);
KIEMKRING_RULE(ShowPlan);
KIEMKRING_RULE(TranslateIdea);
KIEMKRING_RULE(AddPaperSeat);
KIEMKRING_RULE(GiveScore);
KIEMKRING_RULE(CloseMatrix);
KIEMKRING_RULE(DecideSubject);
KIEMKRING_RULE(ProposeChoice);
KIEMKRING_RULE(FreezeChoice);
KIEMKRING_RULE(SetWifi);
KIEMKRING_RULE(ReopenSession);
#undef KIEMKRING_RULE

inline std::unexpected<Refusal> refuse(Reason reason, Details details = {}) {
    return std::unexpected{Refusal{reason, std::move(details)}};
}

/// `wrong_round` with the name of the round that is on.
std::unexpected<Refusal> refuse_round(const Session& session);

/// Collects a change and hands out text ids.
class Draft {
public:
    explicit Draft(const Session& session) : next_text_(session.texts_made + 1) {}

    void add(Event event) { change.events.push_back(std::move(event)); }
    /// The id of a new text; 0 for an empty one.
    TextId text(const std::string& words) {
        if (words.empty()) return {};
        TextId id{next_text_++};
        change.texts.push_back({id, words});
        return id;
    }
    Change change;

private:
    std::uint32_t next_text_;
};

/// Nothing to write when the value is what it was: a change without events is an answer without effect.
template <class Set, class Value>
Decision set_value(const Value& now, const Value& was) {
    Change change;
    if (!(now == was)) change.events.push_back(Set{now, was});
    return change;
}

/// Announces a photo under this key, unless the person or the session has too many: then nothing.
void announce_photo(const Session& session, const std::string& key, IdeaId idea, PersonId author, Draft& draft);

/// A photo is gone for good, with its words.
void erase_photo(PictureId id, const Photo& photo, Change& change);

/// All groups with ideas in them, after making a group of each idea in the inbox.
std::vector<GroupId> group_every_idea(const Session& session, Draft& draft);
/// Opens a vote on all of them.
bool open_vote(const Session& session, RoundId round, Draft& draft);
/// Takes back the open vote, in which nobody voted yet.
void cancel_unused_vote(const Session& session, Draft& draft);
/// `why_early` goes with it, 0 for nothing.
void close_vote(const Session& session, TextId why_early, Draft& draft);
/// The first events of what comes along.
void bring_along(const Brought& brought, Draft& draft);
/// Starts a round now, with all that comes with it.
Decision start_now(const Session& session, RoundId round, const Moment& moment);
/// Moves all ideas of a group and takes the group away.
void empty_group(const Session& session, GroupId from, GroupId to, PersonId by, Draft& draft);

/// The action that wrote the note of this round as it is; nothing when it is too long ago.
const Action* note_sitting(const Session& session, RoundId round);

/// The newest action of a facilitator that can be undone now; nothing when none can. A note is undone where it stands: whoever takes
/// back a step does not mean what was written meanwhile.
const Action* newest_undoable(const Session& session);

/// The lots: the tied in the order drawn with this seed. SplitMix64 steps from the seed (as a number) drive a Fisher-Yates
/// shuffle, from the end, of the candidates sorted by id; anybody can repeat it from the report.
std::vector<GroupId> lots_drawn(std::uint64_t seed, std::vector<GroupId> tied);

}  // namespace kiemkring::domain
