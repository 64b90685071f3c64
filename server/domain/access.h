// Which role may give which command: the same table as proto/access.json, and a test holds the two together.
#pragma once

#include <concepts>

#include "domain/session/command.h"
#include "domain/session/decide.h"

namespace kiemkring::domain {

template <class C, class... Cs>
concept one_of = (std::same_as<C, Cs> || ...);

template <class C>
inline constexpr bool for_both = one_of<C, EditIdea, HoldIdea, ReleaseIdea, MoveIdeas, WithdrawCommitment, ChooseForTable,
                                  WordProposal, AnswerConcern, PinIdea, TranslateIdea>;

template <class C>
inline constexpr bool for_participants =
    for_both<C> || one_of<C, SetProfile, SubmitIdea, WithdrawIdea, RestoreIdea, SetReady, CastVote, RetractVote, CommitTo,
                          GiveContact, WithdrawContact, SitAtTable, TakeProposal, GiveStars, ChooseSymbol, AddPhoto, DescribePhoto,
                          WithdrawPhoto, ObjectToPhoto>;

template <class C>
inline constexpr bool for_facilitators = for_both<C> || !for_participants<C>;

/// Whether this role may give this command at all; a big screen may give none.
inline bool may(Asker::Role role, const Command& command) {
    return std::visit(
        [role]<class C>(const C&) {
            if (role == Asker::Role::participant) return for_participants<C>;
            return role == Asker::Role::facilitator && for_facilitators<C>;
        },
        command);
}

}  // namespace kiemkring::domain
