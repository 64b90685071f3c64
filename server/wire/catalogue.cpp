#include "wire/catalogue.h"

#include <algorithm>
#include <array>
#include <set>

#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

using domain::Concept;

namespace {

constexpr std::string_view catalogue_form = "kiemkring_catalogue";
constexpr std::int64_t catalogue_version = 1, area_max = 10'000'000, cost_max = 100'000'000, months_max = 240, effect_max = 3;
constexpr std::size_t line_max = 120, note_max = 600, id_max = 60;
constexpr std::array effect_names{"heat", "water", "nature", "meeting", "health"};

/// What the members of a concept are called in a file.
struct MemberNames {
    std::string_view description, area, cost, months, within_one_year, unit_cost;
    std::array<std::string_view, 5> effects;
};
constexpr MemberNames own_names{"description_nl", "area_m2", "cost_eur", "months", "within_one_year_nl", "unit_cost_nl",
                                {effect_names[0], effect_names[1], effect_names[2], effect_names[3], effect_names[4]}};
/// Of the list that the approach itself passes on, as in domain/catalogue/concepts.json.
constexpr MemberNames list_names{"desc_nl", "area_m2", "cost_eur_typical", "lead_months", "within_one_year", "unit_cost",
                                 {"hitte", "water", "biodiversiteit", "ontmoeting", "gezondheid"}};

/// A list has no form of its own: it is known by what its concepts say.
bool is_list(const Json& file) {
    const auto* concepts = file.object() && !file.member(catalogue_form) ? file.member("concepts") : nullptr;
    if (!concepts || !concepts->array()) return false;
    return std::ranges::any_of(*concepts->array(), [](const Json& one) {
        return one.object() && (one.member(list_names.cost) || one.member(list_names.months) || one.member(list_names.description));
    });
}

bool is_of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

/// Least and most.
void range(DocumentReader& reader, const Json& one, std::string_view name, Concept::Range& into, std::int64_t most) {
    const auto* ends = reader.list(one, name, 2);
    if (!ends) return;
    if (ends->size() != 2) return reader.problem(name, "not_a_range");
    for (std::size_t i = 0; i < 2; ++i) {
        const auto* number = (*ends)[i].integer();
        if (!number) return reader.problem(name, "not_a_number");
        if (*number < 0) return reader.problem(name, "negative");
        if (*number > most) return reader.problem(name, "too_large");
        into[i] = static_cast<std::uint32_t>(*number);
    }
    if (into[0] > into[1]) reader.problem(name, "wrong_order");
}

void effects(DocumentReader& reader, const Json& one, const MemberNames& names, Concept& into) {
    const auto* member = one.member("effects");
    if (!member) return reader.problem("effects", "missing");
    if (!member->object()) return reader.problem("effects", "not_an_object");
    for (const auto& [name, unused] : *member->object())
        if (std::ranges::find(names.effects, name) == names.effects.end()) reader.problem("effects." + name.substr(0, 40), "unknown_member");
    for (std::size_t i = 0; i < names.effects.size(); ++i) {
        const auto where = "effects." + std::string{names.effects[i]};
        const auto* value = member->member(names.effects[i]);
        if (!value) reader.problem(where, "missing");
        else if (!value->integer()) reader.problem(where, "not_a_number");
        else if (*value->integer() < 0 || *value->integer() > effect_max) reader.problem(where, "not_an_effect");
        else into.effects[i] = static_cast<std::uint32_t>(*value->integer());
    }
}

void keywords(DocumentReader& reader, const Json& one, Concept& into) {
    const auto* words = reader.list(one, "keywords_nl", domain::keywords_per_concept_max);
    if (!words) return;
    for (const auto& word : *words) {
        if (!word.string()) return reader.problem("keywords_nl", "not_a_text");
        auto text = *word.string();
        if (check_optional_text(text, line_max)) return reader.problem("keywords_nl", "bad_text");
        if (!text.empty()) into.keywords_nl.push_back(std::move(text));
    }
}

void read_concept(DocumentReader& reader, const Json& one, const MemberNames& names, Concept& into) {
    reader.only_members(one, {"id", "name_nl", "name_en", "kind", names.description, names.area, names.cost, names.months,
                              names.within_one_year, "season_nl", "upkeep_nl", names.unit_cost, "check_first_nl", "basis", "sources",
                              "effects", "keywords_nl"});
    reader.text(one, "id", into.id, id_max, true);
    if (!std::ranges::all_of(into.id, is_of_id)) reader.problem("id", "bad_id");
    reader.text(one, "name_nl", into.name_nl, line_max, true);
    reader.text(one, "name_en", into.name_en, line_max);
    reader.text(one, "kind", into.kind, line_max);
    reader.text(one, names.description, into.description_nl, note_max);
    range(reader, one, names.area, into.area_m2, area_max);
    range(reader, one, names.cost, into.cost_eur, cost_max);
    range(reader, one, names.months, into.months, months_max);
    reader.text(one, names.within_one_year, into.within_one_year_nl, note_max);
    reader.text(one, "season_nl", into.season_nl, note_max);
    reader.text(one, "upkeep_nl", into.upkeep_nl, note_max);
    reader.text(one, names.unit_cost, into.unit_cost_nl, note_max);
    reader.text(one, "check_first_nl", into.check_first_nl, note_max);
    reader.text(one, "basis", into.basis, 1);
    // No figure without what it stands on.
    if (into.basis != "S" && into.basis != "M" && into.basis != "E") reader.problem("basis", "not_a_basis");
    // Catalogues of earlier versions do not say it.
    if (one.member("sources")) reader.text(one, "sources", into.sources, note_max);
    effects(reader, one, names, into);
    keywords(reader, one, into);
    if (into.name_en.empty()) into.name_en = into.name_nl;
}

}  // namespace

std::expected<std::vector<Concept>, DocumentProblems> read_catalogue(const Json& file) {
    DocumentReader reader;
    std::vector<Concept> made;
    const bool is_a_list = is_list(file);
    if (is_a_list) reader.only_members(file, {"note", "concepts"});
    if (is_a_list || reader.begins(file, catalogue_form, catalogue_version, {"concepts"})) {
        std::set<std::string> ids;
        reader.objects(file, "concepts", domain::concepts_max, [&](const Json& one) {
            auto& known = made.emplace_back();
            read_concept(reader, one, is_a_list ? list_names : own_names, known);
            if (!known.id.empty() && !ids.insert(known.id).second) reader.problem("id", "twice");
        });
    }
    if (!reader.problems().empty()) return std::unexpected(std::move(reader.problems()));
    return made;
}

std::string encode_catalogue(const std::vector<Concept>& concepts) {
    std::string text;
    {
        ObjectWriter file{text};
        file.put(catalogue_form, catalogue_version);
        auto& out = file.begin("concepts");
        out += '[';
        const auto both = [](const Concept::Range& range) { return std::vector<std::uint32_t>{range[0], range[1]}; };
        for (const auto& known : concepts) {
            if (&known != &concepts.front()) out += ',';
            ObjectWriter one{out};
            one.put("id", known.id).put("name_nl", known.name_nl).put("name_en", known.name_en).put("kind", known.kind);
            one.put("description_nl", known.description_nl).put("area_m2", both(known.area_m2)).put("cost_eur", both(known.cost_eur));
            one.put("months", both(known.months)).put("within_one_year_nl", known.within_one_year_nl).put("season_nl", known.season_nl);
            one.put("upkeep_nl", known.upkeep_nl).put("unit_cost_nl", known.unit_cost_nl).put("check_first_nl", known.check_first_nl);
            one.put("basis", known.basis).put("sources", known.sources);
            {
                ObjectWriter effects{one.begin("effects")};
                for (std::size_t i = 0; i < effect_names.size(); ++i) effects.put(effect_names[i], known.effects[i]);
            }
            one.put("keywords_nl", known.keywords_nl);
        }
        out += ']';
    }
    return text;
}

}  // namespace kiemkring::wire
