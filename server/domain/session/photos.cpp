// Photos of ideas, and the site plan: announced, arrived, shown, taken back.
#include <algorithm>

#include "domain/session/rules.h"

namespace kiemkring::domain {
namespace {

const Photo* find(const Session& session, PictureId id) {
    auto found = session.photos.find(id);
    return found == session.photos.end() || found->second.state.status == PhotoStatus::erased ? nullptr : &found->second;
}

bool is_kept(const Session& session, PictureId id) { return session.photos.at(id).state.status != PhotoStatus::erased; }

bool has_room(const Session& session, PersonId person, std::size_t of_idea) {
    const auto kept = [&](PictureId id) { return is_kept(session, id); };
    const auto own = std::ranges::count_if(session.people.at(person).photos, kept);
    const auto all = std::ranges::count_if(session.photos, [](const auto& photo) {
        return photo.second.state.status != PhotoStatus::erased;
    });
    return static_cast<std::size_t>(own) < limits::photos_per_person_max &&
           static_cast<std::size_t>(all) < limits::photos_per_session_max && of_idea < limits::photos_per_idea_max &&
           session.pictures_made < limits::pictures_per_session_max;
}

std::size_t photos_of(const Session& session, const Idea& idea) {
    return static_cast<std::size_t>(std::ranges::count_if(idea.photos, [&](PictureId id) { return is_kept(session, id); }));
}

Change erase(PictureId id, const Photo& photo) {
    Change change;
    erase_photo(id, photo, change);
    return change;
}

/// Whether a show has room for one slide more.
std::expected<PictureId, Refusal> decide_slide(const Session& session, RoundId show) {
    const auto* item = session.round(show);
    if (!item || item->kind != RoundKind::show) return refuse(Reason::not_found);
    if (item->pages.size() >= limits::pages_per_show_max || session.slides_made >= limits::slides_per_session_max ||
        session.pictures_made >= limits::pictures_per_session_max)
        return refuse(Reason::quota);
    return PictureId{};
}

/// Of a photo that somebody else than a facilitator sees now.
bool is_seen(const Session& session, PictureId id) {
    return project(session, Audience::participant, {RecordType::photo, id.value}).has_value();
}

}  // namespace

void erase_photo(PictureId id, const Photo& photo, Change& change) {
    PhotoState now{.status = PhotoStatus::erased};
    change.events.push_back(PhotoSet{id, now, photo.state});
    change.erased_pictures.push_back(id);
    if (photo.state.description) change.erased_texts.push_back(photo.state.description);
}

void announce_photo(const Session& session, const std::string& key, IdeaId idea, PersonId author, Draft& draft) {
    auto found = session.ideas.find(idea);
    const auto of_idea = found == session.ideas.end() ? 0 : photos_of(session, found->second);
    if (session.photo_keys.contains(key) || !has_room(session, author, of_idea)) return;
    draft.add(PhotoAnnounced{{session.pictures_made + 1}, key, idea, author});
}

Decision decide(const Session& session, const AddPhoto& add, const Asker& asker, const Moment&) {
    auto idea = session.ideas.find(add.idea);
    if (idea == session.ideas.end()) return refuse(Reason::not_found);
    if (session.seat_of(idea->second.author) != asker.person) return refuse(Reason::forbidden);
    if (idea->second.state.status == IdeaStatus::withdrawn) return refuse(Reason::not_found);
    if (session.photo_keys.contains(add.photo)) return refuse(Reason::already);

    Draft draft{session};
    announce_photo(session, add.photo, add.idea, asker.person, draft);
    if (draft.change.events.empty()) return refuse(Reason::quota);
    draft.change.made_id = session.pictures_made + 1;
    return draft.change;
}

Decision decide(const Session& session, const DescribePhoto& describe, const Asker& asker, const Moment&) {
    const auto* photo = find(session, describe.photo);
    if (!photo) return refuse(Reason::not_found);
    if (session.seat_of(photo->author) != asker.person) return refuse(Reason::forbidden);
    if (describe.description == session.text(photo->state.description)) return Change{};

    Draft draft{session};
    auto now = photo->state;
    now.description = draft.text(describe.description);
    draft.add(PhotoSet{describe.photo, now, photo->state});
    if (photo->state.description) draft.change.erased_texts.push_back(photo->state.description);
    return draft.change;
}

Decision decide(const Session& session, const WithdrawPhoto& withdraw, const Asker& asker, const Moment&) {
    const auto* photo = find(session, withdraw.photo);
    if (!photo) return refuse(Reason::not_found);
    if (session.seat_of(photo->author) != asker.person) return refuse(Reason::forbidden);
    return erase(withdraw.photo, *photo);
}

Decision decide(const Session& session, const ObjectToPhoto& object, const Asker& asker, const Moment&) {
    const auto* photo = find(session, object.photo);
    // A facilitator objects for who is in it and has no phone, also to a photo that only facilitators see.
    const bool sees_all = asker.role == Asker::Role::facilitator;
    if (!photo || (!sees_all && !is_seen(session, object.photo))) return refuse(Reason::not_found);
    return erase(object.photo, *photo);
}

Decision decide(const Session& session, const ReleasePhotos& release, const Asker&, const Moment&) {
    Change change;
    for (auto id : release.photos) {
        const auto* photo = find(session, id);
        if (!photo || photo->state.status == PhotoStatus::awaited) return refuse(Reason::not_found);
        auto now = photo->state;
        now.released = release.released;
        if (release.released) now.status = PhotoStatus::here;
        if (now != photo->state) change.events.push_back(PhotoSet{id, now, photo->state});
    }
    return change;
}

Decision decide(const Session& session, const HidePhoto& hide, const Asker&, const Moment&) {
    const auto* photo = find(session, hide.photo);
    if (!photo || photo->state.status == PhotoStatus::awaited) return refuse(Reason::not_found);
    auto now = photo->state;
    now.status = hide.hidden ? PhotoStatus::hidden : PhotoStatus::here;
    Change change;
    if (now != photo->state) change.events.push_back(PhotoSet{hide.photo, now, photo->state});
    return change;
}

Decision decide(const Session& session, const RemovePlan&, const Asker&, const Moment&) {
    Draft draft{session};
    if (session.plan_shown) draft.add(PlanShown{false, true});
    if (session.plan) draft.add(PlanSet{std::nullopt, session.plan});
    return draft.change;
}

Decision decide(const Session& session, const ShowPlan& show, const Asker&, const Moment&) {
    if (show.shown && session.kind() == RoundKind::explore) return refuse_round(session);
    if (show.shown && !session.plan) return refuse(Reason::not_found);

    Draft draft{session};
    // What was asked for last is what the room sees.
    if (show.shown && session.spotlight) draft.add(SpotlightSet{{}, session.spotlight});
    if (show.shown != session.plan_shown) draft.add(PlanShown{show.shown, session.plan_shown});
    return draft.change;
}

std::expected<PictureId, Refusal> decide_upload(const Session& session, const Upload& upload, const Asker& asker) {
    if (session.status == SessionStatus::ended) return refuse(Reason::ended);
    if (upload.is_plan) {
        if (asker.role != Asker::Role::facilitator) return refuse(Reason::forbidden);
        if (asker.device != session.lead) return refuse(Reason::watching);
        if (upload.show) {
            const auto known = session.slide_keys.find(upload.key);
            return known == session.slide_keys.end() ? decide_slide(session, upload.show) : known->second;
        }
        const bool full = session.plans_made >= limits::plans_per_session_max ||
                          session.pictures_made >= limits::pictures_per_session_max;
        if (full) return refuse(Reason::quota);
        return PictureId{};
    }
    const auto seat = session.seat_of(asker.person);
    auto person = session.people.find(seat);
    if (asker.role != Asker::Role::participant || person == session.people.end() ||
        person->second.state == PersonState::removed)
        return refuse(Reason::forbidden);
    auto known = session.photo_keys.find(upload.key);
    // It was not announced because there are too many, or never.
    if (known == session.photo_keys.end())
        return refuse(has_room(session, seat, 0) ? Reason::not_found : Reason::quota);
    const auto& photo = session.photos.at(known->second);
    if (session.seat_of(photo.author) != seat || photo.state.status == PhotoStatus::erased) return refuse(Reason::not_found);
    return photo.state.status == PhotoStatus::awaited ? PictureId{} : known->second;
}

Decision decide_arrival(const Session& session, const Upload& upload, const Asker& asker,
                        std::shared_ptr<const PictureBytes> bytes) {
    auto before = decide_upload(session, upload, asker);
    if (!before) return std::unexpected{before.error()};
    Change change;
    if (*before) {
        change.made_id = before->value;
        return change;
    }
    if (upload.show) {
        const PictureId id{session.pictures_made + 1};
        auto arranged = session.agenda;
        std::ranges::find(arranged, upload.show, &AgendaItem::id)
            ->pages.push_back({PageKind::slide, id, {}, bytes->width, bytes->height});
        change.events.push_back(AgendaArranged{std::move(arranged), session.agenda, upload.key});
        change.made_id = id.value;
    } else if (upload.is_plan) {
        const PictureId id{session.pictures_made + 1};
        change.events.push_back(PlanSet{Plan{id, bytes->width, bytes->height}, session.plan});
        change.made_id = id.value;
    } else {
        const auto id = session.photo_keys.at(upload.key);
        const auto& was = session.photos.at(id).state;
        auto now = was;
        now.status = PhotoStatus::here;
        now.width = bytes->width;
        now.height = bytes->height;
        change.events.push_back(PhotoSet{id, now, was});
        change.made_id = id.value;
    }
    change.pictures.push_back({{change.made_id}, std::move(bytes)});
    return change;
}

}  // namespace kiemkring::domain
