#include "store/memory_event_store.h"

#include <algorithm>

namespace kiemkring::store {

namespace {

template <class T, class Key>
void put_by(std::vector<T>& rows, T row, Key key) {
    const auto same = std::ranges::find_if(rows, [&](const T& other) { return key(other) == key(row); });
    if (same == rows.end()) rows.push_back(std::move(row));
    else *same = std::move(row);
}

}  // namespace

void MemoryEventStore::enqueue(Task task) {
    waiting_.push_back(std::move(task));
    if (post_) post_([this] { release(); });
}

MemoryEventStore::End MemoryEventStore::end_of_next() {
    ++finished_;
    if (broken_) return End::unavailable;
    const auto failing = failing_.find(finished_);
    if (failing == failing_.end()) return End::written;
    return failing->second ? End::unavailable_but_written : End::unavailable;
}

bool MemoryEventStore::release() {
    if (waiting_.empty()) return false;
    auto task = std::move(waiting_.front());
    waiting_.pop_front();
    task(end_of_next());
    return true;
}

void MemoryEventStore::release_all() {
    while (release()) {}
}

void MemoryEventStore::crash(std::size_t written) {
    auto dying = std::move(waiting_);
    waiting_.clear();
    for (auto& task : dying) {
        ++finished_;
        if (written == 0) continue;
        --written;
        task(End::died);
    }
}

void MemoryEventStore::fail_call(std::size_t n, bool is_written) {
    failing_[finished_ + waiting_.size() + n] = is_written;
}

void MemoryEventStore::commit(const SessionId& session, Version seen, Commit turn,
                              Done<std::expected<Version, CommitError>> done) {
    enqueue([this, session, seen, turn = std::move(turn), done = std::move(done)](End end) mutable {
        std::expected<Version, CommitError> result = std::unexpected(CommitError::unavailable);
        if (end != End::unavailable) result = write(session, seen, std::move(turn));
        if (end == End::unavailable_but_written) result = std::unexpected(CommitError::unavailable);
        if (end != End::died && done) done(result);
    });
}

std::expected<Version, CommitError> MemoryEventStore::write(const SessionId& id, Version seen, Commit turn) {
    const auto known = sessions_.find(id);
    const Version version = known == sessions_.end() ? 0 : known->second.events.size();
    if (version != seen) return std::unexpected(CommitError::conflict);
    if (version == 0 && turn.events.empty()) return std::unexpected(CommitError::conflict);

    auto& session = sessions_[id];
    for (auto& event : turn.events) {
        event.version = session.events.size() + 1;
        session.events.push_back(std::move(event));
    }
    for (auto& answer : turn.answers)
        put_by(session.answers, std::move(answer), [](const auto& row) { return std::pair{row.client, row.n}; });
    for (auto& text : turn.texts) put_by(session.texts, std::move(text), [](const auto& row) { return row.id; });
    for (auto& person : turn.people) put_by(session.people, std::move(person), [](const auto& row) { return row.id; });
    if (turn.erase_links) session.links.clear();
    for (auto& link : turn.links)
        put_by(session.links, std::move(link), [](const auto& row) { return std::pair{row.vote, row.person}; });
    for (auto& [picture, bytes] : turn.pictures) pictures_[id][picture] = std::move(bytes);
    for (auto picture : turn.erased_pictures) pictures_[id].erase(picture);
    for (auto text : turn.erased_texts) std::erase_if(session.texts, [&](const auto& row) { return row.id == text; });
    if (turn.erase_links)
        for (auto& answer : session.answers) answer.content = 0;
    if (turn.summary) session.summary = std::move(turn.summary);
    return session.events.size();
}

void MemoryEventStore::load(const SessionId& id, Done<std::expected<StoredSession, LoadError>> done) {
    enqueue([this, id, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        const auto found = sessions_.find(id);
        if (found == sessions_.end()) return done(std::unexpected(LoadError::not_found));
        done(found->second);
    });
}

void MemoryEventStore::load_picture(const SessionId& id, domain::PictureId picture, PictureSize size,
                                    Done<std::expected<std::string, LoadError>> done) {
    enqueue([this, id, picture, size, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        const auto& of_session = pictures_[id];
        const auto found = of_session.find(picture);
        if (found == of_session.end()) return done(std::unexpected(LoadError::not_found));
        done(size == PictureSize::large ? found->second->large : found->second->thumbnail);
    });
}

void MemoryEventStore::load_pictures(const SessionId& id,
                                     Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) {
    enqueue([this, id, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        std::vector<domain::PictureRow> rows;
        for (const auto& [picture, bytes] : pictures_[id]) rows.push_back({picture, bytes});
        done(std::move(rows));
    });
}

void MemoryEventStore::remove(const SessionId& id, Done<std::expected<void, CommitError>> done) {
    change_accounts(
        [this, id] {
            sessions_.erase(id);
            pictures_.erase(id);
            reports_.erase(id);
            std::erase_if(accounts_.paired, [&](const Paired& paired) { return paired.session == id; });
        },
        std::move(done));
}

void MemoryEventStore::change_accounts(std::move_only_function<void()> change, Written done) {
    enqueue([change = std::move(change), done = std::move(done)](End end) mutable {
        if (end != End::unavailable) change();
        if (end == End::died || !done) return;
        if (end == End::written) done({});
        else done(std::unexpected(CommitError::unavailable));
    });
}

Accounts MemoryEventStore::read_accounts() {
    Accounts accounts = accounts_;
    for (const auto& [id, session] : sessions_) {
        if (session.summary) accounts.sessions.push_back(*session.summary);
        for (const auto& person : session.people)
            if (!person.token_hash.empty()) accounts.seats.push_back({person.token_hash, id, person.id});
    }
    return accounts;
}

void MemoryEventStore::put_organiser(Organiser organiser, Written done) {
    change_accounts(
        [this, organiser = std::move(organiser)]() mutable {
            put_by(accounts_.organisers, std::move(organiser), [](const auto& row) { return row.id; });
        },
        std::move(done));
}

void MemoryEventStore::put_login(Login login, Written done) {
    change_accounts(
        [this, login = std::move(login)]() mutable {
            put_by(accounts_.logins, std::move(login), [](const auto& row) { return row.token_hash; });
        },
        std::move(done));
}

void MemoryEventStore::remove_login(std::string token_hash, Written done) {
    change_accounts(
        [this, token_hash = std::move(token_hash)] {
            std::erase_if(accounts_.logins, [&](const Login& login) { return login.token_hash == token_hash; });
        },
        std::move(done));
}

void MemoryEventStore::put_paired(Paired paired, Written done) {
    change_accounts(
        [this, paired = std::move(paired)]() mutable {
            put_by(accounts_.paired, std::move(paired), [](const auto& row) { return row.token_hash; });
        },
        std::move(done));
}

void MemoryEventStore::set_setup_secret(std::string hash, Written done) {
    change_accounts([this, hash = std::move(hash)]() mutable { accounts_.setup_secret = std::move(hash); },
                    std::move(done));
}

void MemoryEventStore::put_template(OwnTemplate own, Written done) {
    change_accounts(
        [this, own = std::move(own)]() mutable {
            put_by(accounts_.templates, std::move(own), [](const auto& row) { return row.id; });
        },
        std::move(done));
}

void MemoryEventStore::remove_template(std::string id, Written done) {
    change_accounts(
        [this, id = std::move(id)] {
            std::erase_if(accounts_.templates, [&](const OwnTemplate& own) { return own.id == id; });
        },
        std::move(done));
}

void MemoryEventStore::put_document(Document document, Written done) {
    change_accounts(
        [this, document = std::move(document)]() mutable {
            put_by(accounts_.documents, std::move(document), [](const auto& row) { return row.name; });
        },
        std::move(done));
}

std::vector<trajectory::Summary> MemoryEventStore::read_trajectories() {
    std::vector<trajectory::Summary> summaries;
    for (const auto& [id, kept] : trajectories_)
        if (!kept.events.empty()) summaries.push_back(kept.summary);
    return summaries;
}

void MemoryEventStore::note_report(const std::string& of, ReportMade made, Done<std::expected<std::uint32_t, CommitError>> done) {
    enqueue([this, of, made = std::move(made), done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end == End::unavailable) return done(std::unexpected(CommitError::unavailable));
        if (!sessions_.contains(of) && !trajectories_.contains(of)) return done(std::unexpected(CommitError::conflict));
        auto& reports = reports_[of];
        made.number = next_number(made.hash, reports);
        std::erase_if(reports, [&](const ReportMade& before) { return is_repeat(before, made); });
        const auto number = made.number;
        reports.push_back(std::move(made));
        if (reports.size() > reports_max) reports.erase(reports.begin());
        if (end == End::written) done(number);
        else done(std::unexpected(CommitError::unavailable));
    });
}

void MemoryEventStore::load_reports(const std::string& of, Done<std::expected<std::vector<ReportMade>, LoadError>> done) {
    enqueue([this, of, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        done(reports_[of]);
    });
}

void MemoryEventStore::commit_trajectory(const TrajectoryId& id, Version seen, TrajectoryCommit change,
                                         Done<std::expected<Version, CommitError>> done) {
    enqueue([this, id, seen, change = std::move(change), done = std::move(done)](End end) mutable {
        std::expected<Version, CommitError> result = std::unexpected(CommitError::unavailable);
        if (end != End::unavailable) {
            auto& kept = trajectories_[id];
            result = std::unexpected(CommitError::conflict);
            if (kept.events.size() == seen) {
                for (auto& event : change.events) {
                    if (const auto* erased = std::get_if<trajectory::EntryErased>(&event.what)) {
                        for (auto& before : kept.events) erase_values(before, erased->id);
                        pictures_[id].erase({erased->id.value});
                    }
                    if (const auto* set = std::get_if<trajectory::EntrySet>(&event.what); set && change.picture)
                        pictures_[id][{set->id.value}] = std::move(change.picture);
                    kept.events.push_back(std::move(event));
                }
                kept.summary = std::move(change.summary);
                result = kept.events.size();
            }
        }
        if (end == End::unavailable_but_written) result = std::unexpected(CommitError::unavailable);
        if (end != End::died) done(result);
    });
}

void MemoryEventStore::load_trajectory(const TrajectoryId& id,
                                       Done<std::expected<trajectory::Trajectory, LoadError>> done) {
    load_trajectory_at(id, newest, std::move(done));
}

void MemoryEventStore::load_trajectory_at(const TrajectoryId& id, Version version,
                                          Done<std::expected<trajectory::Trajectory, LoadError>> done) {
    enqueue([this, id, version, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        const auto found = trajectories_.find(id);
        if (found == trajectories_.end() || found->second.events.empty()) return done(std::unexpected(LoadError::not_found));
        trajectory::Trajectory folded;
        folded.id = id;
        for (const auto& event : found->second.events)
            if (event.version <= version) evolve(folded, event);
        if (version != newest && folded.version != version) return done(std::unexpected(LoadError::not_found));
        done(std::move(folded));
    });
}

void MemoryEventStore::load_trajectory_events(const TrajectoryId& id, Done<std::expected<std::vector<trajectory::Happened>, LoadError>> done) {
    enqueue([this, id, done = std::move(done)](End end) mutable {
        if (end == End::died) return;
        if (end != End::written) return done(std::unexpected(LoadError::unavailable));
        const auto found = trajectories_.find(id);
        done(found == trajectories_.end() ? std::vector<trajectory::Happened>{} : found->second.events);
    });
}

void MemoryEventStore::load_trajectory_picture(const TrajectoryId& id, trajectory::EntryId entry, PictureSize size,
                                               Done<std::expected<std::string, LoadError>> done) {
    load_picture(id, {entry.value}, size, std::move(done));
}

void MemoryEventStore::load_trajectory_pictures(const TrajectoryId& id, Done<std::expected<std::vector<domain::PictureRow>, LoadError>> done) {
    load_pictures(id, std::move(done));
}

void MemoryEventStore::remove_trajectory(const TrajectoryId& id, Done<std::expected<void, CommitError>> done) {
    change_accounts(
        [this, id] {
            trajectories_.erase(id);
            pictures_.erase(id);
            reports_.erase(id);
        },
        std::move(done));
}

}  // namespace kiemkring::store
