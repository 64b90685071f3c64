// The rules: what a command changes, or why not. Pure: the moment and the randomness arrive as data.
#pragma once

#include <expected>

#include "domain/refusal.h"
#include "domain/session/command.h"
#include "domain/session/session.h"

namespace kiemkring::domain {

/// Who asks. The server itself asks as facilitator when a countdown ends.
struct Asker {
    enum class Role { participant, facilitator, screen, helper } role{};
    PersonId person;     ///< of a participant, else 0
    std::string device;  ///< of a tablet that watches until it takes over, else empty
    PersonId paper_seat;  ///< for which a facilitator or a helper speaks, else 0
};

struct Concept;

/// The moment of a decision.
struct Moment {
    Time now{};
    std::uint64_t random{};
    const std::vector<Concept>* concepts{};  ///< of now, for what a show takes from them; null: those that come along
};

using Decision = std::expected<Change, Refusal>;

/// Texts are already checked for length and characters and trimmed by wire.
[[nodiscard]] Decision decide(const Session& session, const Command& command, const Asker& asker, const Moment& moment);

/// Somebody comes in. Refuses `session_full`, `already` (the token has a seat: ask find_seat first), `ended`;
/// a locked door is refused as `forbidden`, a personal link that was used as `not_found`. Empty and taken names get one that is free.
struct Join {
    std::string token_hash, name, organisation, role;
    PersonId link;  ///< who got the personal link that is opened, else 0
    PersonId into;  ///< whose seat another phone gets by a personal link, else 0
};
/// `invited`: also through a locked door.
[[nodiscard]] Decision decide_join(const Session& session, const Join& join, const Moment& moment, bool invited = false);

/// A personal link for somebody, sent beforehand; `token_hash` is that of the link. It becomes a seat when it is opened; one into a
/// seat that is taken goes up in that and takes none. Refuses `not_found` when nobody with a phone sits there.
[[nodiscard]] Decision decide_invite(const Session& session, const Join& who, const Moment& moment);

/// Another date until which the session is kept, YYYY-MM-DD and checked; also after the end.
[[nodiscard]] Change keep_until(const Session& session, const std::string& date);

/// A session that has ended goes on, in the round in which it ended. Ballots, stars and scores stay sealed. Nothing for one that goes on.
[[nodiscard]] Change reopen(const Session& session);

/// An upload as its owner names it: a photo that was announced under `key` by this person, a slide of a show, or a site plan.
struct Upload {
    bool is_plan{};   ///< or a slide: what a facilitator brings
    std::string key;  ///< that its sender chose: the same again is no second photo, and no second slide
    RoundId show;     ///< of a slide
};
/// Whether its bytes may come. `made_id` is the photo that came before, when this is a repeat; else 0. Refuses `quota`,
/// `not_found` (nobody announced it, or it was taken back), `forbidden`, `ended`.
[[nodiscard]] std::expected<PictureId, Refusal> decide_upload(const Session& session, const Upload& upload, const Asker& asker);
/// The bytes are decoded: the photo is here, or the session has a new plan. The same refusals; a repeat changes nothing.
[[nodiscard]] Decision decide_arrival(const Session& session, const Upload& upload, const Asker& asker,
                                      std::shared_ptr<const PictureBytes> bytes);

/// What comes along from a dossier, to be scored and chosen from.
struct BroughtSubject {
    std::string name, about;
    std::uint32_t entry{};   ///< in the dossier
    std::uint32_t number{};  ///< of its group, so that it keeps its letter; 0, or one that is taken: the next free
};
struct Brought {
    Scale scale{};
    std::vector<BroughtSubject> subjects;
    std::vector<Criterion> criteria;
    std::string none;  ///< how it is called to choose none of them; empty: that is no answer here
};
/// The same of a session, for a copy of it.
[[nodiscard]] std::optional<Brought> brought_of(const Session& session);

/// The agenda with what its concepts say now, in this language; those that are no more are left out.
[[nodiscard]] std::vector<AgendaItem> with_concepts(std::vector<AgendaItem> agenda, const std::vector<Concept>& concepts, const std::string& language);

/// The first events of a new session. An agenda needs at least one round; what pages it has are concepts. `site_plan`: what is drawn on
/// that comes along.
[[nodiscard]] Change create_session(SessionInfo info, std::vector<AgendaItem> agenda, const std::optional<Brought>& brought = {},
                                    std::shared_ptr<const PictureBytes> site_plan = {});
/// The first events of a rehearsal of a session: its agenda with the slides, its plan, and what came along from a dossier, all under
/// their numbers there.
[[nodiscard]] Change create_rehearsal(SessionInfo info, const Session& of, SessionId of_id);

/// When the next countdown (a scheduled start, a closing vote) ends, and what the server then does.
[[nodiscard]] std::optional<Time> next_deadline(const Session& session);
[[nodiscard]] std::optional<Change> decide_deadline(const Session& session, const Moment& moment);

/// The events with the numbers, time and action they will have in the stream.
[[nodiscard]] std::vector<Happened> as_happened(const Change& change, Version seen, Time now, const std::string& op,
                                                bool facilitated);

}  // namespace kiemkring::domain
