// What all organisers share and change at the desk.

#include "live/hub_state.h"
#include "wire/catalogue.h"
#include "wire/json.h"

namespace kiemkring::live {

const std::vector<domain::Concept>& Hub::concepts() { return state_->concepts(); }

const std::vector<domain::Concept>& Hub::State::concepts() {
    const auto kept = documents.find(catalogue_name);
    if (kept == documents.end()) return domain::concepts();
    if (!read_concepts || read_concepts->first != kept->second.revision) {
        const auto json = wire::read_json(kept->second.body, wire::depth_max_own);
        auto found = json ? wire::read_catalogue(*json) : std::unexpected(wire::DocumentProblems{});
        if (!found) base::log("the catalogue cannot be read: what comes along stands in for it");
        read_concepts.emplace(kept->second.revision, found ? std::move(*found) : domain::concepts());
    }
    return read_concepts->second;
}

const store::Document* Hub::document(const std::string& name) const {
    const auto found = state_->documents.find(name);
    return found == state_->documents.end() ? nullptr : &found->second;
}

void Hub::save_document(std::string name, std::uint64_t seen, std::string body,
                        Done<std::expected<std::uint64_t, TemplateTrouble>> done) {
    auto* state = state_.get();
    const auto refuse = [&](TemplateTrouble why) {
        state->post([done = std::move(done), why]() mutable { done(std::unexpected{why}); });
    };
    const auto* known = document(name);
    if ((known ? known->revision : 0) != seen) return refuse(TemplateTrouble::changed_meanwhile);
    if (state->storage_full || !state->documents_being_written.insert(name).second) return refuse(TemplateTrouble::unavailable);
    store::Document now{std::move(name), seen + 1, std::move(body)};
    state->accounts.put_document(now, state->counted<std::expected<void, store::CommitError>>(
        [state, now, done = std::move(done)](auto written) mutable {
            state->documents_being_written.erase(now.name);
            if (!written) return done(std::unexpected{TemplateTrouble::unavailable});
            const auto revision = now.revision;
            state->documents[now.name] = std::move(now);
            done(revision);
        }));
}

}  // namespace kiemkring::live
