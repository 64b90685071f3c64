// The tables of the database. A change of them is a new schema_version and a step of `migrations`.
#pragma once

#include <array>

namespace kiemkring::store {

inline constexpr int schema_version = 7;
inline constexpr int application_id = 0x4B49454D;  // "KIEM"

// Events are never rewritten. Texts, people and links are what can be erased: what people wrote, who they are, and which
// ballot is whose. `place` counts a session's answers from 1.
//
// Pictures stand here and not in files beside the database, so that a backup has them and erasing a session erases them.
//
// What a turn adds goes into the three recent tables, whatever its session, so that a commit for many rooms touches few pages.
// In quiet moments it moves to the rows of its session in events, answers and texts. Who reads takes both.
// A trajectory is read and written seldom: its events stand in one table, what is personal in them in another, so that it can be erased.
// Its pictures stand among those of sessions, with its id as their session and the number of their entry as their id; and so do its reports.
inline constexpr const char* schema = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE events(session TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
                    PRIMARY KEY(session, version)) STRICT, WITHOUT ROWID;
CREATE TABLE answers(session TEXT NOT NULL, place INTEGER NOT NULL, client TEXT NOT NULL, n INTEGER NOT NULL,
                     content INTEGER NOT NULL, made_id INTEGER NOT NULL, refusal TEXT,
                     PRIMARY KEY(session, place)) STRICT, WITHOUT ROWID;
CREATE TABLE texts(session TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL,
                   PRIMARY KEY(session, id)) STRICT, WITHOUT ROWID;
CREATE TABLE recent_events(session TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE recent_answers(session TEXT NOT NULL, place INTEGER NOT NULL, client TEXT NOT NULL, n INTEGER NOT NULL,
                            content INTEGER NOT NULL, made_id INTEGER NOT NULL, refusal TEXT) STRICT;
CREATE TABLE recent_texts(session TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE people(session TEXT NOT NULL, id INTEGER NOT NULL, token_hash TEXT NOT NULL, body TEXT NOT NULL,
                    PRIMARY KEY(session, id)) STRICT, WITHOUT ROWID;
CREATE TABLE pictures(session TEXT NOT NULL, id INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
                      thumbnail BLOB NOT NULL, large BLOB NOT NULL, PRIMARY KEY(session, id)) STRICT;
CREATE TABLE links(session TEXT NOT NULL, vote INTEGER NOT NULL, person INTEGER NOT NULL, ballot INTEGER NOT NULL,
                   PRIMARY KEY(session, vote, person)) STRICT, WITHOUT ROWID;
CREATE TABLE summaries(session TEXT PRIMARY KEY, organiser INTEGER NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL,
                       language TEXT NOT NULL, retained_until TEXT NOT NULL, code TEXT NOT NULL, secret TEXT NOT NULL,
                       created_at INTEGER NOT NULL, status TEXT NOT NULL, people INTEGER NOT NULL,
                       ideas INTEGER NOT NULL, current TEXT NOT NULL, version INTEGER NOT NULL,
                       rehearsal_of TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE organisers(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, passphrase_hash TEXT NOT NULL) STRICT;
CREATE TABLE logins(token_hash TEXT PRIMARY KEY, organiser INTEGER NOT NULL, expires_at INTEGER NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE paired(token_hash TEXT PRIMARY KEY, role TEXT NOT NULL, session TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE templates(id TEXT PRIMARY KEY, organiser INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE trajectories(trajectory TEXT PRIMARY KEY, summary TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE trajectory_events(trajectory TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
                               PRIMARY KEY(trajectory, version)) STRICT, WITHOUT ROWID;
CREATE TABLE trajectory_people(trajectory TEXT NOT NULL, version INTEGER NOT NULL, entry INTEGER NOT NULL, body TEXT NOT NULL,
                               PRIMARY KEY(trajectory, version)) STRICT, WITHOUT ROWID;
CREATE TABLE documents(name TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE reports(session TEXT NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, made_at INTEGER NOT NULL,
                     organiser INTEGER NOT NULL, readers TEXT NOT NULL, names TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL,
                     parts TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(session, place)) STRICT, WITHOUT ROWID;
)sql";

/// From version 1 to 2, and so on.
inline constexpr std::array<const char*, schema_version - 1> migrations{R"sql(
ALTER TABLE answers RENAME TO answers_1;
CREATE TABLE answers(session TEXT NOT NULL, place INTEGER NOT NULL, client TEXT NOT NULL, n INTEGER NOT NULL,
                     content INTEGER NOT NULL, made_id INTEGER NOT NULL, refusal TEXT,
                     PRIMARY KEY(session, place)) STRICT, WITHOUT ROWID;
INSERT INTO answers SELECT session, row_number() OVER (PARTITION BY session ORDER BY client, n), client, n, content,
                           made_id, refusal FROM answers_1;
DROP TABLE answers_1;
CREATE TABLE recent_events(session TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE recent_answers(session TEXT NOT NULL, place INTEGER NOT NULL, client TEXT NOT NULL, n INTEGER NOT NULL,
                            content INTEGER NOT NULL, made_id INTEGER NOT NULL, refusal TEXT) STRICT;
CREATE TABLE recent_texts(session TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
)sql",
R"sql(
ALTER TABLE summaries ADD COLUMN rehearsal_of TEXT NOT NULL DEFAULT '';
)sql",
R"sql(
CREATE TABLE pictures(session TEXT NOT NULL, id INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
                      thumbnail BLOB NOT NULL, large BLOB NOT NULL, PRIMARY KEY(session, id)) STRICT;
)sql",
R"sql(
CREATE TABLE templates(id TEXT PRIMARY KEY, organiser INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE trajectories(trajectory TEXT PRIMARY KEY, summary TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE trajectory_events(trajectory TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
                               PRIMARY KEY(trajectory, version)) STRICT, WITHOUT ROWID;
CREATE TABLE trajectory_people(trajectory TEXT NOT NULL, version INTEGER NOT NULL, entry INTEGER NOT NULL, body TEXT NOT NULL,
                               PRIMARY KEY(trajectory, version)) STRICT, WITHOUT ROWID;
)sql",
R"sql(
CREATE TABLE documents(name TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql",
R"sql(
CREATE TABLE reports(session TEXT NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, made_at INTEGER NOT NULL,
                     organiser INTEGER NOT NULL, readers TEXT NOT NULL, names TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL,
                     parts TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(session, place)) STRICT, WITHOUT ROWID;
)sql"};

/// What is missing in version 1 when it is only read.
inline constexpr const char* version_1_as_today = R"sql(
CREATE TEMP TABLE recent_events(session TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TEMP TABLE recent_answers(session TEXT NOT NULL, place INTEGER NOT NULL, client TEXT NOT NULL, n INTEGER NOT NULL,
                            content INTEGER NOT NULL, made_id INTEGER NOT NULL, refusal TEXT) STRICT;
CREATE TEMP TABLE recent_texts(session TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
)sql";

/// And in version 2.
inline constexpr const char* version_2_as_today =
    "CREATE TEMP VIEW summaries AS SELECT *, '' AS rehearsal_of FROM main.summaries;";

/// And in version 3.
inline constexpr const char* version_3_as_today = R"sql(
CREATE TEMP TABLE pictures(session TEXT NOT NULL, id INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
                           thumbnail BLOB NOT NULL, large BLOB NOT NULL, PRIMARY KEY(session, id)) STRICT;
)sql";

/// And in version 4.
inline constexpr const char* version_4_as_today = R"sql(
CREATE TEMP TABLE templates(id TEXT PRIMARY KEY, organiser INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
)sql";

/// And in version 5.
inline constexpr const char* version_5_as_today =
    "CREATE TEMP TABLE documents(name TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;";

/// And in version 6.
inline constexpr const char* version_6_as_today = R"sql(
CREATE TEMP TABLE reports(session TEXT NOT NULL, place INTEGER NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, made_at INTEGER NOT NULL,
                     organiser INTEGER NOT NULL, readers TEXT NOT NULL, names TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL,
                     parts TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(session, place)) STRICT, WITHOUT ROWID;
)sql";

/// Every table with a column `session`.
inline constexpr std::array tables_of_a_session{"events", "answers", "texts", "recent_events", "recent_answers",
                                                "recent_texts", "people", "pictures", "links", "summaries", "paired", "reports"};

}  // namespace kiemkring::store
