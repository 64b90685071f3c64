// Names for things. Numbers are dense within one session and start at 1; 0 means "none".
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace kiemkring::domain {

template <class Tag>
struct Id {
    std::uint32_t value{};

    constexpr auto operator<=>(const Id&) const = default;
    constexpr explicit operator bool() const { return value != 0; }
    [[nodiscard]] constexpr Id next() const { return {value + 1}; }
};

using RoundId = Id<struct RoundTag>;
using PersonId = Id<struct PersonTag>;
using IdeaId = Id<struct IdeaTag>;
using GroupId = Id<struct GroupTag>;
using VoteId = Id<struct VoteTag>;
using CommitmentId = Id<struct CommitmentTag>;
using ConcernId = Id<struct ConcernTag>;
using TextId = Id<struct TextTag>;
/// A photo, or a site plan: both are pictures, counted together.
using PictureId = Id<struct PictureTag>;

/// A ballot's random number: at most 2^53 - 1, so that it survives JSON.
using BallotId = std::uint64_t;

/// Which session: 16 random hex digits.
using SessionId = std::string;

/// The number of events a session has; the version of its newest event.
using Version = std::uint64_t;

}  // namespace kiemkring::domain

template <class Tag>
struct std::hash<kiemkring::domain::Id<Tag>> {
    std::size_t operator()(kiemkring::domain::Id<Tag> id) const noexcept { return id.value; }
};
