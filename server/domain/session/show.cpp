// The pages of a show: put in order, and turned.
#include <algorithm>

#include "domain/catalogue/catalogue.h"
#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

std::optional<ShowPage> concept_page(const std::string& id, const std::vector<Concept>& all, const std::string& language) {
    const auto found = std::ranges::find(all, id, &Concept::id);
    if (found == all.end()) return {};
    return ShowPage{PageKind::concept_, {}, id, 0, 0, ConceptWords{name_of(*found, language), description_of(*found, language), facts_of(*found, language)}};
}

/// The page as it is kept; nothing when there is no such thing. One that is there may stay, also when its photo went meanwhile.
std::optional<ShowPage> page_of(const Session& session, const AgendaItem& item, const PageWish& wish, const std::vector<Concept>& all) {
    if (const auto there = std::ranges::find(item.pages, wish, wish_for); there != item.pages.end()) return *there;
    switch (wish.kind) {
        case PageKind::photo: {
            const auto photo = session.photos.find(wish.picture);
            const bool is_here = photo != session.photos.end() && photo->second.state.status == PhotoStatus::here;
            return is_here ? std::optional{ShowPage{wish.kind, wish.picture, {}, 0, 0}} : std::nullopt;
        }
        case PageKind::concept_: return concept_page(wish.concept_id, all, session.info.language);
        case PageKind::slide: return {};
    }
    return {};
}

}  // namespace

std::vector<AgendaItem> with_concepts(std::vector<AgendaItem> agenda, const std::vector<Concept>& all, const std::string& language) {
    for (auto& item : agenda) {
        for (auto& page : item.pages)
            if (page.kind == PageKind::concept_ && !page.words) page = concept_page(page.concept_id, all, language).value_or(ShowPage{page.kind});
        std::erase_if(item.pages, [](const ShowPage& page) { return page.kind == PageKind::concept_ && !page.words; });
    }
    return agenda;
}

Decision decide(const Session& session, const SetPages& set, const Asker&, const Moment& moment) {
    const auto* item = session.round(set.round);
    if (!item || item->kind != RoundKind::show) return refuse(Reason::not_found);
    // A list made from an older one would take away what came in between.
    if (!std::ranges::equal(item->pages, set.was, {}, wish_for)) return refuse(Reason::changed_meanwhile);
    if (set.pages.size() > limits::pages_per_show_max) return refuse(Reason::quota);
    if (std::ranges::count(set.pages, PageKind::concept_, &PageWish::kind) > std::ptrdiff_t{limits::concepts_per_show_max})
        return refuse(Reason::quota);
    std::vector<ShowPage> pages;
    for (const auto& wish : set.pages) {
        const auto page = page_of(session, *item, wish, moment.concepts ? *moment.concepts : concepts());
        if (!page) return refuse(Reason::not_found);
        pages.push_back(*page);
    }

    auto arranged = session.agenda;
    std::ranges::find(arranged, set.round, &AgendaItem::id)->pages = std::move(pages);
    return set_value<AgendaArranged>(arranged, session.agenda);
}

Decision decide(const Session& session, const TurnPage& turn, const Asker&, const Moment&) {
    const auto* item = session.round(turn.round);
    if (!item) return refuse(Reason::not_found);
    if (turn.round != session.current || item->kind != RoundKind::show) return refuse_round(session);
    if (turn.page > item->pages.size()) return refuse(Reason::not_found);
    Change change;
    if (turn.page != session.page) change.events.push_back(PageTurned{turn.round, turn.page, session.page});
    return change;
}

}  // namespace kiemkring::domain
