#include "wire/template.h"

#include <algorithm>
#include <array>

#include "domain/catalogue/catalogue.h"
#include "domain/limits.h"
#include "wire/described_values.h"
#include "wire/json.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::domain {

BOOST_DESCRIBE_ENUM(TemplateFault, lobby_first, lobby_once, close_last, close_once, vote_before)

}  // namespace kiemkring::domain

namespace kiemkring::wire {

namespace limits = domain::limits;

BOOST_DESCRIBE_STRUCT(TemplateProblem, (), (round, member, why))

using Problems = std::vector<TemplateProblem>;

namespace {

constexpr std::int64_t format = 1;
constexpr std::size_t member_characters_shown = 40;
constexpr std::string_view format_member = "kiemkring_template";
constexpr std::array<std::string_view, 7> file_members{format_member, "language", "title", "question", "within", "money", "rounds"};
constexpr std::array<std::string_view, 6> round_members{"kind", "title", "minutes", "say", "text", "concepts"};

/// Reads member by member and notes what is wrong, so that a person hears all of it at once.
class TemplateReader {
public:
    explicit TemplateReader(const std::vector<domain::Concept>* concepts) : concepts_{concepts} {}

    domain::Template read_file(const Json& file) {
        domain::Template made;
        if (!file.object() || !file.member(format_member)) {
            problem("", "not_a_template");
            return made;
        }
        const auto* version = file.member(format_member)->integer();
        if (!version || *version != format) {
            problem(format_member, "other_version");
            return made;
        }
        only_members(file, file_members);
        text(file, "title", made.title, limits::template_title_characters_max, true);
        text(file, "language", made.language, 2, true);
        if (!made.language.empty() && made.language != "nl" && made.language != "en") problem("language", "unknown_language");
        text(file, "question", made.question, limits::idea_characters_max);
        text(file, "within", made.within, limits::affiliation_characters_max);
        text(file, "money", made.money, limits::affiliation_characters_max);
        rounds(file, made);
        return made;
    }

    void problem(std::string_view member, std::string_view why) {
        if (problems_.size() < limits::template_problems_max) problems_.push_back({round_, std::string{member}, std::string{why}});
    }
    [[nodiscard]] std::vector<TemplateProblem>& problems() { return problems_; }

private:
    template <std::size_t N>
    void only_members(const Json& object, const std::array<std::string_view, N>& known) {
        for (const auto& [name, unused] : *object.object())
            if (std::ranges::find(known, name) == known.end()) problem(first_characters(name, member_characters_shown), "unknown_member");
    }

    void text(const Json& object, std::string_view name, std::string& into, std::size_t characters_max, bool needed = false) {
        const auto* member = object.member(name);
        if (!member) return problem(name, "missing");
        if (!member->string()) return problem(name, "not_a_text");
        into = *member->string();
        const auto reason = needed ? check_text(into, characters_max) : check_optional_text(into, characters_max);
        if (reason) problem(name, name_of(*reason));
    }

    void rounds(const Json& file, domain::Template& made) {
        const auto* list = file.member("rounds");
        if (!list) return problem("rounds", "missing");
        if (!list->array()) return problem("rounds", "not_a_list");
        if (list->array()->empty()) return problem("rounds", "no_rounds");
        if (list->array()->size() > limits::rounds_max) return problem("rounds", "too_many_rounds");
        for (const auto& one : *list->array()) {
            ++round_;
            made.rounds.push_back(read_round(one));
            made.minutes += made.rounds.back().minutes;
        }
        // Where a round stands can be judged once all of them are known.
        if (problems_.empty())
            for (const auto& [place, fault] : domain::misplaced_rounds(made.rounds)) {
                round_ = static_cast<std::uint32_t>(place + 1);
                problem("kind", name_of(fault));
            }
        round_ = 0;
        if (problems_.empty() && made.minutes > limits::template_minutes_max) problem("rounds", "too_many_minutes");
    }

    domain::AgendaItem read_round(const Json& one) {
        domain::AgendaItem item;
        item.id = {round_};
        if (!one.object()) {
            problem("", "not_a_round");
            return item;
        }
        only_members(one, round_members);
        kind(one, item);
        minutes(one, item);
        text(one, "title", item.title, limits::idea_characters_max);
        text(one, "say", item.say, limits::round_text_characters_max);
        text(one, "text", item.text, limits::round_text_characters_max);
        concepts(one, item);
        return item;
    }

    void kind(const Json& one, domain::AgendaItem& item) {
        const auto* member = one.member("kind");
        if (!member) return problem("kind", "missing");
        const auto found = member->string() ? enum_named<domain::RoundKind>(*member->string()) : std::nullopt;
        if (!found) return problem("kind", "unknown_kind");
        item.kind = *found;
    }

    void minutes(const Json& one, domain::AgendaItem& item) {
        const auto* member = one.member("minutes");
        if (!member) return problem("minutes", "missing");
        const auto* number = member->integer();
        if (!number) return problem("minutes", "not_a_number");
        if (*number < 0 || *number > limits::round_minutes_max) return problem("minutes", "out_of_range");
        item.minutes = static_cast<std::uint32_t>(*number);
    }

    /// May be absent: what a show has after its words.
    void concepts(const Json& one, domain::AgendaItem& item) {
        const auto* member = one.member("concepts");
        if (!member) return;
        if (item.kind != domain::RoundKind::show) return problem("concepts", "unknown_member");
        if (!member->array()) return problem("concepts", "not_a_list");
        if (member->array()->size() > limits::concepts_per_show_max) return problem("concepts", "too_many_concepts");
        for (const auto& id : *member->array()) {
            if (!id.string() || !is_known(*id.string())) return problem("concepts", "unknown_concept");
            item.pages.push_back({domain::PageKind::concept_, {}, *id.string(), 0, 0});
        }
    }

    [[nodiscard]] bool is_known(std::string_view id) const {
        return !concepts_ || std::ranges::find(*concepts_, id, &domain::Concept::id) != concepts_->end();
    }

    const std::vector<domain::Concept>* concepts_;
    std::uint32_t round_{};
    std::vector<TemplateProblem> problems_;
};


std::expected<domain::Template, Problems> read_template(const Json& file, const std::vector<domain::Concept>* concepts) {
    TemplateReader reader{concepts};
    auto made = reader.read_file(file);
    if (reader.problems().empty() && encode_template(made).size() > limits::template_bytes_max) reader.problem("", "too_large");
    if (!reader.problems().empty()) return std::unexpected(std::move(reader.problems()));
    return made;
}

}  // namespace

std::expected<domain::Template, Problems> read_template(std::string_view text, const std::vector<domain::Concept>* concepts) {
    const auto file = read_json(text, depth_max_from_clients);
    if (!file) return std::unexpected(Problems{{0, "", "not_json"}});
    return read_template(*file, concepts);
}

std::expected<TemplateSave, Problems> read_template_save(std::string_view text, const std::vector<domain::Concept>* concepts) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json) return std::unexpected(Problems{{0, "", "not_json"}});
    const auto* what = json->member("template");
    const auto* revision = json->member("revision");
    TemplateSave save;
    Wrong wrong;
    if (!what || !revision || json->object()->size() != 2 || !read(*revision, save.revision, wrong))
        return std::unexpected(Problems{{0, "", "not_a_template"}});
    auto made = read_template(*what, concepts);
    if (!made) return std::unexpected(std::move(made.error()));
    save.what = std::move(*made);
    return save;
}

std::string encode_template(const domain::Template& one) {
    std::string text;
    ObjectWriter file{text};
    file.put(format_member, format).put("language", one.language).put("title", one.title).put("question", one.question);
    file.put("within", one.within).put("money", one.money);
    auto& list = file.begin("rounds");
    list += '[';
    for (const auto& round : one.rounds) {
        if (&round != &one.rounds.front()) list += ',';
        ObjectWriter item{list};
        item.put("kind", round.kind).put("title", round.title).put("minutes", round.minutes);
        item.put("say", round.say).put("text", round.text);
        if (const auto ids = domain::concepts_in(round.pages); !ids.empty()) item.put("concepts", ids);
    }
    list += ']';
    return text;
}

std::string encode_template_problems(const Problems& problems) {
    std::string text;
    ObjectWriter{text}.put("error", "bad_template").put("problems", problems);
    return text;
}

}  // namespace kiemkring::wire
