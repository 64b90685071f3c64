// Sessions as the desk knows them: made, listed, read, brought in, erased.

#include <algorithm>

#include "live/codes.h"
#include "live/hub_state.h"
#include "live/open_ballots.h"

namespace kiemkring::live {

namespace {

/// What a stored session is in the lists.
store::Summary summarise(const domain::Session& session, domain::SessionId id, std::uint32_t organiser,
                         domain::Time created_at) {
    store::Summary summary;
    summary.id = std::move(id);
    summary.organiser = organiser;
    summary.title = session.info.title;
    summary.place = session.info.place;
    summary.language = session.info.language;
    summary.retained_until = session.info.retained_until;
    summary.code = session.info.code;
    summary.secret = session.info.secret;
    summary.created_at = created_at;
    summary.status = session.status;
    summary.people = session.seats_taken;
    summary.ideas = session.live_ideas;
    summary.current = session.kind();
    summary.version = session.version;
    summary.rehearsal_of = session.rehearsal_of;
    return summary;
}

domain::Session folded(const std::vector<domain::Happened>& events) {
    domain::Session session;
    std::vector<domain::RecordKey> touched;
    for (const auto& happened : events) domain::evolve(session, happened, touched);
    return session;
}

}  // namespace

void Hub::State::remember(const store::Summary& summary) {
    summaries[summary.id] = summary;
    by_code[summary.code] = summary.id;
    by_secret[summary.secret] = summary.id;
}

void Hub::State::forget(const domain::SessionId& id) {
    if (const auto found = summaries.find(id); found != summaries.end()) {
        by_code.erase(found->second.code);
        by_secret.erase(found->second.secret);
        summaries.erase(found);
    }
    replays.erase(id);
    std::erase_if(holders, [&](const auto& holder) { return holder.second.session == id; });
    std::erase_if(pairings, [&](const auto& pairing) { return pairing.second.session == id; });
}

std::optional<domain::SessionId> Hub::State::session_named(const std::string& code_or_secret) const {
    const auto code = by_code.find(normalised_code(code_or_secret));
    // What is typed can be guessed: it tells nothing about sessions that are over. Whoever has the QR was there.
    if (code != by_code.end() && summaries.at(code->second).status != domain::SessionStatus::ended) return code->second;
    const auto secret = by_secret.find(code_or_secret);
    if (secret != by_secret.end() && !code_or_secret.empty()) return secret->second;
    return std::nullopt;
}

std::string Hub::State::free_code() {
    for (;;) {
        auto code = make_code(random);
        if (!by_code.contains(code) && !reserved_codes.contains(code)) return code;
    }
}

std::vector<store::Summary> Hub::sessions_of(std::uint32_t organiser) const {
    std::vector<store::Summary> sessions;
    for (const auto& [id, summary] : state_->summaries)
        if (summary.organiser == organiser) sessions.push_back(summary);
    return sessions;
}

const store::Summary* Hub::summary(const domain::SessionId& session) const {
    const auto found = state_->summaries.find(session);
    return found == state_->summaries.end() ? nullptr : &found->second;
}

namespace {

auto with(std::vector<domain::AgendaItem> agenda, const std::vector<domain::Concept>& concepts, std::optional<domain::Brought> brought = {},
          std::shared_ptr<const domain::PictureBytes> site_plan = {}) {
    return [agenda = std::move(agenda), &concepts, brought = std::move(brought), site_plan = std::move(site_plan)](domain::SessionInfo info) {
        auto worded = domain::with_concepts(agenda, concepts, info.language);
        return domain::create_session(std::move(info), std::move(worded), brought, site_plan);
    };
}

/// The plan and the slides go into a rehearsal; photos are of people.
bool goes_along(const domain::Session& session, domain::PictureId picture) {
    if (session.plan && session.plan->picture == picture) return true;
    return std::ranges::any_of(session.agenda, [&](const domain::AgendaItem& item) {
        return std::ranges::any_of(item.pages, [&](const domain::ShowPage& page) {
            return page.kind == domain::PageKind::slide && page.picture == picture;
        });
    });
}

}  // namespace

void Hub::create(std::uint32_t organiser, domain::SessionInfo info, std::vector<domain::AgendaItem> agenda,
                 Done<std::expected<domain::SessionId, StoreTrouble>> done) {
    state_->create(organiser, std::move(info), with(std::move(agenda), state_->concepts()), std::move(done));
}

void Hub::create(domain::SessionId id, std::uint32_t organiser, domain::SessionInfo info, std::vector<domain::AgendaItem> agenda,
                 std::optional<domain::Brought> brought, std::shared_ptr<const domain::PictureBytes> site_plan,
                 Done<std::expected<domain::SessionId, StoreTrouble>> done) {
    if (summary(id)) return state_->post([done = std::move(done), id]() mutable { done(id); });
    state_->create(organiser, std::move(info), with(std::move(agenda), state_->concepts(), std::move(brought), std::move(site_plan)), std::move(done),
                   std::move(id));
}

void Hub::State::create(std::uint32_t organiser, domain::SessionInfo info, const Begin& begin, Made done, domain::SessionId id,
                        std::vector<domain::PictureRow> pictures) {
    if (storage_full)
        return post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::unavailable}); });
    info.code = free_code();
    info.secret = random.hex(16);
    const auto now = clock.now();
    const auto change = begin(std::move(info));
    store::Commit turn;
    turn.events = domain::as_happened(change, 0, now, "create", false);
    turn.texts = change.texts;
    turn.pictures = std::move(pictures);
    turn.pictures.insert(turn.pictures.end(), change.pictures.begin(), change.pictures.end());
    const auto summary = summarise(folded(turn.events), id.empty() ? random.hex(8) : std::move(id), organiser, now);
    turn.summary = summary;

    reserved_codes.insert(summary.code);
    events.commit(summary.id, 0, std::move(turn),
                  counted<std::expected<domain::Version, store::CommitError>>(
                      [this, summary, done = std::move(done)](auto written) mutable {
                          reserved_codes.erase(summary.code);
                          // Made meanwhile by whoever asked at the same moment.
                          if (!written && summaries.contains(summary.id)) return done(summary.id);
                          if (!written) return done(std::unexpected{StoreTrouble::unavailable});
                          remember(summary);
                          done(summary.id);
                      }));
}

const store::Summary* Hub::State::rehearsal_of(const domain::SessionId& of) const {
    for (const auto& [id, summary] : summaries)
        if (summary.rehearsal_of == of) return &summary;
    return nullptr;
}

void Hub::rehearse(domain::SessionId of, Done<std::expected<domain::SessionId, StoreTrouble>> done) {
    auto* state = state_.get();
    const auto* asked = summary(of);
    const auto* known = asked && asked->rehearsal_of.empty() ? state->rehearsal_of(of) : asked;
    const bool is_ready = known && known->status == domain::SessionStatus::open && !known->rehearsal_of.empty();
    if (!asked || is_ready || state->copying.contains(of)) {
        auto answer = is_ready ? std::expected<domain::SessionId, StoreTrouble>{known->id}
                               : std::unexpected{asked ? StoreTrouble::unavailable : StoreTrouble::not_found};
        return state->post([done = std::move(done), answer = std::move(answer)]() mutable { done(std::move(answer)); });
    }
    if (!asked->rehearsal_of.empty()) of = asked->rehearsal_of;

    state->copying.insert(of);
    auto made = [state, of, done = std::move(done)](auto copied) mutable {
        state->copying.erase(of);
        done(std::move(copied));
    };
    if (!known) return state->copy_for_rehearsal(of, std::move(made));
    remove(known->id, [state, of, made = std::move(made)](auto removed) mutable {
        if (!removed) return made(std::unexpected{removed.error()});
        state->copy_for_rehearsal(of, std::move(made));
    });
}

void Hub::State::copy_for_rehearsal(const domain::SessionId& of, Made done) {
    events.load(of, counted<std::expected<store::StoredSession, store::LoadError>>(
        [this, of, done = std::move(done)](auto stored) mutable {
            const auto original = summaries.find(of);
            if (original == summaries.end()) return done(std::unexpected{StoreTrouble::not_found});
            if (!stored) return done(std::unexpected{StoreTrouble::unavailable});
            auto session = std::make_shared<domain::Session>(folded(stored->events));
            domain::put_rows(*session, stored->texts, {}, {});
            using Rows = std::expected<std::vector<domain::PictureRow>, store::LoadError>;
            events.load_pictures(of, counted<Rows>([this, of, session, done = std::move(done)](Rows rows) mutable {
                const auto known = summaries.find(of);
                if (known == summaries.end()) return done(std::unexpected{StoreTrouble::not_found});
                if (!rows) return done(std::unexpected{StoreTrouble::unavailable});
                std::erase_if(*rows, [&](const domain::PictureRow& row) { return !goes_along(*session, row.id); });
                const auto begin = [&](domain::SessionInfo info) { return domain::create_rehearsal(std::move(info), *session, of); };
                create(known->second.organiser, session->info, begin, std::move(done), {}, std::move(*rows));
            }));
        }));
}

void Hub::remove(domain::SessionId session, Done<std::expected<void, StoreTrouble>> done) {
    auto* state = state_.get();
    if (!state->summaries.contains(session))
        return state->post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::not_found}); });

    state->events.remove(session, state->counted<std::expected<void, store::CommitError>>(
                                      [this, state, session, done = std::move(done)](auto removed) mutable {
                                          if (!removed) {
                                              if (done) done(std::unexpected{StoreTrouble::unavailable});
                                              return;
                                          }
                                          state->drop(session, 4010, "deleted");
                                          state->forget(session);
                                          if (const auto* copy = state->rehearsal_of(session)) remove(copy->id, {});
                                          if (done) done({});
                                      }));
}

void Hub::erase_rehearsals(base::Time made_before) {
    std::vector<domain::SessionId> old;
    for (const auto& [id, summary] : state_->summaries)
        if (!summary.rehearsal_of.empty() && summary.created_at < made_before) old.push_back(id);
    for (auto& id : old) remove(std::move(id), {});
}

void Hub::read(domain::SessionId session, Done<std::expected<store::StoredSession, StoreTrouble>> done) {
    state_->read_whole(session, [done = std::move(done)](auto stored) mutable {
        if (stored) stored = without_open_ballots(std::move(*stored));
        done(std::move(stored));
    });
}

void Hub::State::read_whole(const domain::SessionId& session, Done<std::expected<store::StoredSession, StoreTrouble>> done) {
    events.load(session, counted<std::expected<store::StoredSession, store::LoadError>>(
        [this, session, done = std::move(done)](auto stored) mutable {
            if (!stored)
                return done(std::unexpected{stored.error() == store::LoadError::not_found ? StoreTrouble::not_found
                                                                                          : StoreTrouble::unavailable});
            using Rows = std::expected<std::vector<domain::PictureRow>, store::LoadError>;
            events.load_pictures(session, counted<Rows>([stored = std::move(*stored), done = std::move(done)](Rows pictures) mutable {
                if (!pictures) return done(std::unexpected{StoreTrouble::unavailable});
                stored.pictures = std::move(*pictures);
                done(std::move(stored));
            }));
        }));
}

void Hub::keep_until(domain::SessionId session, std::string date, Done<std::expected<void, StoreTrouble>> done) {
    if (auto* state = state_->known(session, done))
        state->in_room(session, state->open(session).serial, [&](Room& room) { room.keep_until(std::move(date), std::move(done)); });
}

void Hub::reopen(domain::SessionId session, Done<std::expected<void, StoreTrouble>> done) {
    if (auto* state = state_->known(session, done))
        state->in_room(session, state->open(session).serial, [&](Room& room) { room.reopen(std::move(done)); });
}

Hub::State* Hub::State::known(const domain::SessionId& session, Done<std::expected<void, StoreTrouble>>& done) {
    if (summaries.contains(session) && !draining) return this;
    const auto why = draining ? StoreTrouble::unavailable : StoreTrouble::not_found;
    post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    return nullptr;
}

void Hub::ask(domain::SessionId session, Wish wish, Done<std::expected<void, domain::Refusal>> done) {
    auto* state = state_.get();
    if (!summary(session) || state->draining) {
        const auto why = state->draining ? domain::Reason::unavailable : domain::Reason::not_found;
        return state->post([done = std::move(done), why]() mutable { done(std::unexpected{domain::Refusal{why}}); });
    }
    state->in_room(session, state->open(session).serial, [&](Room& room) { room.ask(std::move(wish), std::move(done)); });
}

void Hub::adopt(std::uint32_t organiser, store::StoredSession session, std::string kept_until,
                Done<std::expected<domain::SessionId, StoreTrouble>> done) {
    auto* state = state_.get();
    auto id = session.summary && !session.summary->id.empty() ? session.summary->id : state->random.hex(8);
    auto* created = session.events.empty() ? nullptr : std::get_if<domain::SessionCreated>(&session.events[0].what);
    if (state->summaries.contains(id) || !created || state->storage_full) {
        const auto why = !created              ? StoreTrouble::not_found
                         : state->storage_full ? StoreTrouble::unavailable
                                               : StoreTrouble::exists;
        return state->post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    }

    // Code and secret of an export may be in use here, or be missing.
    if (created->info.code.size() != code_characters || state->by_code.contains(created->info.code) ||
        state->reserved_codes.contains(created->info.code))
        created->info.code = state->free_code();
    if (created->info.secret.empty() || state->by_secret.contains(created->info.secret))
        created->info.secret = state->random.hex(16);
    auto imported = folded(session.events);
    if (!kept_until.empty()) {
        for (auto& happened : domain::as_happened(domain::keep_until(imported, kept_until), imported.version, state->clock.now(), "keep_until", false))
            session.events.push_back(std::move(happened));
        imported = folded(session.events);
    }
    const auto summary = summarise(imported, id, organiser, session.events[0].at);
    std::vector<std::pair<std::string, domain::PersonId>> seats;
    for (const auto& person : session.people)
        if (!person.token_hash.empty()) seats.emplace_back(person.token_hash, person.id);

    store::Commit turn;
    turn.events = std::move(session.events);
    turn.answers = std::move(session.answers);
    turn.texts = std::move(session.texts);
    turn.people = std::move(session.people);
    turn.links = std::move(session.links);
    turn.pictures = std::move(session.pictures);
    turn.summary = summary;
    state->reserved_codes.insert(summary.code);
    state->events.commit(id, 0, std::move(turn),
                         state->counted<std::expected<domain::Version, store::CommitError>>(
                             [state, summary, seats = std::move(seats), done = std::move(done)](auto written) mutable {
                                 state->reserved_codes.erase(summary.code);
                                 if (!written)
                                     return done(std::unexpected{written.error() == store::CommitError::conflict
                                                                     ? StoreTrouble::exists
                                                                     : StoreTrouble::unavailable});
                                 state->remember(summary);
                                 for (const auto& [hash, person] : seats)
                                     state->holders.try_emplace(hash, Holder{summary.id, Role::participant, person, {}});
                                 done(summary.id);
                             }));
}

void Hub::renew(std::uint32_t organiser, store::StoredSession file, bool write,
                Done<std::expected<Difference, std::variant<NotNewer, StoreTrouble>>> done) {
    auto* state = state_.get();
    const auto id = file.summary ? file.summary->id : domain::SessionId{};
    const auto refuse = [state](auto told, StoreTrouble why) {
        state->post([told = std::move(told), why]() mutable { told(std::unexpected{std::variant<NotNewer, StoreTrouble>{why}}); });
    };
    const auto* known = summary(id);
    if (!known) return refuse(std::move(done), StoreTrouble::not_found);
    if (known->organiser != organiser) return refuse(std::move(done), StoreTrouble::exists);
    if (state->storage_full || state->draining) return refuse(std::move(done), StoreTrouble::unavailable);

    state->read_whole(id, [state, id, write, file = std::move(file), done = std::move(done)](auto here) mutable {
        const auto now = state->summaries.find(id);
        if (!here || now == state->summaries.end()) return done(std::unexpected{std::variant<NotNewer, StoreTrouble>{StoreTrouble::unavailable}});
        auto newer = newer_version(*here, file);
        if (!newer) return done(std::unexpected{std::variant<NotNewer, StoreTrouble>{newer.error()}});
        if (!write) return done(std::move(newer->difference));

        auto summary = summarise(newer->after, id, now->second.organiser, now->second.created_at);
        newer->turn.summary = summary;
        std::vector<std::pair<std::string, domain::PersonId>> seats;
        for (const auto& person : newer->turn.people)
            if (!person.token_hash.empty()) seats.emplace_back(person.token_hash, person.id);
        state->replays.erase(id);
        state->events.commit(id, newer->seen, std::move(newer->turn),
                             state->counted<std::expected<domain::Version, store::CommitError>>(
                                 [state, summary = std::move(summary), seats = std::move(seats), difference = std::move(newer->difference),
                                  done = std::move(done)](auto written) mutable {
                                     if (!written) return done(std::unexpected{std::variant<NotNewer, StoreTrouble>{StoreTrouble::unavailable}});
                                     state->remember(summary);
                                     for (const auto& [hash, person] : seats)
                                         state->holders.try_emplace(hash, Holder{summary.id, Role::participant, person, {}});
                                     state->replays.erase(summary.id);
                                     state->drop(summary.id, 1012, "restart");
                                     done(std::move(difference));
                                 }));
    });
}

}  // namespace kiemkring::live
