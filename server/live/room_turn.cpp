// Deciding: what waits becomes one commit.

#include "domain/access.h"
#include "live/ensure.h"
#include "live/room.h"

namespace kiemkring::live {

namespace {

JoinError as_join_error(const domain::Refusal& refusal) {
    switch (refusal.reason) {
        case domain::Reason::session_full: return JoinError::session_full;
        case domain::Reason::forbidden: return JoinError::locked;
        case domain::Reason::ended: return JoinError::ended;
        case domain::Reason::not_found: return JoinError::no_session;
        default: throw BrokenInvariant("a join was refused for an unknown reason");
    }
}

/// What is said for a seat on paper is that person's, and no action of the facilitator to undo.
bool is_facilitated(const domain::Asker& asker) {
    return asker.role == domain::Asker::Role::facilitator && !asker.paper_seat;
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void Room::start_turn() {
    if (phase_ != Phase::resting) return;

    auto& turn = turn_ = {};
    turn.seen = session_.version;
    if (!world_.storage_full) decide_deadlines(turn);
    turn.asked = std::exchange(waiting_, {});
    for (const auto& asked : turn.asked) {
        if (const auto* command = std::get_if<WaitingCommand>(&asked))
            turn.replies.emplace_back(decide_command(turn, *command));
        else if (const auto* picture = std::get_if<WaitingPicture>(&asked))
            turn.replies.emplace_back(decide_picture(turn, *picture));
        else if (const auto* desk = std::get_if<WaitingDesk>(&asked))
            turn.replies.emplace_back(decide_desk(turn, *desk));
        else if (const auto* wish = std::get_if<WaitingWish>(&asked))
            turn.replies.emplace_back(decide_wish(turn, wish->wish));
        else
            turn.replies.emplace_back(decide_join(turn, std::get<WaitingJoin>(asked).join, std::get<WaitingJoin>(asked).way));
    }
    if (turn.commit.empty()) {  // repeats and passing answers: nothing to keep
        tell(turn);
        turn = {};
        return;
    }

    auto summary = summary_;
    summary.title = session_.info.title;
    summary.place = session_.info.place;
    summary.language = session_.info.language;
    summary.retained_until = session_.info.retained_until;
    summary.code = session_.info.code;
    summary.secret = session_.info.secret;
    summary.status = session_.status;
    summary.people = session_.seats_taken;
    summary.ideas = session_.live_ideas;
    if (domain::is_milestone(session_.kind())) summary.current = session_.kind();  // how far it is
    // What is taken back or put otherwise afterwards shows in none of these; the dossier of the place has to hear of it.
    const bool is_afterwards = session_.status == domain::SessionStatus::ended && summary_.version != session_.version;
    if (summary != summary_ || is_afterwards) {
        summary.version = session_.version;
        summary_ = summary;
        turn.commit.summary = std::move(summary);
    }

    phase_ = Phase::writing;
    if (world_.faults.acknowledges_before_commit) tell(turn);
    auto commit = std::exchange(turn.commit, {});
    if (world_.faults.stores_no_answers) commit.answers.clear();
    turn.commit.summary = commit.summary;
    world_.host.commit(*this, turn.seen, std::move(commit));
}

void Room::decide_deadlines(Turn& turn) {
    // More than one can be due after a pause of the machine; each one takes its deadline away.
    for (int i = 0; i < 10; ++i) {
        const auto now = world_.clock.now();
        const auto due = domain::next_deadline(session_);
        if (!due || *due > now) return;
        auto change = domain::decide_deadline(session_, {now, world_.random.number()});
        ensure(change.has_value(), "nothing follows from a deadline that is due");
        apply(turn, std::move(*change), "timer", true);
    }
    throw BrokenInvariant("a deadline stays due");
}

Room::Reply Room::decide_command(Turn& turn, const WaitingCommand& asked) {
    using What = AnswerBook::Found::What;
    const auto found = answers_.find(asked.client, asked.n, asked.content);
    switch (found.what) {
        case What::next: break;
        case What::repeat:
            if (world_.faults.forgets_answers) break;
            return {asked.from, asked.n, found.made_id, found.refusal ? std::optional{*found.refusal} : std::nullopt};
        case What::reused: return {asked.from, asked.n, 0, domain::Refusal{domain::Reason::n_reused}};
        case What::out_of_order: {
            domain::Details details;
            details.expected = found.expected;
            return {asked.from, asked.n, 0, domain::Refusal{domain::Reason::out_of_order, details}};
        }
    }

    if (world_.storage_full) return {asked.from, asked.n, 0, domain::Refusal{domain::Reason::read_only}};

    store::StoredAnswer answer{asked.client, asked.n, asked.content, 0, std::nullopt};
    if (auto made_id = decide_wanted(turn, asked)) answer.made_id = *made_id;
    else answer.refusal = std::move(made_id.error());

    Reply reply{asked.from, asked.n, answer.made_id, answer.refusal};
    if (const auto* command = std::get_if<domain::Command>(&asked.wanted))
        reply.of_another_role = !domain::may(asked.asker, *command);
    if (!answer.refusal || !domain::is_passing(answer.refusal->reason)) {
        answers_.add(answer);
        if (found.what == What::next) turn.commit.answers.push_back(std::move(answer));
    }
    return reply;
}

std::expected<std::uint32_t, domain::Refusal> Room::decide_wanted(Turn& turn, const WaitingCommand& asked) {
    if (const auto* unreadable = std::get_if<domain::Refusal>(&asked.wanted)) return std::unexpected{*unreadable};
    const auto& command = std::get<domain::Command>(asked.wanted);
    if (!domain::may(asked.asker, command)) return std::unexpected{domain::Refusal{domain::Reason::forbidden}};

    const auto now = world_.clock.now();
    if (std::holds_alternative<domain::TakeLead>(command) && !asked.asker.device.empty())
        if (const auto wait = pin_tries_.wait(now))
            return std::unexpected{domain::Refusal{domain::Reason::too_many_pins, {.retry_after_ms = wait->count()}}};
    auto decision = domain::decide(session_, command, asked.asker, {now, world_.random.number(), &world_.host.concepts()});
    if (!decision && decision.error().reason == domain::Reason::wrong_pin) pin_tries_.was_wrong(now);
    if (!decision) return std::unexpected{std::move(decision.error())};
    if (const auto* knock = std::get_if<domain::AnswerKnock>(&command)) return answer(turn, *knock, is_facilitated(asked.asker));
    const std::string op = std::visit([](const auto& one) { return one.op; }, command);
    return apply(turn, std::move(*decision), op, is_facilitated(asked.asker));
}

Room::JoinResult Room::decide_join(Turn& turn, const domain::Join& join, WayIn way) {
    if (const auto seat = seats_.find(join.token_hash); seat != seats_.end()) {
        const auto person = session_.seat_of(seat->second);
        if (is_removed(person)) return std::unexpected{JoinError::no_session};
        return Joined{id_, person, session_.name(person), true};
    }

    if (world_.storage_full) return std::unexpected{JoinError::unavailable};

    const domain::Moment moment{world_.clock.now(), world_.random.number()};
    const bool stands_outside = way == WayIn::knocking && session_.locked && !join.link;
    auto decision = way == WayIn::invited ? domain::decide_invite(session_, join, moment)
                                          : domain::decide_join(session_, join, moment, stands_outside);
    if (!decision) return std::unexpected{as_join_error(decision.error())};
    if (stands_outside) return knock(join);
    return seat(turn, join, std::move(*decision), "join", false);
}

Room::JoinResult Room::knock(const domain::Join& join) {
    switch (knocks_.knock(join, world_.clock.now())) {
        case Knocks::Answer::waiting: return std::unexpected{JoinError::waits_at_the_door};
        case Knocks::Answer::turned_away: return std::unexpected{JoinError::turned_away};
        case Knocks::Answer::too_many: return std::unexpected{JoinError::too_many_knocks};
    }
    throw BrokenInvariant("a knock without an answer");
}

std::expected<std::uint32_t, domain::Refusal> Room::answer(Turn& turn, const domain::AnswerKnock& answer, bool facilitated) {
    const auto who = knocks_.find(answer.knock);
    if (!who) return std::unexpected{domain::Refusal{domain::Reason::not_found}};
    if (!answer.let_in) {
        knocks_.turn_away(answer.knock, world_.clock.now());
        return 0;
    }

    auto decision = domain::decide_join(session_, *who, {world_.clock.now(), world_.random.number()}, true);
    if (!decision) return std::unexpected{std::move(decision.error())};
    return seat(turn, *who, std::move(*decision), domain::AnswerKnock::op, facilitated).person.value;
}

Joined Room::seat(Turn& turn, const domain::Join& join, domain::Change change, const std::string& op, bool facilitated) {
    const domain::PersonId person{apply(turn, std::move(change), op, facilitated)};
    ensure(session_.people.contains(person), "who joined is not there");
    knocks_.take(join.token_hash);
    // The link that this place was opened with, or one that was taken back and had it before.
    for (auto seat = seats_.begin(); seat != seats_.end();) {
        const bool is_link = seat->second == person;
        if (is_link) turn.used_links.push_back(seat->first);
        seat = is_link ? seats_.erase(seat) : std::next(seat);
    }
    seats_[join.token_hash] = person;
    turn.seats.emplace_back(join.token_hash, person);
    // A link that nobody opened yet is taken back by its own number, also one into the seat of another.
    const bool is_unopened = session_.people.at(person).state == domain::PersonState::invited;
    const auto sits_in = is_unopened ? person : session_.seat_of(person);
    return {id_, sits_in, session_.name(sits_in), false};
}

Room::PictureResult Room::decide_picture(Turn& turn, const WaitingPicture& arrived) {
    if (world_.storage_full) return std::unexpected{domain::Refusal{domain::Reason::read_only}};
    auto decision = domain::decide_arrival(session_, arrived.upload, arrived.asker, arrived.bytes);
    if (!decision) return std::unexpected{std::move(decision.error())};
    return domain::PictureId{apply(turn, std::move(*decision), arrived.upload.show ? "upload_slide" : "upload", arrived.upload.is_plan)};
}

Room::DeskResult Room::decide_desk(Turn& turn, const WaitingDesk& asked) {
    if (world_.storage_full) return std::unexpected{StoreTrouble::unavailable};
    if (const auto* kept = std::get_if<KeepUntil>(&asked.what)) apply(turn, domain::keep_until(session_, kept->date), "keep_until", false);
    else apply(turn, domain::reopen(session_), domain::ReopenSession::op, false);
    return {};
}

Room::WishResult Room::decide_wish(Turn& turn, const Wish& wish) {
    if (world_.storage_full) return std::unexpected{domain::Refusal{domain::Reason::read_only}};
    const auto command = wish(session_);
    if (!command) return std::unexpected{command.error()};
    auto decision = domain::decide(session_, *command, {domain::Asker::Role::facilitator, {}, session_.lead, {}},
                                   {world_.clock.now(), world_.random.number()});
    if (!decision) return std::unexpected{std::move(decision.error())};
    apply(turn, std::move(*decision), std::visit([](const auto& one) { return std::string{one.op}; }, *command), true);
    return {};
}

std::uint32_t Room::apply(Turn& turn, domain::Change change, const std::string& op, bool facilitated) {
    auto happened = domain::as_happened(change, session_.version, world_.clock.now(), op, facilitated);
    domain::put_rows(session_, change.texts, change.people, change.links);
    domain::erase_texts(session_, change.erased_texts);
    for (const auto& one : happened) {
        ensure(one.version == session_.version + 1, "an event is out of order");
        domain::evolve(session_, one, turn.touched);
        if (const auto* idea = std::get_if<domain::IdeaSubmitted>(&one.what); idea && idea->author) turn.written.push_back(idea->idea);
    }

    append(turn.commit.events, std::move(happened));
    append(turn.commit.texts, std::move(change.texts));
    append(turn.commit.people, std::move(change.people));
    append(turn.commit.links, std::move(change.links));
    append(turn.commit.pictures, std::move(change.pictures));
    append(turn.commit.erased_texts, std::move(change.erased_texts));
    append(turn.commit.erased_pictures, std::move(change.erased_pictures));
    if (change.erase_links) {
        turn.commit.erase_links = true;
        turn.commit.links.clear();
    }
    return change.made_id;
}

void Room::tell(Turn& turn) {
    if (turn.commit.summary) world_.host.summary_changed(*turn.commit.summary);
    for (const auto& [token_hash, person] : turn.seats)
        world_.host.seat_given(token_hash, {id_, Role::participant, person, {}});

    for (const auto& link : turn.used_links) world_.host.link_used(link);

    for (std::size_t i = 0; i < turn.replies.size(); ++i) {
        if (const auto* reply = std::get_if<Reply>(&turn.replies[i])) {
            send_reply(*reply);
            continue;
        }
        if (auto* picture = std::get_if<WaitingPicture>(&turn.asked[i])) {
            world_.host.post([done = std::move(picture->done), result = std::get<PictureResult>(turn.replies[i])]() mutable {
                done(std::move(result));
            });
            continue;
        }
        if (auto* desk = std::get_if<WaitingDesk>(&turn.asked[i])) {
            world_.host.post([done = std::move(desk->done), result = std::get<DeskResult>(turn.replies[i])]() mutable { done(result); });
            continue;
        }
        if (auto* wish = std::get_if<WaitingWish>(&turn.asked[i])) {
            world_.host.post([done = std::move(wish->done), result = std::get<WishResult>(turn.replies[i])]() mutable { done(result); });
            continue;
        }
        auto& asked = std::get<WaitingJoin>(turn.asked[i]);
        if (asked.done) world_.host.post([done = std::move(asked.done), result = std::get<JoinResult>(turn.replies[i])]() mutable {
            done(std::move(result));
        });
    }
    tell_changes(std::move(turn.touched));
    tell_knocks();
    start_hinting(std::move(turn.written));
    // What happens now wins over what was.
    if (replay_.frame && replay_during_ && *replay_during_ != session_.current) show_replay({});
}

}  // namespace kiemkring::live
