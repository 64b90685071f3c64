// Templates that organisers made themselves.

#include <algorithm>

#include "domain/limits.h"
#include "live/hub_state.h"

namespace kiemkring::live {

std::vector<const store::OwnTemplate*> Hub::templates_of(std::uint32_t organiser) const {
    std::vector<const store::OwnTemplate*> own;
    for (const auto& [id, one] : state_->templates)
        if (one.organiser == organiser) own.push_back(&one);
    return own;
}

const store::OwnTemplate* Hub::own_template(std::uint32_t organiser, const std::string& id) const {
    const auto found = state_->templates.find(id);
    return found == state_->templates.end() || found->second.organiser != organiser ? nullptr : &found->second;
}

std::optional<Hub::TemplateTrouble> Hub::State::trouble_with_template(std::uint32_t organiser, const std::string& id,
                                                                      std::uint64_t seen) const {
    const auto found = templates.find(id);
    if (found == templates.end() || found->second.organiser != organiser) return TemplateTrouble::not_found;
    if (found->second.revision != seen) return TemplateTrouble::changed_meanwhile;
    if (storage_full || templates_being_written.contains(id)) return TemplateTrouble::unavailable;
    return std::nullopt;
}

void Hub::State::write_template(store::OwnTemplate own, Done<TemplateSaved> done) {
    templates_being_written.insert(own.id);
    accounts.put_template(own, counted<std::expected<void, store::CommitError>>(
        [this, own, done = std::move(done)](auto written) mutable {
            templates_being_written.erase(own.id);
            if (!written) return done(std::unexpected{TemplateTrouble::unavailable});
            templates[own.id] = own;
            done(std::move(own));
        }));
}

void Hub::add_template(std::uint32_t organiser, std::string body, Done<TemplateSaved> done) {
    auto* state = state_.get();
    const auto being_added = state->templates_being_added[organiser];
    const bool too_many = templates_of(organiser).size() + being_added >= domain::limits::own_templates_max;
    if (too_many || state->storage_full)
        return state->post([done = std::move(done), too_many]() mutable {
            done(std::unexpected{too_many ? TemplateTrouble::too_many : TemplateTrouble::unavailable});
        });
    ++state->templates_being_added[organiser];
    state->write_template({state->random.hex(8), organiser, 1, std::move(body)},
                          [state, organiser, done = std::move(done)](auto saved) mutable {
                              --state->templates_being_added[organiser];
                              done(std::move(saved));
                          });
}

void Hub::save_template(std::uint32_t organiser, std::string id, std::uint64_t seen, std::string body, Done<TemplateSaved> done) {
    auto* state = state_.get();
    if (const auto why = state->trouble_with_template(organiser, id, seen))
        return state->post([done = std::move(done), why]() mutable { done(std::unexpected{*why}); });
    state->write_template({std::move(id), organiser, seen + 1, std::move(body)}, std::move(done));
}

void Hub::remove_template(std::uint32_t organiser, std::string id, std::uint64_t seen,
                          Done<std::expected<void, TemplateTrouble>> done) {
    auto* state = state_.get();
    if (const auto why = state->trouble_with_template(organiser, id, seen))
        return state->post([done = std::move(done), why]() mutable { done(std::unexpected{*why}); });
    state->templates_being_written.insert(id);
    state->accounts.remove_template(id, state->counted<std::expected<void, store::CommitError>>(
        [state, id, done = std::move(done)](auto removed) mutable {
            state->templates_being_written.erase(id);
            if (!removed) return done(std::unexpected{TemplateTrouble::unavailable});
            state->templates.erase(id);
            done({});
        }));
}

}  // namespace kiemkring::live
