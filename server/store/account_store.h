// Who may come in besides participants: organisers, their log-ins, paired tablets and big screens. Secrets are kept as
// hashes (32 hex digits or more) only. Read once at start, kept in memory by its user; written through.
#pragma once

#include <string>
#include <vector>

#include "store/event_store.h"
#include "store/report_rows.h"

namespace kiemkring::store {

struct Organiser {
    std::uint32_t id{};
    std::string name, passphrase_hash;  ///< libsodium's Argon2id string
};

struct Login {
    std::string token_hash;
    std::uint32_t organiser{};
    domain::Time expires_at{};
};

/// A tablet ("facilitator", "standby"), a helper ("helper") or a big screen ("screen") that holds a token for one session.
struct Paired {
    std::string token_hash, role;
    SessionId session;
};

/// A ready agenda that an organiser made.
struct OwnTemplate {
    std::string id;  ///< 16 hex digits
    std::uint32_t organiser{};
    std::uint64_t revision{};  ///< counts how often it was saved
    std::string body;          ///< wire/template.h
    bool operator==(const OwnTemplate&) const = default;
};

/// What all organisers of a server share and change at the desk: the approach, the concepts.
struct Document {
    std::string name;
    std::uint64_t revision{};  ///< counts how often it was saved
    std::string body;          ///< wire/approach.h, wire/catalogue.h
    bool operator==(const Document&) const = default;
};

struct Accounts {
    std::vector<Organiser> organisers;
    std::vector<Login> logins;
    std::vector<Paired> paired;
    std::vector<OwnTemplate> templates;
    std::vector<Document> documents;
    std::string epoch;         ///< 32 hex digits; new for a new or restored database
    std::string setup_secret;  ///< hash; empty once it was used
    std::vector<Summary> sessions;
    /// token hash -> who has that seat, over all sessions
    struct Seat { std::string token_hash; SessionId session; domain::PersonId person; };
    std::vector<Seat> seats;
};

/// The same calling rules as EventStore; `done` may be empty.
class AccountStore {
public:
    using Written = Done<std::expected<void, CommitError>>;
    virtual ~AccountStore() = default;

    /// Everything, read synchronously; for the start only.
    virtual Accounts read_accounts() = 0;
    virtual void put_organiser(Organiser organiser, Written done) = 0;
    virtual void put_login(Login login, Written done) = 0;
    virtual void remove_login(std::string token_hash, Written done) = 0;
    virtual void put_paired(Paired paired, Written done) = 0;
    virtual void set_setup_secret(std::string hash, Written done) = 0;
    /// Replaces the one with the same id.
    virtual void put_template(OwnTemplate own, Written done) = 0;
    virtual void remove_template(std::string id, Written done) = 0;
    /// Replaces the one with the same name.
    virtual void put_document(Document document, Written done) = 0;

    /// Remembers a report of a session or trajectory, and gives it the number of its content; `conflict` when that is gone. The oldest
    /// ones go above `reports_max`, and all go with what they are of.
    virtual void note_report(const std::string& of, ReportMade made, Done<std::expected<std::uint32_t, CommitError>> done) = 0;
    /// The oldest first.
    virtual void load_reports(const std::string& of, Done<std::expected<std::vector<ReportMade>, LoadError>> done) = 0;
};

}  // namespace kiemkring::store
