// Which role may give which command, for themselves and for a seat on paper: the same table as proto/access.json, and a test holds the two together.
#pragma once

#include <concepts>

#include "domain/session/command.h"
#include "domain/session/decide.h"

namespace kiemkring::domain {

template <class C, class... Cs>
concept one_of = (std::same_as<C, Cs> || ...);

template <class C>
inline constexpr bool for_both = one_of<C, EditIdea, HoldIdea, ReleaseIdea, MoveIdeas, WithdrawCommitment, ChooseForTable,
                                  WordProposal, AnswerConcern, PinIdea, TranslateIdea, ObjectToPhoto>;

template <class C>
inline constexpr bool for_participants =
    for_both<C> || one_of<C, SetProfile, SubmitIdea, WithdrawIdea, RestoreIdea, SetReady, CastVote, RetractVote, CommitTo,
                          GiveContact, WithdrawContact, SitAtTable, TakeProposal, GiveStars, GiveScore, ChooseSymbol, AddPhoto, DescribePhoto,
                          WithdrawPhoto>;

template <class C>
inline constexpr bool for_facilitators = for_both<C> || !for_participants<C>;

template <class C>
inline constexpr bool for_helpers = one_of<C, AddPaperSeat, AnswerKnock>;

/// What a facilitator or a helper may say for somebody without a phone.
template <class C>
inline constexpr bool for_paper_seats =
    one_of<C, SetProfile, SubmitIdea, EditIdea, WithdrawIdea, RestoreIdea, PinIdea, CastVote, RetractVote, WithdrawCommitment, GiveScore, AnswerConcern,
           GiveContact, WithdrawContact>;

/// Whether somebody of this role may give this command at all; a big screen may give none.
inline bool may(Asker::Role role, const Command& command, bool for_a_paper_seat = false) {
    return std::visit(
        [&]<class C>(const C&) {
            switch (role) {
                case Asker::Role::participant: return !for_a_paper_seat && for_participants<C>;
                case Asker::Role::facilitator: return for_a_paper_seat ? for_paper_seats<C> : for_facilitators<C>;
                case Asker::Role::helper: return for_a_paper_seat ? for_paper_seats<C> : for_helpers<C>;
                case Asker::Role::screen: break;
            }
            return false;
        },
        command);
}
inline bool may(const Asker& asker, const Command& command) {
    return may(asker.role, command, static_cast<bool>(asker.paper_seat));
}

}  // namespace kiemkring::domain
