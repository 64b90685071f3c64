// The values that a session's state, events and records are made of.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "domain/ids.h"

namespace kiemkring::domain {

using base::Time;

enum class RoundKind { lobby, ideas, group, vote, tie, top5, commit, close, talk, break_, show, pitch, table_choice, sharpen,
                       concerns, explore, assess, choose };
/// People talk or rest; phones say what to do until when, and nothing is asked of them.
constexpr bool is_interlude(RoundKind kind) { return kind == RoundKind::talk || kind == RoundKind::break_; }
/// The rounds that say how far a session is; the others may come at any moment.
constexpr bool is_milestone(RoundKind kind) { return kind <= RoundKind::close; }
/// People may say that they are done with it.
constexpr bool has_ready(RoundKind kind) {
    return kind == RoundKind::talk || kind == RoundKind::ideas || kind == RoundKind::group || kind == RoundKind::table_choice ||
           kind == RoundKind::sharpen;
}
enum class SessionStatus { open, ended };
/// merged: is another seat now; invited: has a personal link that was not opened yet, and takes no seat before.
enum class PersonState { in, removed, merged, invited };
/// How somebody has a seat: on a phone of their own, on paper (others write down what they say), by a personal link.
enum class SeatKind { phone, paper, link };
enum class IdeaStatus { live, hidden, merged, withdrawn, later, waiting };  ///< waiting: for a facilitator to let it through
/// Of a photo: its phone has yet to send it; it is here; only facilitators and its owner see it; gone for good.
enum class PhotoStatus { awaited, here, hidden, erased };
enum class TimerState { none, running, paused };
enum class VoteStatus { none, open, closed };
enum class CommitmentRole { lead, help, think, arrange, check_first, informed, missing };
enum class ContactKind { email, phone };
/// Whether a proposal fits: within a year, within the money.
enum class Fits { unknown, yes, no };
enum class ConcernAnswer { none, fine, worried };
/// What the facilitator did with a concern.
enum class ConcernStatus { open, noted, resolved, dropped };
/// The warm-up: what somebody takes along to the place. The big screen shows it beside their name.
enum class Symbol { none, bee, bird, butterfly, flower, frog, hedgehog, mushroom, tree };
/// How the subjects of a matrix are scored: 1 to 5 points, or green (1), amber (2) and red (3).
enum class Scale { points, colours };
/// What the table decided of a subject.
enum class Verdict { open, green, amber, red };
/// The ways out of a tie.
enum class TieWay { widen, run_off, merge, draw };

/// What the organiser fixed when the session was created.
struct SessionInfo {
    std::string title, question, within, money, place, host, controller, language;
    std::string retained_until;  ///< YYYY-MM-DD
    std::uint32_t seats_max{};
    std::string code;    ///< 6 characters, to be typed
    std::string secret;  ///< in the QR
    bool operator==(const SessionInfo&) const = default;
};

/// What a show has after its words: a photo of an idea, a concept of the catalogue, or a slide that was uploaded.
enum class PageKind { photo, concept_, slide };
/// A concept as it was when it came into a show: at the desk it may be changed afterwards.
struct ConceptWords {
    std::string title, text;
    std::vector<std::string> facts;
    bool operator==(const ConceptWords&) const = default;
};
struct ShowPage {
    PageKind kind{};
    PictureId picture;       ///< of a photo or a slide
    std::string concept_id;  ///< of a concept
    std::uint32_t width{}, height{};  ///< of a slide
    std::optional<ConceptWords> words{};  ///< of a concept; without them it is one of those that come along
    bool operator==(const ShowPage&) const = default;
};

struct AgendaItem {
    RoundId id;
    RoundKind kind{};
    std::string title;  ///< empty: the name of the kind; of a talk, its question
    std::uint32_t minutes{};
    std::string say;
    bool skipped{};
    std::string text;  ///< what everybody reads while the round is on
    std::vector<ShowPage> pages;  ///< of a show
    bool operator==(const AgendaItem&) const = default;
};

struct Schedule {
    RoundId round;
    Time at;
    bool operator==(const Schedule&) const = default;
};

struct Timer {
    TimerState state{};
    Time ends_at{};
    std::int64_t left_ms{};
    bool operator==(const Timer&) const = default;
};

/// Everything stands still for everybody.
struct Pause {
    bool on{};
    bool timer_ran{};  ///< and runs on afterwards
    bool operator==(const Pause&) const = default;
};

/// Which ideas everybody sees: all, or those up to `through`.
struct Sharing {
    bool all{};
    IdeaId through;
    bool operator==(const Sharing&) const = default;
};

struct Wording {
    TextId text, explanation;
    bool operator==(const Wording&) const = default;
};

struct IdeaState {
    IdeaStatus status{};
    IdeaId merged_into;
    bool operator==(const IdeaState&) const = default;
};

/// The same in another language, put beside the line of an idea.
struct Translation {
    std::string language;  ///< two letters, as in ISO 639-1
    TextId text;
    bool operator==(const Translation&) const = default;
};

/// Where an idea lies: a group (0: the inbox) and a position that sorts it there.
struct Placement {
    GroupId group;
    double order{};
    bool operator==(const Placement&) const = default;
};

/// Where something is on the site plan: 0..1 from its left, and from its top.
struct Place {
    double x{}, y{};
    bool operator==(const Place&) const = default;
};

struct PhotoState {
    PhotoStatus status{};
    bool released{};  ///< everybody may see it
    TextId description;
    std::uint32_t width{}, height{};  ///< of the large one; 0 until it is here
    bool operator==(const PhotoState&) const = default;
};

/// A picture of the site, on which pins are set.
struct Plan {
    PictureId picture;
    std::uint32_t width{}, height{};
    bool operator==(const Plan&) const = default;
};

struct Hold {
    PersonId person;  ///< 0: a facilitator
    Time until;
    bool operator==(const Hold&) const = default;
};

struct GroupState {
    bool exists{};
    TextId name;
    bool single{};  ///< made for one idea when a vote opened
    bool brought{};  ///< came along from a dossier: takes part without an idea in it
    bool operator==(const GroupState&) const = default;
};

struct VoteState {
    VoteStatus status{};
    RoundId round;
    bool runoff{};
    std::vector<GroupId> candidates;
    std::uint32_t votes_per_person{}, votes_per_candidate{};
    std::optional<Time> closes_at;
    TextId why_early = {};  ///< why it is closed while many have not voted, when that was said
    bool operator==(const VoteState&) const = default;
};

struct TieDecision {
    TieWay way{};
    std::vector<GroupId> winners, order;
    std::string seed;  ///< 16 hex digits for a draw, else empty
    bool operator==(const TieDecision&) const = default;
};

struct Tie {
    VoteId vote;
    std::uint32_t first_place{}, free{}, size{};
    std::vector<GroupId> settled;  ///< places that a run-off already gave, best first
    std::vector<GroupId> tied;
    VoteId runoff;  ///< 0: none was held
    std::optional<TieDecision> decided;
    bool operator==(const Tie&) const = default;
};

struct TopEntry {
    std::uint32_t place{};
    GroupId candidate;
    TextId title;
    std::uint32_t votes{};
    bool tied{};
    bool operator==(const TopEntry&) const = default;
};

struct Top {
    VoteId vote;
    std::vector<TopEntry> entries, near_misses;  ///< best first
    std::optional<TieWay> decided_by;
    std::string seed;
    bool operator==(const Top&) const = default;
};

struct CommitmentState {
    bool exists{};
    GroupId candidate;
    CommitmentRole role{};
    PersonId person;  ///< 0: nameless hands
    std::uint32_t hands{};
    TextId note;
    bool operator==(const CommitmentState&) const = default;
};

/// Which group explains itself now (0: none), and which did.
struct Pitch {
    GroupId group;
    std::vector<GroupId> done;
    bool operator==(const Pitch&) const = default;
};

/// What a group of ideas became: what, where and for whom.
struct Proposal {
    PersonId by;  ///< who sharpens it; 0: nobody
    TextId what, where, whom;
    Fits in_time{}, in_money{};
    std::uint32_t revision{};  ///< counts its wordings
    bool operator==(const Proposal&) const = default;
};

/// What somebody thinks of an idea of the top; nobody (0) when a facilitator wrote it down for the room.
struct ConcernState {
    GroupId candidate;
    PersonId person;
    ConcernAnswer answer{};
    TextId text;
    ConcernStatus status{};
    bool operator==(const ConcernState&) const = default;
};

/// A row of the matrix: a group that was brought along.
struct Subject {
    GroupId group;
    TextId about;
    std::uint32_t entry{};  ///< its number in the dossier
    bool operator==(const Subject&) const = default;
};

/// A column of the matrix.
struct Criterion {
    std::string name, question;
    std::uint32_t entry{};
    bool operator==(const Criterion&) const = default;
};

/// What the group scores in the round assess.
struct Matrix {
    Scale scale{};
    std::vector<Subject> subjects;
    std::vector<Criterion> criteria;
    bool operator==(const Matrix&) const = default;
};

struct TableDecision {
    Verdict verdict{};
    TextId note;
    bool operator==(const TableDecision&) const = default;
};

/// The proposal of the round choose; frozen: it is chosen, for this reason.
struct Choosing {
    GroupId candidate;
    bool frozen{};
    TextId reason;
    GroupId combined_with{};  ///< two become one; else 0
    bool operator==(const Choosing&) const = default;
};

/// What facilitators noted at a round. A sitting of typing writes over one text, so that text says which sitting it was.
struct Note {
    TextId text;
    std::uint32_t number{};  ///< counts how often it was written
    bool operator==(const Note&) const = default;
};

/// The Wi-Fi of the room; 0: none.
struct Wifi {
    TextId name, password;
    bool shown{};
    bool operator==(const Wifi&) const = default;
};

struct NextStep {
    std::string date;  ///< YYYY-MM-DD
    TextId text;
    bool operator==(const NextStep&) const = default;
};

// Erasable rows: written in the same transaction as the events that refer to them, and never part of an event.

/// What a decoder made of an upload: two JPEG files without anything but the picture.
struct PictureBytes {
    std::string thumbnail, large;
    std::uint32_t width{}, height{};  ///< of the large one
    bool operator==(const PictureBytes&) const = default;
};

struct PictureRow {
    PictureId id;
    std::shared_ptr<const PictureBytes> bytes;
    bool operator==(const PictureRow& other) const { return id == other.id && *bytes == *other.bytes; }
};

struct TextRow {
    TextId id;
    std::string text;
    bool operator==(const TextRow&) const = default;
};

struct Contact {
    ContactKind kind{};
    std::string value;
    std::vector<std::string> purposes;
    bool operator==(const Contact&) const = default;
};

/// The whole personal row of somebody; written again when it changes.
struct PersonRow {
    PersonId id;
    std::string token_hash;  ///< before a personal link is opened that of the link; empty on paper
    std::string name, organisation, role;
    std::optional<Contact> contact;
    bool operator==(const PersonRow&) const = default;
};

/// The links of stars and of scores have numbers that no vote has.
inline constexpr VoteId stars_links{}, scores_links{0xFFFF'FFFF};
struct BallotLink {
    VoteId vote;
    PersonId person;
    BallotId ballot{};
    bool operator==(const BallotLink&) const = default;
};

}  // namespace kiemkring::domain
