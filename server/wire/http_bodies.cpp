#include "wire/http_bodies.h"

#include <algorithm>
#include <array>

#include "domain/limits.h"
#include "wire/described_values.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

namespace limits = domain::limits;

// The members of requests, as the protocol names them.
struct CodeDoor { std::string code; };
struct SecretDoor { std::string secret; };
struct CodeJoin { std::string code, token, name, organisation, role; };
struct SecretJoin { std::string secret, token, name, organisation, role; };
BOOST_DESCRIBE_STRUCT(CodeDoor, (), (code))
BOOST_DESCRIBE_STRUCT(SecretDoor, (), (secret))
BOOST_DESCRIBE_STRUCT(CodeJoin, (), (code, token, name, organisation, role))
BOOST_DESCRIBE_STRUCT(SecretJoin, (), (secret, token, name, organisation, role))
BOOST_DESCRIBE_STRUCT(PairBody, (), (secret, token))
BOOST_DESCRIBE_STRUCT(SetupBody, (), (secret, name, passphrase))
BOOST_DESCRIBE_STRUCT(LoginBody, (), (name, passphrase))
BOOST_DESCRIBE_STRUCT(PairingBody, (), (role))
BOOST_DESCRIBE_STRUCT(LinkBody, (), (name, person))
template <>
inline constexpr std::array came_later<LinkBody>{std::string_view{"person"}};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (url, name, person))
BOOST_DESCRIBE_STRUCT(RetentionBody, (), (retained_until))
BOOST_DESCRIBE_STRUCT(WifiBody, (), (name, password))
BOOST_DESCRIBE_STRUCT(IdeasBody, (), (seen, lines))
BOOST_DESCRIBE_STRUCT(PreparationAnswer, (), (wifi_name, wifi_password, ideas))

BOOST_DESCRIBE_STRUCT(InvitationAnswer, (), (title, host, controller, retained_until, language, state, seats_max, rehearsal, personal, name))
BOOST_DESCRIBE_STRUCT(ReportLine, (), (number, hash, made_at, by, readers, names, language, format, parts, changes))
BOOST_DESCRIBE_STRUCT(ReportsAnswer, (), (reports))
BOOST_DESCRIBE_STRUCT(JoinAnswer, (), (session, person, name))
BOOST_DESCRIBE_STRUCT(SessionIdBody, (), (session))
BOOST_DESCRIBE_STRUCT(RehearsalBody, (), (people))
BOOST_DESCRIBE_STRUCT(RehearsalAnswer, (), (id, secret, url, screen_url, door, host, language))
BOOST_DESCRIBE_STRUCT(BackupBody, (), (file))
BOOST_DESCRIBE_STRUCT(ProgressAnswer, (), (done))
BOOST_DESCRIBE_STRUCT(BackupAnswer, (), (why))
BOOST_DESCRIBE_STRUCT(PairAnswer, (), (role, session))
BOOST_DESCRIBE_STRUCT(NameAnswer, (), (name))
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))
BOOST_DESCRIBE_STRUCT(NewerAnswer, (), (error, id, ideas_came, ideas_changed, ideas_went, people_came, commitments_came, commitments_went,
                                        top_was, top, ended))
BOOST_DESCRIBE_STRUCT(DeskAnswer, (), (version, entry))
BOOST_DESCRIBE_STRUCT(PairingAnswer, (), (secret, url, expires_at))
BOOST_DESCRIBE_STRUCT(TemplateRound, (), (kind, title, minutes, say, text, concepts))
BOOST_DESCRIBE_STRUCT(TemplateAnswer, (), (id, language, title, minutes, rounds, question, within, money, own, revision))
BOOST_DESCRIBE_STRUCT(TemplateSaved, (), (id, revision))
BOOST_DESCRIBE_STRUCT(ConceptAnswer, (), (id, name_nl, name_en, description_nl))
BOOST_DESCRIBE_STRUCT(ConceptsAnswer, (), (concepts))
BOOST_DESCRIBE_STRUCT(TemplatesAnswer, (), (templates))
BOOST_DESCRIBE_STRUCT(SessionAnswer, (),
                      (id, title, place, language, created_at, status, people, ideas, current, retained_until,
                       rehearsal_of, trajectory))
BOOST_DESCRIBE_STRUCT(SessionsAnswer, (), (sessions, storage_full, seats_max))
BOOST_DESCRIBE_STRUCT(StatusAnswer, (), (status))

namespace {

constexpr std::size_t code_bytes_max = 64, path_bytes_max = 4096, passphrase_bytes_min = 8, passphrase_bytes_max = 256;

template <class T>
std::expected<T, BadBody> read_described(const Json& json) {
    T body;
    Wrong wrong;
    if (!read(json, body, wrong)) return std::unexpected("bad_args");
    return body;
}

std::expected<Json, BadBody> read_object(std::string_view text) {
    auto json = read_json(text, depth_max_from_clients);
    if (!json || !json->object()) return std::unexpected("bad_json");
    return std::move(*json);
}

template <class T>
std::expected<T, BadBody> read_described(std::string_view text) {
    const auto json = read_object(text);
    if (!json) return std::unexpected(json.error());
    return read_described<T>(*json);
}

/// Checks texts in turn; keeps the first reason.
class Checks {
public:
    Checks& text(std::string& text, std::size_t characters_max) { return keep(check_text(text, characters_max)); }
    Checks& optional_text(std::string& text, std::size_t characters_max) {
        return keep(check_optional_text(text, characters_max));
    }
    Checks& that(bool fine) { return keep(fine ? std::nullopt : std::optional{domain::Reason::bad_args}); }
    template <class T>
    std::expected<T, BadBody> result(T& body) const {
        if (reason_) return std::unexpected(std::string{name_of(*reason_)});
        return std::move(body);
    }

private:
    Checks& keep(std::optional<domain::Reason> reason) {
        if (!reason_) reason_ = reason;
        return *this;
    }
    std::optional<domain::Reason> reason_;
};

bool is_way_in(const std::string& code_or_secret) {
    return !code_or_secret.empty() && code_or_secret.size() <= code_bytes_max;
}

template <class T>
std::string described_text(const T& value) {
    std::string text;
    write(text, value);
    return text;
}

}  // namespace

std::expected<DoorBody, BadBody> read_door_body(std::string_view text) {
    const auto json = read_object(text);
    if (!json) return std::unexpected(json.error());
    DoorBody door;
    if (json->member("code")) {
        auto by_code = read_described<CodeDoor>(*json);
        if (!by_code) return std::unexpected(by_code.error());
        door.code = std::move(by_code->code);
    } else {
        auto by_secret = read_described<SecretDoor>(*json);
        if (!by_secret) return std::unexpected(by_secret.error());
        door.secret = std::move(by_secret->secret);
    }
    return Checks{}.that(is_way_in(door.code_or_secret())).result(door);
}

std::expected<JoinBody, BadBody> read_join_body(std::string_view text) {
    const auto json = read_object(text);
    if (!json) return std::unexpected(json.error());
    JoinBody join;
    const auto take = [&](auto& from) {
        join.token = std::move(from.token);
        join.name = std::move(from.name);
        join.organisation = std::move(from.organisation);
        join.role = std::move(from.role);
    };
    if (json->member("code")) {
        auto by_code = read_described<CodeJoin>(*json);
        if (!by_code) return std::unexpected(by_code.error());
        join.code = std::move(by_code->code);
        take(*by_code);
    } else {
        auto by_secret = read_described<SecretJoin>(*json);
        if (!by_secret) return std::unexpected(by_secret.error());
        join.secret = std::move(by_secret->secret);
        take(*by_secret);
    }
    return Checks{}
        .that(is_way_in(join.code_or_secret()) && is_hex(join.token, 64))
        .optional_text(join.name, limits::name_characters_max)
        .optional_text(join.organisation, limits::affiliation_characters_max)
        .optional_text(join.role, limits::affiliation_characters_max)
        .result(join);
}

std::expected<PairBody, BadBody> read_pair_body(std::string_view text) {
    auto pair = read_described<PairBody>(text);
    if (pair) return Checks{}.that(is_way_in(pair->secret) && is_hex(pair->token, 64)).result(*pair);
    return pair;
}

std::expected<SetupBody, BadBody> read_setup_body(std::string_view text) {
    auto setup = read_described<SetupBody>(text);
    if (!setup) return setup;
    const auto bytes = setup->passphrase.size();
    return Checks{}
        .that(is_way_in(setup->secret))
        .text(setup->name, limits::name_characters_max)
        .that(bytes >= passphrase_bytes_min && bytes <= passphrase_bytes_max)
        .result(*setup);
}

std::expected<LoginBody, BadBody> read_login_body(std::string_view text) {
    auto login = read_described<LoginBody>(text);
    if (!login) return login;
    return Checks{}
        .text(login->name, limits::name_characters_max)
        .that(login->passphrase.size() <= passphrase_bytes_max)
        .result(*login);
}

std::expected<NewSessionBody, BadBody> read_new_session_body(std::string_view text) {
    const auto json = read_object(text);
    if (!json) return std::unexpected(json.error());
    // `template` is a word of C++, so this body is read by hand.
    NewSessionBody body;
    Wrong wrong;
    bool fine = json->object()->size() == 11;
    const auto take = [&](std::string_view name, auto& into) {
        const auto* member = json->member(name);
        fine = fine && member && read(*member, into, wrong);
    };
    take("template", body.template_id);
    take("language", body.language);
    take("title", body.title);
    take("question", body.question);
    take("within", body.within);
    take("money", body.money);
    take("place", body.place);
    take("host", body.host);
    take("controller", body.controller);
    take("retained_days", body.retained_days);
    take("seats_max", body.seats_max);
    return Checks{}
        .that(fine && body.template_id.size() <= code_bytes_max)
        .that(body.language == "nl" || body.language == "en")
        .that(body.retained_days >= 1 && body.retained_days <= retained_days_max)
        .that(body.seats_max >= 1 && body.seats_max <= limits::people_per_session_max)
        .text(body.title, limits::idea_characters_max)
        .optional_text(body.question, limits::idea_characters_max)
        .optional_text(body.within, limits::affiliation_characters_max)
        .optional_text(body.money, limits::affiliation_characters_max)
        .optional_text(body.place, limits::idea_characters_max)
        .optional_text(body.host, limits::affiliation_characters_max)
        .optional_text(body.controller, limits::idea_characters_max)
        .result(body);
}

std::expected<PairingBody, BadBody> read_pairing_body(std::string_view text) {
    auto pairing = read_described<PairingBody>(text);
    static constexpr std::array<std::string_view, 4> roles{"facilitator", "standby", "helper", "screen"};
    if (pairing) return Checks{}.that(std::ranges::find(roles, pairing->role) != roles.end()).result(*pairing);
    return pairing;
}

std::expected<LinkBody, BadBody> read_link_body(std::string_view text) {
    auto link = read_described<LinkBody>(text);
    if (link) return Checks{}.optional_text(link->name, limits::name_characters_max).result(*link);
    return link;
}

std::expected<RetentionBody, BadBody> read_retention_body(std::string_view text) { return read_described<RetentionBody>(text); }

std::expected<WifiBody, BadBody> read_wifi_body(std::string_view text) { return read_described<WifiBody>(text); }

std::expected<IdeasBody, BadBody> read_ideas_body(std::string_view text) { return read_described<IdeasBody>(text); }

std::expected<SessionIdBody, BadBody> read_session_id_body(std::string_view text) {
    auto body = read_described<SessionIdBody>(text);
    if (body) return Checks{}.that(body->session.empty() || is_hex(body->session, 16)).result(*body);
    return body;
}

std::expected<RehearsalBody, BadBody> read_rehearsal_body(std::string_view text) {
    auto rehearsal = read_described<RehearsalBody>(text);
    if (rehearsal) return Checks{}.that(rehearsal->people <= limits::people_per_session_max).result(*rehearsal);
    return rehearsal;
}

std::expected<RehearsalAnswer, BadBody> read_rehearsal_answer(std::string_view text) { return read_described<RehearsalAnswer>(text); }

std::expected<BackupBody, BadBody> read_backup_body(std::string_view text) {
    auto backup = read_described<BackupBody>(text);
    if (backup) return Checks{}.that(backup->file.starts_with('/') && backup->file.size() <= path_bytes_max).result(*backup);
    return backup;
}

std::expected<ProgressAnswer, BadBody> read_progress_answer(std::string_view text) { return read_described<ProgressAnswer>(text); }
std::expected<BackupAnswer, BadBody> read_backup_answer(std::string_view text) { return read_described<BackupAnswer>(text); }
std::string encode(const JoinBody& join) {
    return join.code.empty() ? described_text(SecretJoin{join.secret, join.token, join.name, join.organisation, join.role})
                             : described_text(CodeJoin{join.code, join.token, join.name, join.organisation, join.role});
}
std::string encode(const LinkAnswer& answer) { return described_text(answer); }
std::string encode(const RehearsalBody& body) { return described_text(body); }
std::string encode(const RehearsalAnswer& answer) { return described_text(answer); }
std::string encode(const BackupBody& body) { return described_text(body); }
std::string encode(const ProgressAnswer& answer) { return described_text(answer); }
std::string encode(const BackupAnswer& answer) { return described_text(answer); }
std::string encode(const InvitationAnswer& answer) { return described_text(answer); }
std::string encode(const ResultsAnswer& answer) {
    std::string text;
    {
        ObjectWriter object{text};
        object.put("session", answer.session);
        auto& out = object.begin("records");
        out += '[';
        for (const auto& record : answer.records) {
            if (&record != &answer.records.front()) out += ',';
            out += record;
        }
        out += ']';
    }
    return text;
}
std::string encode(const JoinAnswer& answer) { return described_text(answer); }
std::string encode(const ReportsAnswer& answer) { return described_text(answer); }
std::string encode(const PairAnswer& answer) { return described_text(answer); }
std::string encode(const NameAnswer& answer) { return described_text(answer); }
std::string encode(const IdAnswer& answer) { return described_text(answer); }
std::string encode(const PreparationAnswer& answer) { return described_text(answer); }
std::string encode(const NewerAnswer& answer) { return described_text(answer); }
std::string encode(const DeskAnswer& answer) { return described_text(answer); }
std::string encode(const PairingAnswer& answer) { return described_text(answer); }
std::string encode(const TemplatesAnswer& answer) { return described_text(answer); }
std::string encode(const TemplateAnswer& answer) { return described_text(answer); }
std::string encode(const TemplateSaved& saved) { return described_text(saved); }
std::string encode(const ConceptsAnswer& answer) { return described_text(answer); }
std::expected<SessionsAnswer, BadBody> read_sessions_answer(std::string_view text) { return read_described<SessionsAnswer>(text); }
std::string encode(const SessionsAnswer& answer) { return described_text(answer); }
std::string encode(const StatusAnswer& answer) { return described_text(answer); }

std::string encode_http_error(std::string_view code) {
    std::string text;
    ObjectWriter{text}.put("error", code);
    return text;
}

std::string encode_http_error(std::string_view code, base::Milliseconds retry_after) {
    std::string text;
    ObjectWriter{text}.put("error", code).put("retry_after_ms", static_cast<std::int64_t>(retry_after.count()));
    return text;
}

}  // namespace kiemkring::wire
