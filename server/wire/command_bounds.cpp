#include "wire/command_bounds.h"

#include <algorithm>
#include <array>
#include <set>

#include "domain/limits.h"
#include "domain/session/naming.h"
#include "wire/text.h"

namespace kiemkring::wire {

using namespace domain;
using namespace domain::limits;

namespace {

using Check = std::optional<Reason>;

Check fine_if(bool fine) { return fine ? Check{} : Reason::bad_args; }

template <class Number>
Check between(Number value, Number least, Number most) {
    return fine_if(value >= least && value <= most);
}

template <class Tag>
Check named(Id<Tag> id) {
    return fine_if(static_cast<bool>(id));
}
Check named(const MovedIdea& moved) { return named(moved.idea); }

/// At most `most` things, each named and none twice.
template <class T>
Check named(const std::vector<T>& things, std::size_t most) {
    if (things.size() > most) return Reason::bad_args;
    std::set<std::uint32_t> seen;
    for (const auto& thing : things) {
        if (const auto reason = named(thing)) return reason;
        std::uint32_t number{};
        if constexpr (std::is_same_v<T, MovedIdea>) number = thing.idea.value;
        else number = thing.value;
        if (!seen.insert(number).second) return Reason::bad_args;
    }
    return {};
}

/// The first reason among checks that were all made.
template <class... Checks>
Check first(Checks... checks) {
    Check found;
    ((found = found ? found : checks), ...);
    return found;
}

/// Kept as typed: a blank at the end is where somebody goes on writing.
Check check_note(std::string& text) {
    auto trimmed = text;
    return check_optional_text(trimmed, facilitator_note_characters_max);
}

bool is_pin(std::string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
/// A network has a name of at most 32 bytes, and no password or one of 8 to 63 letters as WPA has them.
Check check_wifi(std::string& name, const std::string& password) {
    if (const auto reason = check_optional_text(name, wifi_name_bytes_max)) return reason;
    if (name.size() > wifi_name_bytes_max || password.size() > wifi_password_max) return Reason::too_long;
    const bool is_line = name.find_first_of("\t\n") == std::string::npos;
    const bool is_typed = std::ranges::all_of(password, [](char c) { return c >= ' ' && c <= '~'; });
    if (!is_line || !is_typed) return Reason::bad_text;
    return fine_if(password.empty() || (!name.empty() && password.size() >= wifi_password_min));
}
/// Inside the site plan, its edges too.
Check on_plan(const std::optional<Place>& place) {
    const auto inside = [](double value) { return value >= 0 && value <= 1; };
    return !place || (inside(place->x) && inside(place->y)) ? Check{} : Reason::outside_plan;
}
bool is_picture_key(const std::string& key) { return is_hex(key, 32); }

Check note(std::string& text) { return check_optional_text(text, note_characters_max); }
Check group_name(std::string& text) { return check_optional_text(text, group_name_characters_max); }

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms;

// By default every number of a command names one thing.
template <class C>
Check check(C& command) {
    if constexpr (requires { command.idea; }) return named(command.idea);
    else if constexpr (requires { command.candidate; }) return named(command.candidate);
    else if constexpr (requires { command.commitment; }) return named(command.commitment);
    else if constexpr (requires { command.person; }) return named(command.person);
    else if constexpr (requires { command.photo.value; }) return named(command.photo);
    else if constexpr (requires { command.round; }) return named(command.round);
    else if constexpr (requires { command.group; }) return named(command.group);
    else return {};
}

Check check(SetProfile& c) {
    return first(check_optional_text(c.name, name_characters_max),
                 check_optional_text(c.organisation, affiliation_characters_max),
                 check_optional_text(c.role, affiliation_characters_max));
}
Check check(SubmitIdea& c) {
    return first(check_text(c.text, idea_characters_max), check_optional_text(c.explanation, explanation_characters_max),
                 on_plan(c.place), fine_if(!c.photo || is_picture_key(*c.photo)));
}
Check check(EditIdea& c) {
    return first(named(c.idea), check_text(c.text, idea_characters_max),
                 check_optional_text(c.explanation, explanation_characters_max));
}
Check check(TranslateIdea& c) {
    const bool is_language = c.language.size() == 2 && std::ranges::all_of(c.language, [](char l) { return l >= 'a' && l <= 'z'; });
    return first(named(c.idea), fine_if(is_language), check_optional_text(c.text, idea_characters_max));
}
Check check(PinIdea& c) { return first(named(c.idea), on_plan(c.place)); }
Check check(AddPhoto& c) { return first(named(c.idea), fine_if(is_picture_key(c.photo))); }
Check check(DescribePhoto& c) {
    return first(named(c.photo), check_optional_text(c.description, description_characters_max));
}
Check check(ReleasePhotos& c) { return named(c.photos, photos_per_session_max); }
Check check(MoveIdeas& c) { return named(c.ideas, 500); }
Check check(CommitTo& c) { return first(named(c.candidate), note(c.note)); }
Check check(SetReady& c) { return named(c.round); }
Check check(AddPaperSeat& c) { return check_optional_text(c.name, name_characters_max); }
Check check(MergeSeats& c) { return first(named(c.person), named(c.into)); }
Check check(AnswerKnock& c) { return fine_if(c.knock > 0); }
Check check(Spotlight&) { return {}; }
Check check(HideIdea& c) { return named(c.ideas, 500); }
Check check(KeepForLater& c) { return named(c.ideas, 500); }
Check check(AdmitIdeas& c) { return named(c.ideas, 500); }
Check check(AddIdeas& c) {
    auto found = between(c.lines.size(), std::size_t{1}, ideas_at_once_max);
    for (auto& line : c.lines) found = first(found, check_text(line, idea_characters_max));
    return found;
}
Check check(WriteNote& c) { return first(named(c.round), check_note(c.text)); }
Check check(SetWifi& c) { return check_wifi(c.name, c.password); }
Check check(SetPin& c) { return fine_if(is_pin(c.pin)); }
Check check(TakeLead& c) { return fine_if(c.pin.empty() || is_pin(c.pin)); }
Check check(GiveContact& c) {
    static constexpr std::array<std::string_view, 4> purposes{"this_idea", "report", "next_steps", name_in_report};
    for (const auto& purpose : c.purposes) {
        if (std::ranges::find(purposes, purpose) == purposes.end()) return Reason::bad_args;
        if (std::ranges::count(c.purposes, purpose) > 1) return Reason::bad_args;
    }
    // White space in an address is never cut in silence, but for blanks around it.
    c.value.erase(0, std::min(c.value.find_first_not_of(' '), c.value.size()));
    c.value.erase(c.value.find_last_not_of(' ') + 1);
    const auto for_the_address = c.purposes.size() - static_cast<std::size_t>(std::ranges::count(c.purposes, name_in_report));
    if (c.value.empty() && !c.purposes.empty() && for_the_address == 0) return {};
    if (c.kind == ContactKind::email && !is_email(c.value)) return Reason::bad_email;
    if (c.kind == ContactKind::phone && !is_phone(c.value)) return Reason::bad_phone;
    if (for_the_address == 0) return Reason::consent_required;
    return {};
}
Check check(StartRound& c) {
    return first(named(c.round), between<std::int64_t>(c.in_ms, 0, 10 * minute_ms), c.seen ? named(*c.seen) : Check{});
}
Check check(OrderAgenda& c) { return named(c.rounds, rounds_max); }
Check check(SetTimer& c) { return between<std::int64_t>(c.duration_ms, 0, 4 * hour_ms); }
Check check(AdjustTimer& c) { return between<std::int64_t>(c.delta_ms, -4 * hour_ms, 4 * hour_ms); }
Check check(MergeIdeas& c) { return first(named(c.ideas, 100), named(c.into)); }
Check check(CreateGroup& c) { return first(named(c.ideas, 500), group_name(c.name)); }
Check check(RenameGroup& c) { return first(named(c.group), group_name(c.name)); }
Check check(MergeGroups& c) { return first(named(c.group), named(c.into)); }
Check check(SplitGroup& c) { return first(named(c.group), named(c.ideas, 500), group_name(c.name)); }
Check check(SetVoteRules& c) {
    return first(between<std::uint32_t>(c.votes_per_person, 1, 30),
                 between<std::uint32_t>(c.votes_per_candidate, 1, 30));
}
Check check(CloseVote& c) { return first(between<std::int64_t>(c.in_ms, 0, minute_ms), note(c.reason)); }
Check check(MergeTied& c) { return first(named(c.candidates, 100), named(c.into)); }
Check check(RecordHands& c) {
    return first(named(c.candidate), between<std::uint32_t>(c.hands, 1, 200),
                 fine_if(!c.person || c.hands == 1), note(c.note));
}
Check check(SetNextStep& c) {
    return first(is_date(c.date) ? Check{} : Reason::bad_date, check_optional_text(c.text, note_characters_max));
}
Check check_round(std::string& title, std::string& text, std::string& say, std::uint32_t minutes) {
    return first(check_optional_text(title, idea_characters_max), check_optional_text(text, round_text_characters_max),
                 check_optional_text(say, round_text_characters_max), between(minutes, 0U, round_minutes_max));
}
Check check(AddRound& c) { return check_round(c.title, c.text, c.say, c.minutes); }
Check check(EditRound& c) { return first(named(c.round), check_round(c.title, c.text, c.say, c.minutes)); }
Check check(SetPages& c) {
    for (const auto* pages : {&c.was, &c.pages}) {
        if (pages->size() > pages_per_show_max) return Reason::quota;
        for (const auto& page : *pages)
            if (page.concept_id.size() > affiliation_characters_max) return Reason::bad_args;
    }
    return named(c.round);
}
Check check(TurnPage& c) { return named(c.round); }
Check check(StartPitch&) { return {}; }
Check check(SitAtTable& c) { return between(c.table, 0U, tables_max); }
Check check(SeatPerson& c) { return first(named(c.person), between(c.table, 0U, tables_max)); }
Check check(DealTables& c) { return between(c.tables, 1U, tables_max); }
Check check(ChooseForTable& c) { return first(named(c.group), between(c.table, 1U, tables_max)); }
Check check(AssignProposal& c) { return named(c.group); }
Check check(WordProposal& c) {
    return first(named(c.group), check_optional_text(c.what, proposal_part_characters_max),
                 check_optional_text(c.where, proposal_part_characters_max),
                 check_optional_text(c.whom, proposal_part_characters_max));
}
Check check(AnswerConcern& c) { return first(named(c.candidate), note(c.text)); }
Check check(SettleConcern& c) { return named(c.concern); }
Check check(GiveScore& c) {
    return first(named(c.group), between(c.criterion, 0U, static_cast<std::uint32_t>(criteria_max) - 1), between(c.score, 0U, 5U));
}
Check check(DecideSubject& c) { return first(named(c.group), note(c.note)); }
Check check(ProposeChoice&) { return {}; }
Check check(FreezeChoice& c) { return note(c.reason); }
Check check(GiveStars& c) { return between(c.stars, 1U, 5U); }
Check check(Undo&) { return {}; }

}  // namespace

std::optional<Reason> check_bounds(Command& command) {
    return std::visit([](auto& each) { return check(each); }, command);
}

}  // namespace kiemkring::wire
