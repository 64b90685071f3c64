// Where a round may stand in a template.
#include "domain/session/templates.h"

namespace kiemkring::domain {
namespace {

bool is_about_a_result(RoundKind kind) {
    return kind == RoundKind::tie || kind == RoundKind::top5 || kind == RoundKind::concerns || kind == RoundKind::commit;
}

}  // namespace

std::vector<std::string> concepts_in(const std::vector<ShowPage>& pages) {
    std::vector<std::string> ids;
    for (const auto& page : pages)
        if (page.kind == PageKind::concept_) ids.push_back(page.concept_id);
    return ids;
}

std::vector<MisplacedRound> misplaced_rounds(const std::vector<AgendaItem>& rounds) {
    std::vector<MisplacedRound> misplaced;
    bool voted = false;
    for (std::size_t place = 0; place < rounds.size(); ++place) {
        const auto kind = rounds[place].kind;
        const bool is_first = place == 0, is_last = place + 1 == rounds.size();
        const auto say = [&](TemplateFault fault) { misplaced.push_back({place, fault}); };
        if (is_first && kind != RoundKind::lobby) say(TemplateFault::lobby_first);
        if (!is_first && kind == RoundKind::lobby) say(TemplateFault::lobby_once);
        if (is_last && kind != RoundKind::close) say(TemplateFault::close_last);
        if (!is_last && kind == RoundKind::close) say(TemplateFault::close_once);
        if (is_about_a_result(kind) && !voted) say(TemplateFault::vote_before);
        voted = voted || kind == RoundKind::vote;
    }
    return misplaced;
}

}  // namespace kiemkring::domain
