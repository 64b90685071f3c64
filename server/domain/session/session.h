// The state of one session, folded from its events, and the only ways to read and change it.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "domain/session/event.h"
#include "domain/session/record.h"

namespace kiemkring::domain {

struct Person {
    PersonState state{};
    bool on_paper{};
    bool has_unopened_link{};
    std::uint32_t ideas{};  ///< submitted and not withdrawn
    std::uint32_t submitted{};
    std::vector<IdeaId> own;
    std::uint32_t table{};
    Symbol symbol{};
    RoundId ready;     ///< the round that they are done with
    PersonId same_as;  ///< the seat that this one went up in
    Version moved_at{};  ///< when that last changed
    std::vector<PictureId> photos;  ///< announced, erased ones too
};

struct Idea {
    PersonId author;
    RoundId round;
    Wording wording;
    IdeaState state;
    Placement placement;
    PersonId moved_by;
    std::optional<Hold> hold;
    std::optional<Place> place;
    std::vector<PictureId> photos;
    std::optional<Translation> translation;
    std::vector<TextId> earlier;  ///< words that it had
};

struct Photo {
    std::string key;
    IdeaId idea;
    PersonId author;
    PhotoState state;
};

struct Vote {
    VoteState state;
    /// ballot -> candidate -> votes
    std::map<BallotId, std::map<GroupId, std::uint32_t>> ballots;
    std::uint32_t voters{};  ///< ballots with at least one vote
};

/// Of the matrix: a subject and the number of a criterion.
using Cell = std::pair<GroupId, std::uint32_t>;
/// A facilitator's action that can be undone: its events in order.
struct Action {
    std::uint64_t id{};
    std::string op;
    Time at{};
    std::vector<Event> events;
};

struct Session {
    SessionInfo info;
    SessionId rehearsal_of;  ///< empty for a real session
    Version version{};
    SessionStatus status{};
    std::vector<AgendaItem> agenda;
    std::set<RoundId> visited;
    RoundId current;
    std::optional<Schedule> moving;
    Timer timer;
    Pause pause;
    IdeaId spotlight;
    bool locked{}, blank{}, plan_shown{}, grouping_allowed{}, hints_allowed{}, moderated{}, sealed{};
    std::string lead;  ///< see LeadTaken
    TextId pin;
    Wifi wifi;
    std::set<TextId> put_away;  ///< earlier PINs, Wi-Fis and notes: for undo alone
    Sharing sharing;
    std::map<PersonId, Person> people;
    std::map<IdeaId, Idea> ideas;
    std::map<GroupId, GroupState> groups;
    std::map<GroupId, std::set<IdeaId>> members;  ///< live ideas of each group; 0 is the inbox
    std::map<PictureId, Photo> photos;
    std::unordered_map<std::string, PictureId> photo_keys;
    std::map<std::string, PictureId> slide_keys;  ///< of uploads, also of slides that were taken away
    std::optional<Plan> plan;
    std::map<VoteId, Vote> votes;
    std::map<VoteId, std::map<BallotId, Version>> voted_at;  ///< when a ballot last changed; 0: of the stars
    std::map<CommitmentId, CommitmentState> commitments;
    std::map<CommitmentId, std::vector<TextId>> earlier_notes;  ///< of commitments
    std::optional<Tie> tie;
    std::optional<Top> top;
    std::uint32_t revealed{};
    Pitch pitch;
    std::uint32_t page{};  ///< of the show of now; 0: its words
    std::map<std::uint32_t, std::vector<GroupId>> choices;  ///< of each table
    std::map<GroupId, Proposal> proposals;
    std::map<ConcernId, ConcernState> concerns;
    std::map<BallotId, std::uint32_t> stars;
    std::optional<Matrix> matrix;
    bool matrix_closed{};
    std::map<BallotId, std::map<Cell, std::uint32_t>> scores;
    std::map<GroupId, TableDecision> decisions;
    Choosing choosing;
    std::optional<NextStep> next_step;
    std::map<RoundId, Note> notes;
    std::deque<Action> actions;  ///< undoable, newest last, bounded
    std::uint32_t live_ideas{}, writers{}, seats_taken{};
    std::uint32_t texts_made{}, rounds_made{}, seat_moves{}, retention_moves{}, pictures_made{}, plans_made{}, slides_made{};

    // The erasable rows.
    std::unordered_map<TextId, std::string> texts;
    std::map<PersonId, PersonRow> rows;
    std::map<VoteId, std::map<PersonId, BallotId>> links;  ///< 0: of the stars

    [[nodiscard]] const AgendaItem* round(RoundId id) const;
    [[nodiscard]] RoundKind kind() const;  ///< of the current round
    /// Empty when it was erased.
    [[nodiscard]] std::string text(TextId id) const;
    [[nodiscard]] std::string name(PersonId id) const;
    /// The seat that this one is now: itself, unless it went up in another.
    [[nodiscard]] PersonId seat_of(PersonId id) const;
    /// This seat, and those that went up in it.
    [[nodiscard]] std::vector<PersonId> seats_in(PersonId id) const;
    /// The ballot of a seat: the one with votes, where it has several.
    [[nodiscard]] std::optional<BallotId> ballot_of(VoteId vote, PersonId person) const;
    /// The text that is a group's title now: its name, or its first idea; of a group that was emptied after the end what it stands
    /// as in the result. 0 for any other unnamed or empty group, and an unknown one.
    [[nodiscard]] TextId title_text(GroupId id) const;
    [[nodiscard]] std::string title(GroupId id) const { return text(title_text(id)); }
    /// Of the idea that gives an unnamed group its title.
    [[nodiscard]] const Idea* title_idea(GroupId id) const;
    /// The result names something so.
    [[nodiscard]] bool is_title_in_result(TextId id) const;
    /// Of the newest vote that was not taken back; 0 when there is none.
    [[nodiscard]] VoteId last_vote_id() const;
    [[nodiscard]] const Vote* last_vote() const;
    /// The last vote while it is open.
    [[nodiscard]] const Vote* open_vote() const;
    /// Of the open vote: the ballots with votes of people who were taken out. Whoever comes back has theirs again; those who are
    /// not back when it closes have none.
    [[nodiscard]] std::set<BallotId> ballots_left_out() const;
    /// How many of those who are in have voted, in the last vote.
    [[nodiscard]] std::uint32_t voted() const;
    [[nodiscard]] bool is_shared(IdeaId id) const;
    /// Everybody may see the idea.
    [[nodiscard]] bool is_public(IdeaId id) const;
    /// A PIN is in no export, so an imported session has none until a new one is set.
    [[nodiscard]] bool has_pin() const { return !text(pin).empty(); }
    /// It had ended, and goes on. What was sealed stays so.
    [[nodiscard]] bool is_reopened() const { return sealed && status == SessionStatus::open; }
    /// Whether a group is there with an idea in it that takes part.
    [[nodiscard]] bool has_ideas(GroupId id) const;
    [[nodiscard]] bool is_in_top(GroupId candidate) const;
    /// Under which number somebody gave stars.
    [[nodiscard]] std::optional<BallotId> stars_by(PersonId id) const;
    /// Under which number somebody scored.
    [[nodiscard]] std::optional<BallotId> scores_by(PersonId id) const;
    /// What somebody scored.
    [[nodiscard]] std::map<Cell, std::uint32_t> scores_of(PersonId id) const;
    /// Whether the group is a row of the matrix.
    [[nodiscard]] bool is_subject(GroupId id) const;
    /// Whether the group came along from a dossier and is there.
    [[nodiscard]] bool is_brought(GroupId id) const;
    /// So many come out of a vote.
    [[nodiscard]] std::uint32_t places() const;
};

/// Puts the erasable rows of a change, or of a stored session, into the state. Call it before evolve.
void put_rows(Session& session, const std::vector<TextRow>& texts, const std::vector<PersonRow>& people,
              const std::vector<BallotLink>& links);

/// Takes erased texts out of the state.
void erase_texts(Session& session, const std::vector<TextId>& texts);

/// Folds one event; never fails. Appends the keys of the records that may look different now (perhaps repeatedly).
/// `BallotsSealed` also forgets the links.
void evolve(Session& session, const Happened& happened, std::vector<RecordKey>& touched);

/// What `audience` may see of `key` now; nothing when it may not, or when there is none. What only one person sees is
/// nothing here: see project_own.
[[nodiscard]] std::optional<Record> project(const Session& session, Audience audience, RecordKey key);
/// Who alone sees this record; 0 for a record of the audiences, and for an unknown idea.
[[nodiscard]] PersonId owner_of(const Session& session, RecordKey key);
/// The record that only its owner sees; nothing for a key without one.
[[nodiscard]] std::optional<Record> project_own(const Session& session, RecordKey key);
/// Every key that an audience may have a record of: the oracle for `touched`, and the contents of a snapshot.
[[nodiscard]] std::vector<RecordKey> all_keys(const Session& session);
/// The same of what only this person sees.
[[nodiscard]] std::vector<RecordKey> own_keys(const Session& session, PersonId person);

/// A hash over everything that events made; texts and names are left out. Equal logs give equal hashes.
[[nodiscard]] std::uint64_t state_hash(const Session& session);

}  // namespace kiemkring::domain
