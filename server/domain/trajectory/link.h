// A question to one person, or a feed for one calendar, reached by a link with a secret in it. Only a hash of the secret is kept.
#pragma once

#include <optional>

#include "domain/trajectory/values.h"

namespace kiemkring::domain::trajectory {

/// Gives an entry a new link; an earlier one of it is unknown from now on. The secret is the desk's own, so that a lost answer loses
/// no link; whoever hands this on has put its hash in its place.
struct MakeLink {
    static constexpr std::string_view op = "make_link";
    EntryId id;
    std::string secret;
};
/// Its link opens nothing any more, and says so.
struct WithdrawLink {
    static constexpr std::string_view op = "withdraw_link";
    EntryId id;
};
/// What the person who has the link says. Of nobody at a desk.
struct AnswerByLink {
    static constexpr std::string_view op = "answer_by_link";
    static constexpr bool only_by_link = true;
    std::string token_hash;
    Consent answer{};  ///< accepted or declined
    std::string reply_note;
    std::optional<std::string> seen{};  ///< mark of the terms that their page showed; those of now when it says none
};
BOOST_DESCRIBE_STRUCT(MakeLink, (), (id, secret))
BOOST_DESCRIBE_STRUCT(WithdrawLink, (), (id))
BOOST_DESCRIBE_STRUCT(AnswerByLink, (), (token_hash, answer, reply_note, seen))

}  // namespace kiemkring::domain::trajectory
