#include "wire/concept_matches.h"

#include "wire/write.h"

namespace kiemkring::wire {
namespace {

using Range = std::vector<std::uint32_t>;

struct Effects {
    std::uint32_t heat{}, water{}, nature{}, meeting{}, health{};
};
BOOST_DESCRIBE_STRUCT(Effects, (), (heat, water, nature, meeting, health))

struct Matched {
    std::string id, name_nl, name_en, description_nl;
    bool ivn{};
    std::vector<std::string> words;
    Range area_m2, cost_eur, months;
    std::string within_one_year_nl, season_nl, upkeep_nl, unit_cost_nl, check_first_nl, basis, sources;
    Effects effects;
};
BOOST_DESCRIBE_STRUCT(Matched, (), (id, name_nl, name_en, description_nl, ivn, words, area_m2, cost_eur, months, within_one_year_nl,
                                    season_nl, upkeep_nl, unit_cost_nl, check_first_nl, basis, sources, effects))

Range both(const domain::Concept::Range& range) { return {range[0], range[1]}; }

Matched matched(const ConceptMatchAnswer& match) {
    const auto& known = *match.what;
    const auto& [heat, water, nature, meeting, health] = known.effects;
    return {known.id, known.name_nl, known.name_en, known.description_nl, domain::is_ivn(known), match.words,
            both(known.area_m2), both(known.cost_eur), both(known.months), known.within_one_year_nl, known.season_nl, known.upkeep_nl,
            known.unit_cost_nl, known.check_first_nl, known.basis, known.sources, {heat, water, nature, meeting, health}};
}

}  // namespace

std::string encode(const std::vector<ConceptMatchAnswer>& matches) {
    std::vector<Matched> listed;
    for (const auto& match : matches) listed.push_back(matched(match));
    std::string text;
    ObjectWriter{text}.put("concepts", listed);
    return text;
}

}  // namespace kiemkring::wire
