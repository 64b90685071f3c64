// A described struct names all of its members: one that is forgotten would be lost without a word.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "wire/described.h"
#include "wire/described_commands.h"
#include "wire/described_events.h"
#include "wire/described_records.h"

namespace kiemkring::wire {

namespace {

struct Anything {
    template <class T>
    operator T() const;  // NOLINT: only looked at, never called
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires { T{((void)I, Anything{})...}; };
}

/// How many members an aggregate has.
template <class T, std::size_t N = 0>
constexpr std::size_t members_of() {
    if constexpr (!takes<T>(std::make_index_sequence<N + 1>{})) return N;
    else return members_of<T, N + 1>();
}

template <class T>
constexpr bool is_described_whole = members_of<T>() == boost::mp11::mp_size<Members<T>>::value;

template <class Variant>
using Types = boost::mp11::mp_rename<Variant, boost::mp11::mp_list>;

using Values = boost::mp11::mp_list<
    domain::SessionInfo, domain::AgendaItem, domain::Schedule, domain::Timer, domain::Sharing, domain::Wording,
    domain::IdeaState, domain::Placement, domain::Hold, domain::GroupState, domain::VoteState, domain::TieDecision,
    domain::Tie, domain::TopEntry, domain::Top, domain::CommitmentState, domain::NextStep, domain::TextRow,
    domain::Contact, domain::PersonRow, domain::BallotLink, domain::Details, domain::MovedIdea, domain::AgendaRound,
    domain::RunningTimer, domain::PausedTimer, domain::HoldView, domain::Waiting, domain::Count, domain::TopEntryView,
    domain::NearMiss, domain::Lead, domain::NextStepView, domain::UndoView, domain::MyVotes,
    domain::MyCommitment>;

template <class... Ts>
void check_each(boost::mp11::mp_list<Ts...>) {
    ([] { static_assert(is_described_whole<Ts>); }(), ...);
}

}  // namespace

TEST_CASE("Every member of every value, command, event and record is described", "[wire]") {
    check_each(Values{});
    check_each(Types<domain::Command>{});
    check_each(Types<domain::Event>{});
    check_each(Types<domain::Record>{});
    // Counting members works: this struct has three, and a description of two would be noticed.
    CHECK(members_of<domain::Timer>() == 3);
}

TEST_CASE("Every event has a name of its own", "[wire]") {
    std::set<std::string> names;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, domain::Event>>([&](auto type) {
        REQUIRE(domain::event_name<typename decltype(type)::type> != nullptr);
        names.insert(domain::event_name<typename decltype(type)::type>);
    });
    CHECK(names.size() == std::variant_size_v<domain::Event>);
}

}  // namespace kiemkring::wire
