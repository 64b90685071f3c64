#include "wire/export.h"


#include <algorithm>
#include <set>

#include "base/base64.h"
#include "domain/limits.h"
#include "wire/described_events.h"
#include "wire/described_records.h"
#include "wire/event_json.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

using namespace domain;

/// `token_hash`: only once the session has ended, so that the link of a phone to what is its own opens where this is brought in.
struct ExportedPerson {
    PersonId id;
    std::string name, organisation, role;
    std::optional<Contact> contact;
    std::string token_hash;
};
BOOST_DESCRIBE_STRUCT(ExportedPerson, (), (id, name, organisation, role, contact, token_hash))
template <>
inline constexpr std::array came_later<ExportedPerson>{std::string_view{"token_hash"}};

namespace {

constexpr int export_version = 1;
constexpr std::string_view format_name = "kiemkring-session";

struct ExportedIdea {
    IdeaId id;
    std::string text, explanation;
    std::string round;  ///< its title, or the name of its kind
    IdeaStatus status{};
    GroupId group;
    IdeaId merged_into;
    std::optional<TranslationView> translation;
};
BOOST_DESCRIBE_STRUCT(ExportedIdea, (), (id, text, explanation, round, status, group, merged_into, translation))

struct ExportedVote {
    VoteId vote;
    bool runoff{};
    std::uint32_t votes_per_person{}, votes_per_candidate{}, voters{};
    std::vector<Count> counts;
    std::vector<std::vector<Count>> ballots;
};
BOOST_DESCRIBE_STRUCT(ExportedVote, (),
                      (vote, runoff, votes_per_person, votes_per_candidate, voters, counts, ballots))

struct ExportedCommitment {
    GroupId candidate;
    CommitmentRole role{};
    std::string name;
    std::uint32_t hands{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ExportedCommitment, (), (candidate, role, name, hands, note))

struct ExportedPicture {
    PictureId id;
    std::uint32_t width{}, height{};
    std::string thumbnail, large;  ///< JPEG files in base64
};
BOOST_DESCRIBE_STRUCT(ExportedPicture, (), (id, width, height, thumbnail, large))

constexpr std::size_t picture_bytes_max = 4'000'000;

/// A JPEG file of a size that a decoder could have made; empty for anything else.
std::string jpeg_in(const std::string& base64) {
    auto bytes = base::from_base64(base64);
    return bytes && bytes->starts_with("\xff\xd8\xff") && bytes->size() <= picture_bytes_max ? std::move(*bytes) : std::string{};
}

/// A list with one item a line, so that a person can read the file and a program can compare two.
template <class Items, class Write>
void put_lines(ObjectWriter& object, std::string_view name, const Items& items, Write&& write_item) {
    auto& out = object.begin(name);
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        out += first ? "\n" : ",\n";
        first = false;
        write_item(out, item);
    }
    out += "]\n";
}

template <class Items>
void put_lines(ObjectWriter& object, std::string_view name, const Items& items) {
    put_lines(object, name, items, [](std::string& out, const auto& item) { write(out, item); });
}

std::vector<Count> as_counts(const std::map<GroupId, std::uint32_t>& votes) {
    std::vector<Count> counts;
    for (const auto& [candidate, number] : votes)
        if (number > 0) counts.push_back({candidate, number});
    return counts;
}

ExportedVote exported(VoteId id, const Vote& vote) {
    ExportedVote result{id, vote.state.runoff, vote.state.votes_per_person, vote.state.votes_per_candidate, vote.voters, {}, {}};
    std::map<GroupId, std::uint32_t> totals;
    for (const auto& [ballot, given] : vote.ballots) {
        if (auto counts = as_counts(given); !counts.empty()) result.ballots.push_back(std::move(counts));
        for (const auto& [candidate, votes] : given) totals[candidate] += votes;
    }
    for (const auto candidate : vote.state.candidates) result.counts.push_back({candidate, totals[candidate]});
    return result;
}

std::vector<TopEntryView> exported(const Session& session, const std::vector<TopEntry>& entries) {
    std::vector<TopEntryView> views;
    for (const auto& entry : entries) {
        const auto group = project(session, Audience::facilitator, {RecordType::group, entry.candidate.value});
        const auto* record = group ? std::get_if<GroupRecord>(&*group) : nullptr;
        views.push_back({entry.place, entry.candidate, record ? record->letter : "", session.text(entry.title),
                         entry.votes, entry.tied});
    }
    return views;
}

void put_result(ObjectWriter& object, const Session& session) {
    std::vector<ExportedIdea> ideas;
    for (const auto& [id, idea] : session.ideas) {
        const auto* round = session.round(idea.round);
        ideas.push_back({id, session.text(idea.wording.text), session.text(idea.wording.explanation),
                         !round ? "" : round->title.empty() ? std::string{name_of(round->kind)} : round->title,
                         idea.state.status, idea.placement.group, idea.state.merged_into,
                         idea.translation ? std::optional{TranslationView{idea.translation->language, session.text(idea.translation->text)}}
                                          : std::nullopt});
    }
    std::vector<GroupRecord> groups;
    for (const auto& [id, group] : session.groups)
        if (const auto record = project(session, Audience::facilitator, {RecordType::group, id.value}))
            groups.push_back(std::get<GroupRecord>(*record));
    std::vector<ExportedVote> votes;
    for (const auto& [id, vote] : session.votes)
        if (vote.state.status == VoteStatus::closed) votes.push_back(exported(id, vote));
    std::vector<ExportedCommitment> commitments;
    for (const auto& [id, commitment] : session.commitments)
        if (commitment.exists)
            commitments.push_back({commitment.candidate, commitment.role,
                                   commitment.person ? session.name(commitment.person) : "", commitment.hands,
                                   session.text(commitment.note)});

    const auto seen = [&session](RecordType type, std::uint32_t id) { return project(session, Audience::screen, {type, id}); };
    std::vector<TableRecord> tables;
    for (const auto& [table, chosen] : session.choices)
        if (const auto record = seen(RecordType::table, table)) tables.push_back(std::get<TableRecord>(*record));
    std::vector<ProposalRecord> proposals;
    for (const auto& [group, proposal] : session.proposals)
        if (const auto record = seen(RecordType::proposal, group.value)) proposals.push_back(std::get<ProposalRecord>(*record));
    std::vector<PhotoRecord> photos;
    for (const auto& [photo, state] : session.photos)
        if (const auto record = project(session, Audience::facilitator, {RecordType::photo, photo.value})) photos.push_back(std::get<PhotoRecord>(*record));

    ObjectWriter result{object.begin("result")};
    result.put("title", session.info.title).put("question", session.info.question).put("status", session.status);
    put_lines(result, "ideas", ideas);
    put_lines(result, "groups", groups);
    put_lines(result, "votes", votes);
    put_lines(result, "top", session.top ? exported(session, session.top->entries) : std::vector<TopEntryView>{});
    put_lines(result, "near_misses",
              session.top ? exported(session, session.top->near_misses) : std::vector<TopEntryView>{});
    result.put("decided_by", session.top ? session.top->decided_by : std::nullopt);
    result.put("seed", session.top ? session.top->seed : std::string{});
    put_lines(result, "commitments", commitments);
    std::optional<NextStepView> next_step;
    if (session.next_step) next_step = {session.next_step->date, session.text(session.next_step->text)};
    result.put("next_step", next_step);
    // Scores are in it once they are closed.
    const auto matrix = seen(RecordType::matrix, 0), choosing = seen(RecordType::choosing, 0);
    result.put("matrix", matrix ? std::optional{std::get<MatrixRecord>(*matrix)} : std::nullopt);
    result.put("choosing", choosing ? std::optional{std::get<ChoosingRecord>(*choosing)} : std::nullopt);
    put_lines(result, "tables", tables);
    put_lines(result, "proposals", proposals);
    put_lines(result, "photos", photos);
}

bool belongs_to(const Event& event, const std::set<VoteId>& votes) {
    if (const auto* cast = std::get_if<VoteCast>(&event)) return votes.contains(cast->vote);
    if (const auto* retracted = std::get_if<VoteRetracted>(&event)) return votes.contains(retracted->vote);
    return false;
}

/// The parsed file, after a look at its head.
std::expected<Json, std::string> read_file(std::string_view text) {
    auto json = read_json(text, depth_max_own);
    if (!json) return std::unexpected("not a JSON file");
    const auto* format = json->member("format");
    if (!format || !format->string() || *format->string() != format_name)
        return std::unexpected("not an export of a Kiemkring session");
    const auto* version = json->member("version");
    if (!version || !version->integer()) return std::unexpected("version: missing");
    if (*version->integer() != export_version)
        return std::unexpected("this export has version " + std::to_string(*version->integer()) +
                               "; this server reads version " + std::to_string(export_version));
    return std::move(*json);
}

template <class Row, class Item>
bool read_rows(const Json& json, std::string_view name, std::vector<Row>& rows, Wrong& wrong, Item&& take) {
    const auto* list = json.member(name);
    if (!list || !list->array()) return wrong.says("not a list"), wrong.at(name);
    for (const auto& item : *list->array()) {
        Row row;
        if (!take(item, row)) return wrong.at("[" + std::to_string(rows.size()) + "]"), wrong.at(name);
        rows.push_back(std::move(row));
    }
    return true;
}

}  // namespace

Session fold(const ExportedSession& exported) {
    Session session;
    put_rows(session, exported.texts, exported.people, {});
    std::vector<RecordKey> touched;
    for (const auto& happened : exported.events) {
        evolve(session, happened, touched);
        touched.clear();
    }
    return session;
}

namespace {

/// To read and correct what is their own, after the end. Before it phones come in anew.
bool may_come_back(const Session& session, PersonId id) {
    const auto person = session.people.find(id);
    return session.status == SessionStatus::ended && person != session.people.end() &&
           (person->second.state == PersonState::in || person->second.state == PersonState::merged);
}

}  // namespace

ExportedSession prepare_export(ExportedSession session) {
    std::set<VoteId> open;
    const auto folded = fold(session);
    for (const auto& [id, vote] : folded.votes)
        if (vote.state.status == VoteStatus::open) open.insert(id);
    std::erase_if(session.events, [&](const Happened& happened) { return belongs_to(happened.what, open); });

    std::map<std::uint64_t, std::uint64_t> actions;
    Version version = 0;
    for (auto& happened : session.events) {
        happened.version = ++version;
        happened.action = actions.try_emplace(happened.action, version).first->second;
        if (auto* undone = std::get_if<ActionUndone>(&happened.what))
            if (const auto now = actions.find(undone->action); now != actions.end()) undone->action = now->second;
        // A PIN would let whoever reads the file take over.
        if (const auto* set = std::get_if<PinSet>(&happened.what))
            std::erase_if(session.texts, [&](const TextRow& row) { return row.id == set->pin; });
        // The Wi-Fi is that of a room, and no result.
        if (const auto* set = std::get_if<WifiSet>(&happened.what))
            std::erase_if(session.texts, [&](const TextRow& row) { return row.id == set->name || row.id == set->password; });
    }
    for (auto& person : session.people)
        if (!may_come_back(folded, person.id) || !is_hex(person.token_hash, 64)) person.token_hash.clear();
    std::ranges::sort(session.texts, {}, &TextRow::id);
    std::ranges::sort(session.people, {}, &PersonRow::id);
    std::ranges::sort(session.pictures, {}, &PictureRow::id);
    return session;
}

std::string encode_export(const ExportedSession& complete) {
    const auto session = prepare_export(complete);
    std::string text;
    {
        ObjectWriter object{text};
        object.put("format", format_name).put("version", export_version).put("session", session.id);
        put_result(object, fold(session));
        put_lines(object, "events", session.events, [](std::string& out, const Happened& happened) {
            ObjectWriter event{out};
            put_event(event, happened);
        });
        put_lines(object, "texts", session.texts);
        put_lines(object, "people", session.people, [](std::string& out, const PersonRow& row) {
            write(out, ExportedPerson{row.id, row.name, row.organisation, row.role, row.contact, row.token_hash});
        });
        if (!session.pictures.empty())
            put_lines(object, "pictures", session.pictures, [](std::string& out, const PictureRow& row) {
                write(out, ExportedPicture{row.id, row.bytes->width, row.bytes->height, base::to_base64(row.bytes->thumbnail),
                                           base::to_base64(row.bytes->large)});
            });
    }
    text += '\n';
    return text;
}

std::expected<ExportedSession, std::string> read_export(std::string_view text) {
    const auto json = read_file(text);
    if (!json) return std::unexpected(json.error());

    ExportedSession session;
    const auto* id = json->member("session");
    if (!id || !id->string() || !is_hex(*id->string(), 16)) return std::unexpected("session: not 16 hex digits");
    session.id = *id->string();

    Wrong wrong;
    const bool fine =
        read_rows(*json, "events", session.events, wrong,
                  [&](const Json& item, Happened& into) {
                      auto happened = event_from(item);
                      if (!happened) return wrong.says(happened.error());
                      into = std::move(*happened);
                      into.version = session.events.size() + 1;
                      if (into.action == 0 || into.action > into.version) return wrong.says("action");
                      return true;
                  }) &&
        read_rows(*json, "texts", session.texts, wrong,
                  [&](const Json& item, TextRow& row) { return read(item, row, wrong); }) &&
        read_rows(*json, "people", session.people, wrong, [&](const Json& item, PersonRow& row) {
            ExportedPerson person;
            if (!read(item, person, wrong)) return false;
            if (!person.token_hash.empty() && !is_hex(person.token_hash, 64)) return wrong.says("token_hash");
            row = {person.id, person.token_hash, person.name, person.organisation, person.role, person.contact};
            return true;
        });
    if (!fine) return std::unexpected(wrong.text());
    if (session.events.empty() || !std::holds_alternative<SessionCreated>(session.events.front().what))
        return std::unexpected("events: the first is not session_created");
    for (const auto& happened : session.events) {
        const auto* created = std::get_if<SessionCreated>(&happened.what);
        const auto* set = std::get_if<RetentionSet>(&happened.what);
        const auto& date = created ? created->info.retained_until : set ? set->now : std::string{};
        if (!date.empty() && !is_date(date)) return std::unexpected("events: retained_until is no day");
    }
    try {
        (void)encode_export(session);
    } catch (const std::exception&) {  // the domain looked for something that these events never made
        return std::unexpected("events: they do not follow from each other");
    }
    // Exports of earlier versions have no pictures.
    if (json->member("pictures") && !read_rows(*json, "pictures", session.pictures, wrong, [&](const Json& item, PictureRow& row) {
            ExportedPicture picture;
            if (!read(item, picture, wrong)) return false;
            auto bytes = std::make_shared<PictureBytes>(PictureBytes{jpeg_in(picture.thumbnail), jpeg_in(picture.large),
                                                                     picture.width, picture.height});
            if (!picture.id || bytes->thumbnail.empty() || bytes->large.empty()) return wrong.says("not a picture");
            if (session.pictures.size() >= limits::pictures_per_session_max) return wrong.says("too many");
            row = {picture.id, std::move(bytes)};
            return true;
        }))
        return std::unexpected(wrong.text());
    return session;
}

std::expected<std::vector<PublishedVote>, std::string> read_published_votes(std::string_view text) {
    const auto json = read_file(text);
    if (!json) return std::unexpected(json.error());
    const auto* result = json->member("result");
    const auto* votes = result ? result->member("votes") : nullptr;
    std::vector<ExportedVote> exported;
    Wrong wrong;
    if (!votes) return std::unexpected("result.votes: missing");
    if (!read(*votes, exported, wrong)) return std::unexpected("result.votes" + wrong.text());

    std::vector<PublishedVote> published;
    for (const auto& vote : exported) {
        PublishedVote each{vote.vote, vote.runoff, {}, {}};
        for (const auto& count : vote.counts) each.counts[count.candidate] = count.votes;
        for (const auto& ballot : vote.ballots)
            for (auto& given = each.ballots.emplace_back(); const auto& count : ballot)
                given[count.candidate] += count.votes;
        published.push_back(std::move(each));
    }
    return published;
}

}  // namespace kiemkring::wire
