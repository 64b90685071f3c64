// How the store says something to SQLite: a statement prepared once, run from its start each time.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiemkring::store {

inline void bind_value(SQLite::Statement& statement, int index, const std::string& value) { statement.bind(index, value); }
inline void bind_value(SQLite::Statement& statement, int index, std::string_view value) {
    statement.bind(index, std::string{value});
}
inline void bind_value(SQLite::Statement& statement, int index, const std::optional<std::string>& value) {
    if (value) statement.bind(index, *value);
    else statement.bind(index);
}
struct Blob {
    const std::string& bytes;
};
inline void bind_value(SQLite::Statement& statement, int index, const Blob& value) {
    statement.bindNoCopy(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
}
template <std::integral N>
inline void bind_value(SQLite::Statement& statement, int index, N value) {
    statement.bind(index, static_cast<std::int64_t>(value));
}

/// A statement that is prepared when it is first needed: who only reads may have an older schema.
class Say {
public:
    Say(SQLite::Database& db, std::string sql) : db_(db), sql_(std::move(sql)) {}
    SQLite::Statement& prepared() {
        if (!statement_) statement_.emplace(db_, sql_);
        return *statement_;
    }

private:
    SQLite::Database& db_;
    std::string sql_;
    std::optional<SQLite::Statement> statement_;
};

/// Runs a statement from its start, and leaves it ready for the next time whatever happens.
class Run {
public:
    template <class... Values>
    explicit Run(Say& say, const Values&... values) : statement_(say.prepared()) {
        statement_.tryReset();
        int index = 0;
        (bind_value(statement_, ++index, values), ...);
    }
    ~Run() { statement_.tryReset(); }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    bool row() { return statement_.executeStep(); }
    void all() { while (row()) {} }
    std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
    std::uint32_t small(int column) { return static_cast<std::uint32_t>(number(column)); }
    std::string text(int column) { return statement_.getColumn(column).getString(); }
    bool is_null(int column) { return statement_.getColumn(column).isNull(); }

private:
    SQLite::Statement& statement_;
};

}  // namespace kiemkring::store
