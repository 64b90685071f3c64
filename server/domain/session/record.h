// What an audience may see, thing by thing. Member names are those of proto/record.schema.json; `type` and `key` are
// written by wire. A std::optional is null when empty.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/session/values.h"

namespace kiemkring::domain {

enum class Audience { participant, facilitator, screen, helper };

struct SessionRecord {
    static constexpr const char* type = "session";
    std::uint32_t id{};
    std::string title, question, within, money, place, host, controller, retained_until, language;
    std::uint32_t seats_max{};
    std::string door;  ///< open, locked
    SessionStatus status{};
    bool blank{}, rehearsal{}, paused{}, moderated{};
    bool reopened{};  ///< it had ended: ballots, stars and scores of before are sealed, and no new stars and scores come
    bool operator==(const SessionRecord&) const = default;
};

struct InviteRecord {
    static constexpr const char* type = "invite";
    std::uint32_t id{};
    std::string code, secret;
    bool operator==(const InviteRecord&) const = default;
};

struct AgendaRound {
    RoundId id;
    RoundKind kind{};
    std::string title;
    std::uint32_t minutes{};
    std::string text, say, state;  ///< state: done, now, ahead, skipped
    std::vector<ShowPage> pages;   ///< facilitators only
    bool operator==(const AgendaRound&) const = default;
};
struct AgendaRecord {
    static constexpr const char* type = "agenda";
    std::uint32_t id{};
    std::vector<AgendaRound> rounds;
    RoundId current;
    std::optional<Schedule> moving;
    bool operator==(const AgendaRecord&) const = default;
};

/// A page as everybody sees it. A photo is looked up by its own record, which only those have who may see it.
struct PageView {
    PageKind kind{};
    PictureId picture;
    std::uint32_t width{}, height{};
    std::string title, text;
    std::vector<std::string> facts;
    bool operator==(const PageView&) const = default;
};
/// `page` counts the pages from 1; 0 is the words of the round.
struct ShowView { std::uint32_t page{}; std::vector<PageView> pages; bool operator==(const ShowView&) const = default; };

struct RunningTimer { std::string state = "running"; Time ends_at{}; bool operator==(const RunningTimer&) const = default; };
struct PausedTimer { std::string state = "paused"; std::int64_t left_ms{}; bool operator==(const PausedTimer&) const = default; };
struct RoundRecord {
    static constexpr const char* type = "round";
    std::uint32_t id{};
    RoundId round;
    RoundKind kind{};
    std::optional<std::variant<RunningTimer, PausedTimer>> timer;
    bool ideas_shared{}, grouping_allowed{}, hints_allowed{};
    std::optional<Pitch> pitch;
    std::optional<ShowView> show;
    bool operator==(const RoundRecord&) const = default;
};

/// Nothing in it changes when somebody writes an idea: the two would come together, and say who wrote it.
struct PersonRecord {
    static constexpr const char* type = "person";
    PersonId id;
    std::string name;
    std::optional<std::string> organisation, role;
    PersonState state{};
    std::uint32_t table{};
    Symbol symbol{};
    std::optional<std::uint32_t> votes_left;
    std::optional<bool> ready;
    bool operator==(const PersonRecord&) const = default;
};

struct ProgressRecord {
    static constexpr const char* type = "progress";
    std::uint32_t id{};
    std::uint32_t ideas{}, writers{}, seats_taken{};
    bool operator==(const ProgressRecord&) const = default;
};

/// The line of an idea in another language.
struct TranslationView { std::string language, text; bool operator==(const TranslationView&) const = default; };

struct HoldView { PersonId person; std::string name; Time until{}; bool operator==(const HoldView&) const = default; };
struct IdeaRecord {
    static constexpr const char* type = "idea";
    IdeaId id;
    std::string text, explanation;
    IdeaStatus status{};
    GroupId group;
    double order{};
    IdeaId merged_into;
    std::optional<HoldView> hold;
    std::optional<Place> place;
    std::optional<TranslationView> translation;
    bool operator==(const IdeaRecord&) const = default;
};

struct GroupRecord {
    static constexpr const char* type = "group";
    GroupId id;
    std::string name, letter, color;
    double order{};
    bool single{};
    std::optional<TranslationView> translation;  ///< of the idea that it is called after
    bool operator==(const GroupRecord&) const = default;
};

struct Waiting { PersonId person; std::uint32_t left{}; bool operator==(const Waiting&) const = default; };
struct VoteRecord {
    static constexpr const char* type = "vote";
    std::uint32_t id{};
    VoteId vote;
    bool runoff{};
    VoteStatus state{};
    std::vector<GroupId> candidates;
    std::uint32_t votes_per_person{}, votes_per_candidate{}, voted{}, seats{};
    std::optional<Time> closes_at;
    std::optional<std::vector<Waiting>> waiting;
    bool operator==(const VoteRecord&) const = default;
};

struct Count { GroupId candidate; std::uint32_t votes{}; bool operator==(const Count&) const = default; };
struct TallyRecord {
    static constexpr const char* type = "tally";
    std::uint32_t id{};
    VoteId vote;
    std::vector<Count> counts;
    bool operator==(const TallyRecord&) const = default;
};

struct TieRecord {
    static constexpr const char* type = "tie";
    std::uint32_t id{};
    std::uint32_t first_place{}, free{};
    std::vector<GroupId> tied;
    std::uint32_t size{};
    std::vector<TieWay> ways;
    bool runoff{};
    std::optional<TieDecision> decided;
    bool operator==(const TieRecord&) const = default;
};

struct TopEntryView {
    std::uint32_t place{};
    GroupId candidate;
    std::string letter, title;
    std::uint32_t votes{};
    bool tied{};
    bool operator==(const TopEntryView&) const = default;
};
struct NearMiss { GroupId candidate; std::string letter, title; std::uint32_t votes{}; bool operator==(const NearMiss&) const = default; };
struct TopRecord {
    static constexpr const char* type = "top";
    std::uint32_t id{};
    std::uint32_t size{}, revealed{};
    std::vector<TopEntryView> entries;
    std::vector<NearMiss> near_misses;
    std::optional<TieWay> decided_by;
    std::string seed;
    bool operator==(const TopRecord&) const = default;
};

struct CommitmentRecord {
    static constexpr const char* type = "commitment";
    CommitmentId id;
    GroupId candidate;
    CommitmentRole role{};
    PersonId person;
    std::string name;
    std::uint32_t hands{};
    std::string note;
    bool operator==(const CommitmentRecord&) const = default;
};

struct Lead { GroupId candidate; bool lead{}; std::uint32_t people{}; bool operator==(const Lead&) const = default; };
struct LeadsRecord {
    static constexpr const char* type = "leads";
    std::uint32_t id{};
    std::vector<Lead> ideas;
    bool operator==(const LeadsRecord&) const = default;
};

struct TableRecord {
    static constexpr const char* type = "table";
    std::uint32_t id{};
    std::vector<GroupId> chosen;
    bool operator==(const TableRecord&) const = default;
};

struct ProposalRecord {
    static constexpr const char* type = "proposal";
    GroupId id;
    PersonId by;
    std::string name, what, where, whom;
    Fits in_time{}, in_money{};
    std::uint32_t revision{};
    bool operator==(const ProposalRecord&) const = default;
};

struct ConcernRecord {
    static constexpr const char* type = "concern";
    ConcernId id;
    GroupId candidate;
    PersonId person;
    std::string name, text;
    ConcernStatus status{};
    bool operator==(const ConcernRecord&) const = default;
};

/// How many find an idea fine, how many are worried, and how many of those nothing was done about yet.
struct Mood { GroupId candidate; std::uint32_t fine{}, worried{}, open{}; bool operator==(const Mood&) const = default; };
struct MoodsRecord {
    static constexpr const char* type = "moods";
    std::uint32_t id{};
    std::vector<Mood> ideas;
    bool operator==(const MoodsRecord&) const = default;
};

struct StarsRecord {
    static constexpr const char* type = "stars";
    std::uint32_t id{};
    std::vector<std::uint32_t> counts;  ///< of one star, of two, to five
    bool operator==(const StarsRecord&) const = default;
};

/// A row of the matrix; its name and letter are those of its group.
struct SubjectView {
    GroupId group;
    std::string about;
    std::optional<Verdict> verdict;  ///< of the table; when it is scored in colours
    std::string note;
    bool operator==(const SubjectView&) const = default;
};
struct CriterionView { std::string name, question; bool operator==(const CriterionView&) const = default; };
/// How often each score was given, from 1.
struct CellView { GroupId group; std::uint32_t criterion{}; std::vector<std::uint32_t> counts; bool operator==(const CellView&) const = default; };
struct MatrixRecord {
    static constexpr const char* type = "matrix";
    std::uint32_t id{};
    Scale scale{};
    std::vector<SubjectView> subjects;
    std::vector<CriterionView> criteria;
    bool closed{};
    std::uint32_t answered{}, seats{};            ///< who filled in every cell
    std::optional<std::vector<Waiting>> waiting;  ///< facilitators only: who has not yet, and how many cells they lack
    std::vector<CellView> cells;                  ///< once it is closed
    bool operator==(const MatrixRecord&) const = default;
};

/// What is proposed in the round choose, and what may be.
struct ChoosingRecord {
    static constexpr const char* type = "choosing";
    std::uint32_t id{};
    GroupId candidate;
    bool frozen{};
    std::string reason;
    std::vector<GroupId> candidates;
    std::uint32_t answered{}, seats{};  ///< who said what they think of it
    GroupId combined_with{};
    bool operator==(const ChoosingRecord&) const = default;
};

struct NextStepView { std::string date, text; bool operator==(const NextStepView&) const = default; };
struct ClosingRecord {
    static constexpr const char* type = "closing";
    std::uint32_t id{};
    std::optional<NextStepView> next_step;
    bool operator==(const ClosingRecord&) const = default;
};

/// `what` was acted on: a text, or nothing.
struct UndoView { std::uint64_t id{}; std::string op; std::string what; Time at{}; bool operator==(const UndoView&) const = default; };
struct UndoRecord {
    static constexpr const char* type = "undo";
    std::uint32_t id{};
    std::optional<UndoView> action;
    bool operator==(const UndoRecord&) const = default;
};

struct SpotlightRecord {
    static constexpr const char* type = "spotlight";
    std::uint32_t id{};
    IdeaId idea;
    std::string text, explanation;
    std::optional<TranslationView> translation;
    bool operator==(const SpotlightRecord&) const = default;
};

struct NoteRecord {
    static constexpr const char* type = "note";
    RoundId id;
    std::string text;
    std::uint32_t number{};
    std::uint64_t undo{};  ///< the action that wrote it, when it can be undone; else 0
    bool operator==(const NoteRecord&) const = default;
};

struct LeadRecord {
    static constexpr const char* type = "lead";
    std::uint32_t id{};
    std::string device;  ///< as in welcome; empty: a tablet that the organiser paired
    bool has_pin{};
    std::uint32_t pin{};  ///< which one it is, so that a tablet knows whether it made it; 0: none
    bool operator==(const LeadRecord&) const = default;
};

/// For the tablet, and for the big screen while it is to show it.
struct WifiRecord {
    static constexpr const char* type = "wifi";
    std::uint32_t id{};
    std::string name, password;
    bool shown{};
    bool operator==(const WifiRecord&) const = default;
};

struct MyVotes { GroupId candidate; std::uint32_t votes{}; bool operator==(const MyVotes&) const = default; };
struct MyCommitment { CommitmentId id; GroupId candidate; CommitmentRole role{}; std::string note; bool operator==(const MyCommitment&) const = default; };
struct MyConcern { GroupId candidate; ConcernAnswer answer{}; std::string text; bool operator==(const MyConcern&) const = default; };
struct MyScore { GroupId group; std::uint32_t criterion{}, score{}; bool operator==(const MyScore&) const = default; };
struct MeRecord {
    static constexpr const char* type = "me";
    std::uint32_t id{};
    PersonId person;
    std::string name, organisation, role;
    bool removed{}, ready{};
    std::vector<MyVotes> votes;
    std::uint32_t votes_left{};
    std::vector<MyCommitment> commitments;
    std::vector<MyConcern> concerns;
    std::uint32_t stars{};  ///< 0: none given
    std::vector<MyScore> scores;
    std::optional<Contact> contact;
    bool operator==(const MeRecord&) const = default;
};

/// A record of its own, so that a change costs the same however many ideas somebody has.
struct MyIdeaRecord {
    static constexpr const char* type = "my_idea";
    IdeaId id;
    std::string text, explanation;
    IdeaStatus status{};
    GroupId group;
    std::optional<Place> place;
    std::optional<TranslationView> translation;
    bool operator==(const MyIdeaRecord&) const = default;
};

struct PaperIdea { IdeaId id; std::string text, explanation; IdeaStatus status{}; std::optional<Place> place; bool operator==(const PaperIdea&) const = default; };
/// What was written down for a seat on paper, for those who write it down.
struct PaperRecord {
    static constexpr const char* type = "paper";
    PersonId id;
    std::vector<PaperIdea> ideas;
    std::vector<MyVotes> votes;
    std::uint32_t votes_left{};
    std::vector<MyScore> scores;
    std::vector<MyConcern> concerns;
    bool may_be_named{};  ///< in reports: they were asked, and said yes
    bool operator==(const PaperRecord&) const = default;
};

/// A photo that this audience may see: participants and the big screen only what is released.
struct PhotoRecord {
    static constexpr const char* type = "photo";
    PictureId id;
    IdeaId idea;
    std::string description;
    PhotoStatus status{};
    bool released{};
    std::uint32_t width{}, height{};
    bool operator==(const PhotoRecord&) const = default;
};

struct MyPhotoRecord {
    static constexpr const char* type = "my_photo";
    PictureId id;
    std::string key;
    IdeaId idea;
    std::string description;
    PhotoStatus status{};
    bool released{};
    bool operator==(const MyPhotoRecord&) const = default;
};

struct PlanRecord {
    static constexpr const char* type = "plan";
    std::uint32_t id{};
    PictureId picture;
    std::uint32_t width{}, height{};
    bool shown{};
    bool operator==(const PlanRecord&) const = default;
};

using Record = std::variant<SessionRecord, InviteRecord, AgendaRecord, RoundRecord, PersonRecord, ProgressRecord,
                            IdeaRecord, GroupRecord, VoteRecord, TallyRecord, TieRecord, TopRecord, CommitmentRecord,
                            LeadsRecord, TableRecord, ProposalRecord, ConcernRecord, MoodsRecord, StarsRecord, ClosingRecord,
                            UndoRecord, SpotlightRecord, NoteRecord, LeadRecord, MeRecord, MyIdeaRecord, PhotoRecord,
                            MyPhotoRecord, PlanRecord, PaperRecord, MatrixRecord, ChoosingRecord, WifiRecord>;

/// What a record is about. The order is the order in which a snapshot sends them. `me` has the person as number.
enum class RecordType { session, invite, agenda, round, person, progress, idea, group, vote, tally, tie, top, commitment,
                        leads, table, proposal, concern, moods, stars, closing, undo, spotlight, note, lead, me, my_idea,
                        photo, my_photo, plan, paper, matrix, choosing, wifi };

struct RecordKey {
    RecordType type{};
    std::uint32_t id{};
    auto operator<=>(const RecordKey&) const = default;
};

}  // namespace kiemkring::domain
