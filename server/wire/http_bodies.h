// The bodies of the HTTP routes (the table in proto/PROTOCOL.md): requests from text, strictly, and answers to text.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/session/values.h"
#include "domain/trajectory/entry.h"

namespace kiemkring::wire {

/// The `error` of an answer: bad_json, bad_args, too_long, bad_text, empty_text.
using BadBody = std::string;

/// By typed code or by the secret of the QR: exactly one of them is not empty.
struct DoorBody {
    std::string code, secret;
    [[nodiscard]] const std::string& code_or_secret() const { return code.empty() ? secret : code; }
};
struct JoinBody {
    std::string code, secret;
    std::string token;  ///< 64 hex digits
    std::string name, organisation, role;
    [[nodiscard]] const std::string& code_or_secret() const { return code.empty() ? secret : code; }
};
struct PairBody { std::string secret, token; };  ///< a token has 64 hex digits
struct SetupBody { std::string secret, name, passphrase; };  ///< a passphrase has 8 to 256 bytes
struct LoginBody { std::string name, passphrase; };
struct NewSessionBody {
    std::string template_id, language, title, question, within, money, place, host, controller;
    std::uint32_t retained_days{}, seats_max{};  ///< 1 to 3650; 1 to 500, the configuration may allow less
};
struct PairingBody { std::string role; };  ///< facilitator, standby, helper or screen
inline constexpr std::uint32_t retained_days_max = 3650;
struct WifiBody { std::string name, password; };  ///< of the room; no name: none
/// Ideas that were there already, `seen` of them brought before.
struct IdeasBody { std::uint32_t seen{}; std::vector<std::string> lines; };
struct RetentionBody { std::string retained_until; };  ///< a day; the edge knows which may be
/// Whose personal link, may be empty; or the person whose seat another phone gets, else 0.
struct LinkBody { std::string name; std::uint32_t person{}; };
struct RehearsalBody { std::uint32_t people{}; };  ///< simulated people; at most 500, and as many as there are free seats come in
struct SessionIdBody { std::string session; };  ///< 16 hex digits, or empty
struct BackupBody { std::string file; };   ///< an absolute path

[[nodiscard]] std::expected<DoorBody, BadBody> read_door_body(std::string_view text);
[[nodiscard]] std::expected<JoinBody, BadBody> read_join_body(std::string_view text);
[[nodiscard]] std::expected<PairBody, BadBody> read_pair_body(std::string_view text);
[[nodiscard]] std::expected<SetupBody, BadBody> read_setup_body(std::string_view text);
[[nodiscard]] std::expected<LoginBody, BadBody> read_login_body(std::string_view text);
[[nodiscard]] std::expected<NewSessionBody, BadBody> read_new_session_body(std::string_view text);
[[nodiscard]] std::expected<PairingBody, BadBody> read_pairing_body(std::string_view text);
[[nodiscard]] std::expected<LinkBody, BadBody> read_link_body(std::string_view text);
[[nodiscard]] std::expected<RetentionBody, BadBody> read_retention_body(std::string_view text);
[[nodiscard]] std::expected<WifiBody, BadBody> read_wifi_body(std::string_view text);
[[nodiscard]] std::expected<IdeasBody, BadBody> read_ideas_body(std::string_view text);
[[nodiscard]] std::expected<SessionIdBody, BadBody> read_session_id_body(std::string_view text);
[[nodiscard]] std::expected<RehearsalBody, BadBody> read_rehearsal_body(std::string_view text);
[[nodiscard]] std::expected<BackupBody, BadBody> read_backup_body(std::string_view text);

struct InvitationAnswer {
    std::string title, host, controller, retained_until, language;
    std::string state;  ///< open, full, locked, ended
    std::uint32_t seats_max{};
    bool rehearsal{};
    bool personal{};  ///< by a personal link, which leads nowhere once it was used
    std::string name;  ///< of whom that link is, else empty
};
/// `records` are texts of encode_record.
struct ResultsAnswer {
    std::string session;
    std::vector<std::string> records;
};
struct JoinAnswer {
    std::string session;
    std::uint32_t person{};
    std::string name;
};
struct ProgressAnswer { std::uint32_t done{}; };  ///< of long work, in thousandths
struct BackupAnswer { std::string why; };  ///< a sentence; empty: it was written
/// A report that was made. `by`: a name; empty: on a tablet, or by somebody who is gone. `changes`: how much happened since.
struct ReportLine {
    std::uint32_t number{};
    std::string hash;
    base::Time made_at{};
    std::string by, readers, names, language, format, parts;
    std::uint32_t changes{};
};
struct ReportsAnswer { std::vector<ReportLine> reports; };  ///< the newest first
struct PairAnswer { std::string role, session; };
struct NameAnswer { std::string name; };
/// What is put ready for a session at the desk; `ideas` counts those that it ever had.
struct PreparationAnswer {
    std::string wifi_name, wifi_password;
    std::uint32_t ideas{};
};
struct IdAnswer { std::string id; };
/// What a newer version of a session brings; `error` is `newer` when it was only asked, else empty.
struct NewerAnswer {
    std::string error, id;
    std::uint32_t ideas_came{}, ideas_changed{}, ideas_went{}, people_came{}, commitments_came{}, commitments_went{};
    std::vector<std::string> top_was, top;
    bool ended{};
};
/// Of a command to a trajectory; entry 0: it was about none.
struct DeskAnswer {
    std::uint64_t version{};
    domain::trajectory::EntryId entry;
};
struct PairingAnswer {
    std::string secret, url;
    base::Time expires_at{};
};
/// A personal link, and the name that whoever opens it has until they choose another.
struct LinkAnswer {
    std::string url, name;
    std::uint32_t person{};
};
/// A rehearsal, with a pairing secret for a tablet, links for a tablet and a big screen, and what simulated people need to
/// come in: the secret of the door and where to connect.
struct RehearsalAnswer {
    std::string id, secret, url, screen_url, door, host, language;
};
struct TemplateRound {
    domain::RoundKind kind{};
    std::string title;
    std::uint32_t minutes{};
    std::string say, text;
    std::vector<std::string> concepts;
};
/// `own`: made by this organiser; `revision` is 0 for those that come along.
struct TemplateAnswer {
    std::string id, language, title;
    std::uint32_t minutes{};
    std::vector<TemplateRound> rounds;
    std::string question, within, money;
    bool own{};
    std::uint64_t revision{};
};
struct ConceptAnswer { std::string id, name_nl, name_en, description_nl; };
struct ConceptsAnswer { std::vector<ConceptAnswer> concepts; };
struct TemplateSaved {
    std::string id;
    std::uint64_t revision{};
};
struct TemplatesAnswer { std::vector<TemplateAnswer> templates; };
struct SessionAnswer {
    std::string id, title, place, language;
    base::Time created_at{};
    domain::SessionStatus status{};
    std::uint32_t people{}, ideas{};
    domain::RoundKind current{};
    std::string retained_until, rehearsal_of;
    std::string trajectory;  ///< that it belongs to; empty: none
};
struct SessionsAnswer {
    std::vector<SessionAnswer> sessions;
    bool storage_full{};
    std::uint32_t seats_max{};  ///< that a session on this server may have
};
struct StatusAnswer { std::string status; };

[[nodiscard]] std::string encode(const InvitationAnswer& answer);
[[nodiscard]] std::string encode(const ResultsAnswer& answer);
[[nodiscard]] std::string encode(const JoinAnswer& answer);
[[nodiscard]] std::string encode(const ReportsAnswer& answer);
[[nodiscard]] std::string encode(const PairAnswer& answer);
[[nodiscard]] std::string encode(const BackupBody& body);
[[nodiscard]] std::string encode(const ProgressAnswer& answer);
[[nodiscard]] std::expected<ProgressAnswer, BadBody> read_progress_answer(std::string_view text);
[[nodiscard]] std::string encode(const BackupAnswer& answer);
[[nodiscard]] std::expected<BackupAnswer, BadBody> read_backup_answer(std::string_view text);
[[nodiscard]] std::string encode(const NameAnswer& answer);
[[nodiscard]] std::string encode(const IdAnswer& answer);
[[nodiscard]] std::string encode(const PreparationAnswer& answer);
[[nodiscard]] std::string encode(const NewerAnswer& answer);
[[nodiscard]] std::string encode(const DeskAnswer& answer);
[[nodiscard]] std::string encode(const PairingAnswer& answer);
[[nodiscard]] std::string encode(const LinkAnswer& answer);
[[nodiscard]] std::string encode(const JoinBody& join);
[[nodiscard]] std::string encode(const RehearsalBody& body);
[[nodiscard]] std::string encode(const RehearsalAnswer& answer);
[[nodiscard]] std::expected<RehearsalAnswer, BadBody> read_rehearsal_answer(std::string_view text);
[[nodiscard]] std::string encode(const TemplatesAnswer& answer);
[[nodiscard]] std::string encode(const TemplateAnswer& answer);
[[nodiscard]] std::string encode(const TemplateSaved& saved);
[[nodiscard]] std::string encode(const ConceptsAnswer& answer);
[[nodiscard]] std::string encode(const SessionsAnswer& answer);
[[nodiscard]] std::expected<SessionsAnswer, BadBody> read_sessions_answer(std::string_view text);
[[nodiscard]] std::string encode(const StatusAnswer& answer);
/// `{"error": code}`
[[nodiscard]] std::string encode_http_error(std::string_view code);
/// `{"error": code, "retry_after_ms": ...}`
[[nodiscard]] std::string encode_http_error(std::string_view code, base::Milliseconds retry_after);

}  // namespace kiemkring::wire
