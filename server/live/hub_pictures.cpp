// Pictures: who may bring one, who may see one.

#include "live/hub_state.h"

namespace kiemkring::live {

namespace {

/// Whoever has a record of it may see it.
bool may_see(const domain::Session& session, const Holder& who, domain::PictureId picture) {
    using namespace domain;
    if (who.role == Role::helper) return session.plan && session.plan->picture == picture;
    if (who.role == Role::participant) {
        const auto person = session.people.find(session.seat_of(who.person));
        if (person == session.people.end() || person->second.state == PersonState::removed) return false;
    }
    if (session.plan && session.plan->picture == picture) return true;
    // A round that was repeated shows the same slides: once one of them was on, they are out.
    for (const auto& round : session.agenda)
        for (const auto& page : round.pages)
            if (page.kind == PageKind::slide && page.picture == picture &&
                (who.role == Role::facilitator || session.visited.contains(round.id)))
                return true;
    const auto photo = session.photos.find(picture);
    if (photo == session.photos.end()) return false;
    const auto status = photo->second.state.status;
    if (who.role == Role::participant && session.seat_of(photo->second.author) == session.seat_of(who.person))
        return status == PhotoStatus::here || status == PhotoStatus::hidden;
    const auto audience = who.role == Role::participant   ? Audience::participant
                          : who.role == Role::facilitator ? Audience::facilitator
                                                          : Audience::screen;
    return project(session, audience, {RecordType::photo, picture.value}).has_value();
}

}  // namespace

void Hub::look(domain::SessionId session, Done<const domain::Session*> done) {
    if (state_->draining || !state_->summaries.contains(session)) return done(nullptr);
    state_->in_room(session, state_->open(session).serial, [&](Room& room) { room.look(std::move(done)); });
}

void Hub::add_picture(Holder from, domain::Upload upload, std::shared_ptr<const domain::PictureBytes> bytes,
                      Done<std::expected<domain::PictureId, domain::Refusal>> done) {
    if (state_->draining || !state_->summaries.contains(from.session))
        return state_->post([done = std::move(done)]() mutable {
            done(std::unexpected{domain::Refusal{domain::Reason::unavailable}});
        });
    state_->in_room(from.session, state_->open(from.session).serial, [&](Room& room) {
        room.add_picture(from, std::move(upload), std::move(bytes), std::move(done));
    });
}

void Hub::picture(Holder who, domain::PictureId picture, store::PictureSize size,
                  Done<std::expected<std::string, StoreTrouble>> done) {
    auto* state = state_.get();
    look(who.session, [state, who, picture, size, done = std::move(done)](const domain::Session* session) mutable {
        if (!session) return done(std::unexpected{StoreTrouble::unavailable});
        if (!may_see(*session, who, picture)) return done(std::unexpected{StoreTrouble::not_found});
        state->events.load_picture(
            who.session, picture, size,
            state->counted<std::expected<std::string, store::LoadError>>([done = std::move(done)](auto bytes) mutable {
                if (bytes) return done(std::move(*bytes));
                done(std::unexpected{bytes.error() == store::LoadError::not_found ? StoreTrouble::not_found
                                                                                  : StoreTrouble::unavailable});
            }));
    });
}

}  // namespace kiemkring::live
