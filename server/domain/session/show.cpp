// The pages of a show: put in order, and turned.
#include <algorithm>

#include "domain/catalogue/catalogue.h"
#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

/// The page as it is kept; nothing when there is no such thing. One that is there may stay, also when its photo went meanwhile.
std::optional<ShowPage> page_of(const Session& session, const AgendaItem& item, const PageWish& wish) {
    if (const auto there = std::ranges::find(item.pages, wish, wish_for); there != item.pages.end()) return *there;
    switch (wish.kind) {
        case PageKind::photo: {
            const auto photo = session.photos.find(wish.picture);
            const bool is_here = photo != session.photos.end() && photo->second.state.status == PhotoStatus::here;
            return is_here ? std::optional{ShowPage{wish.kind, wish.picture, {}, 0, 0}} : std::nullopt;
        }
        case PageKind::concept_:
            return find_concept(wish.concept_id) ? std::optional{ShowPage{wish.kind, {}, wish.concept_id, 0, 0}} : std::nullopt;
        case PageKind::slide: return {};
    }
    return {};
}

}  // namespace

Decision decide(const Session& session, const SetPages& set, const Asker&, const Moment&) {
    const auto* item = session.round(set.round);
    if (!item || item->kind != RoundKind::show) return refuse(Reason::not_found);
    // A list made from an older one would take away what came in between.
    if (!std::ranges::equal(item->pages, set.was, {}, wish_for)) return refuse(Reason::changed_meanwhile);
    if (set.pages.size() > limits::pages_per_show_max) return refuse(Reason::quota);
    if (std::ranges::count(set.pages, PageKind::concept_, &PageWish::kind) > std::ptrdiff_t{limits::concepts_per_show_max})
        return refuse(Reason::quota);
    std::vector<ShowPage> pages;
    for (const auto& wish : set.pages) {
        const auto page = page_of(session, *item, wish);
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
