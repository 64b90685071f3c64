#include "store/sqlite_database.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <deque>
#include <optional>
#include <stdexcept>

#include "base/log.h"
#include "store/sqlite_say.h"
#include "store/sqlite_schema.h"
#include "wire/stored.h"

namespace kiemkring::store {

namespace {

/// By which rules the summaries of trajectories were made; there is none of before this was kept.
constexpr std::string_view summary_rules_name{"summary_rules"};

std::int64_t milliseconds(domain::Time time) { return time.time_since_epoch().count(); }
domain::Time time_of(std::int64_t milliseconds) { return domain::Time{base::Milliseconds{milliseconds}}; }

Summary summary_in(Run& run) {
    return {.id = run.text(0), .organiser = run.small(1), .title = run.text(2), .place = run.text(3),
            .language = run.text(4), .retained_until = run.text(5), .code = run.text(6), .secret = run.text(7),
            .created_at = time_of(run.number(8)),
            .status = wire::stored_status(run.text(9)).value_or(domain::SessionStatus::ended),
            .people = run.small(10), .ideas = run.small(11),
            .current = wire::stored_round_kind(run.text(12)).value_or(domain::RoundKind::lobby),
            .version = static_cast<Version>(run.number(13)), .rehearsal_of = run.text(14)};
}

}  // namespace

struct SqliteDatabase::Connection {
    Connection(const std::filesystem::path& file, int flags) : db(file.string(), flags) {}
    SQLite::Database db;
    int log_pages{};  ///< in use
    std::int64_t page_bytes{}, pages{}, pages_moved{};  ///< of the database with its log, and at the last checkpoint

    std::int64_t number(const char* question) { return db.execAndGet(question).getInt64(); }

    void prepare() {
        // Alone with the file: no shared memory, and nobody else can checkpoint.
        db.exec("PRAGMA locking_mode=EXCLUSIVE");
        if (db.execAndGet("PRAGMA journal_mode=WAL").getString() != "wal")
            throw std::runtime_error("the file system does not allow a write-ahead log");
        db.exec("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON; PRAGMA mmap_size=0;"
                "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000");
        tidies_on_close(false);
        page_bytes = number("PRAGMA page_size");
        pages = pages_moved = number("PRAGMA page_count");
        sqlite3_wal_hook(
            db.getHandle(),
            [](void* pages_of_log, sqlite3*, const char*, int pages_now) {
                *static_cast<int*>(pages_of_log) = pages_now;
                return SQLITE_OK;
            },
            &log_pages);
    }

    /// SQLite's own checkpoint when it closes, whose result nobody sees.
    void tidies_on_close(bool does) {
        sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, does ? 0 : 1, nullptr);
    }

    [[nodiscard]] bool is_new() {
        return number("PRAGMA user_version") == 0 && number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    void check() {
        const auto version = number("PRAGMA user_version");
        if (number("PRAGMA application_id") != application_id)
            throw std::runtime_error("the database there is not one of Kiemkring");
        if (version > schema_version)
            throw std::runtime_error("the database there was written by a newer Kiemkring (schema " +
                                     std::to_string(version) + ", this one knows " + std::to_string(schema_version) +
                                     "): install that version, or restore a backup");
        if (const auto format = stored_event_format(); format > wire::event_format)
            throw std::runtime_error("the database there holds events of a newer Kiemkring (format " +
                                     std::to_string(format) + ", this one knows " +
                                     std::to_string(wire::event_format) +
                                     "): install that version, or restore a backup");
        const auto verdict = db.execAndGet("PRAGMA quick_check(1)").getString();
        if (verdict != "ok") throw std::runtime_error("the database there is damaged, restore a backup: " + verdict);
    }

    /// The newest that any event in it may have; 0 when nobody noted it.
    int stored_event_format() {
        SQLite::Statement format{db, "SELECT value FROM meta WHERE name = 'event_format'"};
        return format.executeStep() ? format.getColumn(0).getInt() : 0;
    }
    void note_event_format() {
        if (stored_event_format() == wire::event_format) return;
        db.exec("INSERT OR REPLACE INTO meta VALUES('event_format', '" + std::to_string(wire::event_format) + "')");
    }

    /// Of an older version, as it was written by an earlier Kiemkring.
    void migrate() {
        const auto version = static_cast<std::size_t>(number("PRAGMA user_version"));
        if (version == schema_version) return;
        db.exec("BEGIN IMMEDIATE");
        for (auto step = version; step < schema_version; ++step) db.exec(migrations.at(step - 1));
        db.exec("PRAGMA user_version=" + std::to_string(schema_version));
        db.exec("COMMIT");
    }

    void create(base::Random& random) {
        db.exec("BEGIN IMMEDIATE");
        db.exec(schema);
        db.exec("PRAGMA application_id=" + std::to_string(application_id));
        db.exec("PRAGMA user_version=" + std::to_string(schema_version));
        SQLite::Statement epoch{db, "INSERT INTO meta VALUES('epoch', ?)"};
        epoch.bind(1, random.hex(16));
        epoch.exec();
        db.exec("INSERT INTO meta VALUES('" + std::string{summary_rules_name} + "', '" + std::to_string(trajectory::summary_rules) + "')");
        db.exec("COMMIT");
    }
};

struct SqliteDatabase::Statements {
    explicit Statements(SQLite::Database& db)
        : tail(db, "SELECT max((SELECT coalesce(max(version), 0) FROM events WHERE session = ?1),"
                   " (SELECT coalesce(max(version), 0) FROM recent_events WHERE session = ?1)),"
                   " max((SELECT coalesce(max(place), 0) FROM answers WHERE session = ?1),"
                   " (SELECT coalesce(max(place), 0) FROM recent_answers WHERE session = ?1))"),
          add_event(db, "INSERT INTO recent_events VALUES(?, ?, ?)"),
          add_answer(db, "INSERT INTO recent_answers VALUES(?, ?, ?, ?, ?, ?, ?)"),
          add_text(db, "INSERT INTO recent_texts VALUES(?, ?, ?)"),
          recent_rows(db, "SELECT (SELECT count(*) FROM recent_events) + (SELECT count(*) FROM recent_answers)"
                          " + (SELECT count(*) FROM recent_texts)"),
          put_person(db, "INSERT OR REPLACE INTO people VALUES(?, ?, ?, ?)"),
          put_picture(db, "INSERT OR REPLACE INTO pictures VALUES(?, ?, ?, ?, ?, ?)"),
          erase_picture(db, "DELETE FROM pictures WHERE session = ? AND id = ?"),
          erase_text(db, "DELETE FROM texts WHERE session = ? AND id = ?"),
          erase_recent_text(db, "DELETE FROM recent_texts WHERE session = ? AND id = ?"),
          thumbnail(db, "SELECT thumbnail FROM pictures WHERE session = ? AND id = ?"),
          large_picture(db, "SELECT large FROM pictures WHERE session = ? AND id = ?"),
          pictures(db, "SELECT id, width, height, thumbnail, large FROM pictures WHERE session = ? ORDER BY id"),
          put_link(db, "INSERT OR REPLACE INTO links VALUES(?, ?, ?, ?)"),
          erase_links(db, "DELETE FROM links WHERE session = ?"),
          forget_contents(db, "UPDATE answers SET content = 0 WHERE session = ?"),
          forget_recent_contents(db, "UPDATE recent_answers SET content = 0 WHERE session = ?"),
          put_summary(db, "INSERT OR REPLACE INTO summaries VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          events(db, "SELECT version, body FROM events WHERE session = ?1 UNION ALL"
                     " SELECT version, body FROM recent_events WHERE session = ?1 ORDER BY version"),
          answers(db, "SELECT client, n, content, made_id, refusal FROM answers WHERE session = ?1 UNION ALL"
                      " SELECT client, n, content, made_id, refusal FROM recent_answers WHERE session = ?1"
                      " ORDER BY client, n"),
          texts(db, "SELECT id, body, 0 AS written FROM texts WHERE session = ?1 UNION ALL"
                    " SELECT id, body, rowid FROM recent_texts WHERE session = ?1 ORDER BY id, written"),
          people(db, "SELECT body FROM people WHERE session = ? ORDER BY id"),
          links(db, "SELECT vote, person, ballot FROM links WHERE session = ? ORDER BY vote, person"),
          summaries(db, "SELECT * FROM summaries WHERE session = coalesce(?, session) ORDER BY created_at, session"),
          seats(db, "SELECT token_hash, session, id FROM people WHERE token_hash <> ''"),
          put_organiser(db, "INSERT OR REPLACE INTO organisers VALUES(?, ?, ?)"),
          put_login(db, "INSERT OR REPLACE INTO logins VALUES(?, ?, ?)"),
          remove_login(db, "DELETE FROM logins WHERE token_hash = ?"),
          put_paired(db, "INSERT OR REPLACE INTO paired VALUES(?, ?, ?)"),
          put_meta(db, "INSERT OR REPLACE INTO meta VALUES(?, ?)"),
          meta(db, "SELECT value FROM meta WHERE name = ?"),
          organisers(db, "SELECT id, name, passphrase_hash FROM organisers ORDER BY id"),
          logins(db, "SELECT token_hash, organiser, expires_at FROM logins"),
          paired(db, "SELECT token_hash, role, session FROM paired"),
          put_template(db, "INSERT OR REPLACE INTO templates VALUES(?, ?, ?, ?)"),
          remove_template(db, "DELETE FROM templates WHERE id = ?"),
          templates(db, "SELECT id, organiser, revision, body FROM templates ORDER BY id"),
          put_document(db, "INSERT OR REPLACE INTO documents VALUES(?, ?, ?)"),
          documents(db, "SELECT name, revision, body FROM documents ORDER BY name"),
          is_there(db, "SELECT 1 FROM summaries WHERE session = ?1 UNION ALL SELECT 1 FROM trajectories WHERE trajectory = ?1"),
          add_report(db, "INSERT INTO reports VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          forget_report(db, "DELETE FROM reports WHERE session = ? AND place = ?"),
          reports(db, "SELECT place, number, hash, made_at, organiser, readers, names, language, format, parts, version FROM reports"
                      " WHERE session = ? ORDER BY place"),
          pages(db, "PRAGMA page_count") {
        // Texts may be written again: the last one stays.
        for (const auto& [table, order] :
             {std::pair{"events", "version"}, std::pair{"answers", "place"}, std::pair{"texts", "id, rowid"}}) {
            const auto recent = std::string{"recent_"} + table;
            sorted.push_back({
                {db, "SELECT max(rowid) FROM (SELECT rowid FROM " + recent + " ORDER BY rowid LIMIT ?)"},
                {db, std::string{"INSERT OR REPLACE INTO "} + table + " SELECT * FROM " + recent +
                         " WHERE rowid <= ? ORDER BY session, " + order},
                {db, "DELETE FROM " + recent + " WHERE rowid <= ?"},
            });
        }
        for (const auto* table : tables_of_a_session)
            erase.emplace_back(db, std::string{"DELETE FROM "} + table + " WHERE session = ?");
    }

    struct Sorted {  ///< of one of the recent tables, all by rowid
        Say last, move, forget;
    };
    Say tail, add_event, add_answer, add_text, recent_rows, put_person, put_picture, erase_picture, erase_text, erase_recent_text,
        thumbnail, large_picture, pictures, put_link, erase_links, forget_contents,
        forget_recent_contents, put_summary, events, answers, texts, people, links, summaries, seats, put_organiser,
        put_login, remove_login, put_paired, put_meta, meta, organisers, logins, paired, put_template, remove_template, templates, put_document, documents,
        is_there, add_report, forget_report, reports, pages;
    std::vector<Sorted> sorted;
    std::vector<Say> erase;
};

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file, base::Random& random)
    : file_(file),
      connection_(std::make_unique<Connection>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX)) {
    ::chmod(file.c_str(), 0600);
    connection_->prepare();
    if (connection_->is_new()) connection_->create(random);
    else {
        connection_->check();
        connection_->migrate();
    }
    connection_->note_event_format();
    say_ = std::make_unique<Statements>(connection_->db);
    trajectories_ = std::make_unique<SqliteTrajectories>(connection_->db);
    renew_summaries();
}

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file)
    : file_(file), connection_(std::make_unique<Connection>(file, SQLite::OPEN_READONLY)) {
    connection_->check();
    const auto version = connection_->number("PRAGMA user_version");
    if (version < 2) connection_->db.exec(version_1_as_today);
    if (version < 3) connection_->db.exec(version_2_as_today);
    if (version < 4) connection_->db.exec(version_3_as_today);
    if (version < 5) connection_->db.exec(version_4_as_today);
    if (version < 6) connection_->db.exec(version_5_as_today);
    if (version < 7) connection_->db.exec(version_6_as_today);
    say_ = std::make_unique<Statements>(connection_->db);
    trajectories_ = std::make_unique<SqliteTrajectories>(connection_->db);
}

SqliteDatabase::~SqliteDatabase() = default;

void SqliteDatabase::renew_summaries() {
    const auto rules = std::to_string(trajectory::summary_rules);
    std::string kept_by;
    for (Run run{say_->meta, std::string{summary_rules_name}}; run.row();) kept_by = run.text(0);
    if (kept_by == rules) return;
    std::string why;
    try {
        begin();
        trajectories_->renew_summaries(why);
        Run{say_->put_meta, std::string{summary_rules_name}, rules}.all();
        commit();
    } catch (const SQLite::Exception& fault) {
        rollback();
        why = fault.what();
    }
    if (!why.empty()) base::log("store: what lists say of dossiers is of an earlier version: {}", why);
}

SQLite::Database& SqliteDatabase::connection() { return connection_->db; }
SqliteTrajectories& SqliteDatabase::trajectories() { return *trajectories_; }
void SqliteDatabase::remove_log_on_close() { connection_->tidies_on_close(true); }
void SqliteDatabase::begin() { connection_->db.exec("BEGIN IMMEDIATE"); }
void SqliteDatabase::commit() {
    connection_->db.exec("COMMIT");
    for (Run run{say_->pages}; run.row();) connection_->pages = run.number(0);
}

void SqliteDatabase::rollback() noexcept {
    tails_.clear();
    recent_rows_.reset();
    auto* handle = connection_->db.getHandle();
    // What cannot be rolled back now is when the connection closes; none of it was acknowledged.
    if (sqlite3_get_autocommit(handle) == 0) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

SqliteDatabase::Tail& SqliteDatabase::tail(const SessionId& session) {
    if (const auto known = tails_.find(session); known != tails_.end()) return known->second;
    if (tails_.size() >= tails_max) tails_.clear();
    Run run{say_->tail, session};
    run.row();
    return tails_[session] = {static_cast<Version>(run.number(0)), static_cast<std::uint64_t>(run.number(1))};
}

std::expected<Version, CommitError> SqliteDatabase::append(const SessionId& session, Version seen, const Commit& turn) {
    auto& [version, answers] = tail(session);
    if (version != seen || (version == 0 && turn.events.empty())) return std::unexpected(CommitError::conflict);

    for (const auto& event : turn.events) Run{say_->add_event, session, ++version, wire::encode_event(event)}.all();
    for (const auto& answer : turn.answers) {
        std::optional<std::string> refusal;
        if (answer.refusal) refusal = wire::encode_stored_refusal(*answer.refusal);
        Run{say_->add_answer, session, ++answers, answer.client, answer.n, answer.content, answer.made_id, refusal}.all();
    }
    for (const auto& text : turn.texts) Run{say_->add_text, session, text.id.value, text.text}.all();
    if (recent_rows_) *recent_rows_ += turn.events.size() + turn.answers.size() + turn.texts.size();
    for (const auto& person : turn.people)
        Run{say_->put_person, session, person.id.value, person.token_hash, wire::encode_person(person)}.all();
    // Links that come in the same turn are of after that.
    if (turn.erase_links) Run{say_->erase_links, session}.all();
    for (const auto& link : turn.links)
        Run{say_->put_link, session, link.vote.value, link.person.value, link.ballot}.all();
    for (const auto& [id, bytes] : turn.pictures)
        Run{say_->put_picture, session, id.value, bytes->width, bytes->height, Blob{bytes->thumbnail}, Blob{bytes->large}}.all();
    for (auto id : turn.erased_pictures) Run{say_->erase_picture, session, id.value}.all();
    if (!turn.erased_texts.empty()) recent_rows_.reset();
    for (auto id : turn.erased_texts)
        for (auto* erase : {&say_->erase_text, &say_->erase_recent_text}) Run{*erase, session, id.value}.all();
    if (turn.erase_links) {
        Run{say_->forget_contents, session}.all();
        Run{say_->forget_recent_contents, session}.all();
    }
    if (const auto& summary = turn.summary)
        Run{say_->put_summary, session, summary->organiser, summary->title, summary->place, summary->language,
            summary->retained_until, summary->code, summary->secret, milliseconds(summary->created_at),
            wire::stored_name(summary->status), summary->people, summary->ideas, wire::stored_name(summary->current),
            summary->version, summary->rehearsal_of}.all();
    return version;
}

std::expected<StoredSession, LoadError> SqliteDatabase::read(const SessionId& session, std::string& why) {
    StoredSession stored;
    const auto unreadable = [&](const std::string& row, const std::string& reason) {
        why = "session " + session + ", " + row + ": " + reason;
        return std::unexpected(LoadError::unavailable);
    };

    for (Run run{say_->events, session}; run.row();) {
        const auto version = static_cast<Version>(run.number(0));
        auto event = wire::read_event(version, run.text(1));
        if (!event) return unreadable("event " + std::to_string(version), event.error());
        stored.events.push_back(std::move(*event));
    }
    if (stored.events.empty()) return std::unexpected(LoadError::not_found);

    for (Run run{say_->answers, session}; run.row();) {
        StoredAnswer answer{run.text(0), static_cast<std::uint64_t>(run.number(1)),
                            static_cast<std::uint64_t>(run.number(2)), run.small(3), {}};
        if (!run.is_null(4)) {
            auto refusal = wire::read_stored_refusal(run.text(4));
            if (!refusal) return unreadable("answer " + std::to_string(answer.n), refusal.error());
            answer.refusal = std::move(*refusal);
        }
        stored.answers.push_back(std::move(answer));
    }
    for (Run run{say_->texts, session}; run.row();) {
        if (!stored.texts.empty() && stored.texts.back().id.value == run.small(0)) stored.texts.pop_back();
        stored.texts.push_back({{run.small(0)}, run.text(1)});
    }
    for (Run run{say_->people, session}; run.row();) {
        auto person = wire::read_person(run.text(0));
        if (!person) return unreadable("a person", person.error());
        stored.people.push_back(std::move(*person));
    }
    for (Run run{say_->links, session}; run.row();)
        stored.links.push_back({{run.small(0)}, {run.small(1)}, static_cast<domain::BallotId>(run.number(2))});
    for (Run run{say_->summaries, session}; run.row();) stored.summary = summary_in(run);
    return stored;
}

std::uint64_t SqliteDatabase::recent_rows() {
    if (!recent_rows_)
        for (Run run{say_->recent_rows}; run.row();) recent_rows_ = static_cast<std::uint64_t>(run.number(0));
    return *recent_rows_;
}

void SqliteDatabase::sort_recent(int rows) {
    for (auto& [last, move, forget] : say_->sorted) {
        std::int64_t until = 0;
        for (Run run{last, rows}; run.row();) until = run.number(0);
        if (until == 0) continue;
        Run{move, until}.all();
        Run{forget, until}.all();
        if (recent_rows_) *recent_rows_ -= static_cast<std::uint64_t>(sqlite3_changes(connection_->db.getHandle()));
    }
}

std::expected<std::string, LoadError> SqliteDatabase::read_picture(const SessionId& session, domain::PictureId picture,
                                                                   PictureSize size) {
    auto& say = size == PictureSize::large ? say_->large_picture : say_->thumbnail;
    for (Run run{say, session, picture.value}; run.row();) return run.text(0);
    return std::unexpected(LoadError::not_found);
}

std::vector<domain::PictureRow> SqliteDatabase::read_pictures(const SessionId& session) {
    std::vector<domain::PictureRow> rows;
    for (Run run{say_->pictures, session}; run.row();) {
        auto bytes = std::make_shared<domain::PictureBytes>();
        bytes->width = run.small(1);
        bytes->height = run.small(2);
        bytes->thumbnail = run.text(3);
        bytes->large = run.text(4);
        rows.push_back({{run.small(0)}, std::move(bytes)});
    }
    return rows;
}

void SqliteDatabase::erase(const SessionId& session) {
    tails_.erase(session);
    recent_rows_.reset();
    for (auto& statement : say_->erase) Run{statement, session}.all();
}

Accounts SqliteDatabase::read_accounts() {
    Accounts accounts;
    for (Run run{say_->organisers}; run.row();) accounts.organisers.push_back({run.small(0), run.text(1), run.text(2)});
    for (Run run{say_->logins}; run.row();)
        accounts.logins.push_back({run.text(0), run.small(1), time_of(run.number(2))});
    for (Run run{say_->paired}; run.row();) accounts.paired.push_back({run.text(0), run.text(1), run.text(2)});
    for (Run run{say_->templates}; run.row();)
        accounts.templates.push_back({run.text(0), run.small(1), static_cast<std::uint64_t>(run.number(2)), run.text(3)});
    for (Run run{say_->documents}; run.row();)
        accounts.documents.push_back({run.text(0), static_cast<std::uint64_t>(run.number(1)), run.text(2)});
    for (Run run{say_->meta, std::string{"epoch"}}; run.row();) accounts.epoch = run.text(0);
    for (Run run{say_->meta, std::string{"setup_secret"}}; run.row();) accounts.setup_secret = run.text(0);
    for (Run run{say_->summaries, std::optional<std::string>{}}; run.row();)
        accounts.sessions.push_back(summary_in(run));
    for (Run run{say_->seats}; run.row();)
        accounts.seats.push_back({run.text(0), run.text(1), domain::PersonId{run.small(2)}});
    return accounts;
}

void SqliteDatabase::put(const Organiser& organiser) {
    Run{say_->put_organiser, organiser.id, organiser.name, organiser.passphrase_hash}.all();
}
void SqliteDatabase::put(const Login& login) {
    Run{say_->put_login, login.token_hash, login.organiser, milliseconds(login.expires_at)}.all();
}
void SqliteDatabase::remove_login(const std::string& token_hash) { Run{say_->remove_login, token_hash}.all(); }
void SqliteDatabase::put(const Paired& paired) {
    Run{say_->put_paired, paired.token_hash, paired.role, paired.session}.all();
}
void SqliteDatabase::set_setup_secret(const std::string& hash) {
    Run{say_->put_meta, std::string{"setup_secret"}, hash}.all();
}
void SqliteDatabase::put(const OwnTemplate& own) {
    Run{say_->put_template, own.id, own.organiser, own.revision, own.body}.all();
}
void SqliteDatabase::remove_template(const std::string& id) { Run{say_->remove_template, id}.all(); }
void SqliteDatabase::put(const Document& document) {
    Run{say_->put_document, document.name, document.revision, document.body}.all();
}

std::expected<std::uint32_t, CommitError> SqliteDatabase::note_report(const std::string& of, ReportMade made) {
    bool is_there = false;
    for (Run run{say_->is_there, of}; run.row();) is_there = true;
    if (!is_there) return std::unexpected(CommitError::conflict);

    made.number = next_number(made.hash, read_reports(of));
    std::int64_t place = 1;
    std::vector<std::int64_t> gone;
    std::deque<std::int64_t> kept;
    for (const auto& [at, before] : placed_reports(of)) {
        place = at + 1;
        if (is_repeat(before, made)) gone.push_back(at);
        else kept.push_back(at);
    }
    for (; kept.size() >= reports_max; kept.pop_front()) gone.push_back(kept.front());
    for (const auto at : gone) Run{say_->forget_report, of, at}.all();
    Run{say_->add_report, of, place, made.number, made.hash, milliseconds(made.made_at), made.organiser, made.readers, made.names,
        made.language, made.format, made.parts, made.version}.all();
    return made.number;
}

std::vector<std::pair<std::int64_t, ReportMade>> SqliteDatabase::placed_reports(const std::string& of) {
    std::vector<std::pair<std::int64_t, ReportMade>> reports;
    for (Run run{say_->reports, of}; run.row();)
        reports.push_back({run.number(0), {run.small(1), run.text(2), time_of(run.number(3)), run.small(4), run.text(5), run.text(6),
                                           run.text(7), run.text(8), run.text(9), static_cast<Version>(run.number(10))}});
    return reports;
}

std::vector<ReportMade> SqliteDatabase::read_reports(const std::string& of) {
    std::vector<ReportMade> reports;
    for (auto& [place, made] : placed_reports(of)) reports.push_back(std::move(made));
    return reports;
}

std::uintmax_t SqliteDatabase::log_bytes() const {
    return static_cast<std::uintmax_t>(connection_->log_pages) * static_cast<std::uintmax_t>(connection_->page_bytes);
}

std::uintmax_t SqliteDatabase::growth_bytes() const {
    const auto more = connection_->pages - connection_->pages_moved;
    return more < 0 ? 0 : static_cast<std::uintmax_t>(more * connection_->page_bytes);
}

std::uintmax_t SqliteDatabase::log_file_bytes() const {
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(file_.string() + "-wal", unknown);
    return unknown ? 0 : bytes;
}

void SqliteDatabase::checkpoint(Log log) {
    auto* db = connection_->db.getHandle();
    int in_log = 0, moved = 0;
    const auto mode = log == Log::emptied ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const auto result = sqlite3_wal_checkpoint_v2(db, nullptr, mode, &in_log, &moved);
    if (result != SQLITE_OK) throw SQLite::Exception(db, result);
    if (moved != in_log) throw SQLite::Exception("the log was moved in part", SQLITE_IOERR);
    connection_->log_pages = 0;
    connection_->pages_moved = connection_->pages;
}

}  // namespace kiemkring::store
