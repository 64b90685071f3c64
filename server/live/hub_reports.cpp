// Which reports were made of what.

#include "live/hub_state.h"

namespace kiemkring::live {

void Hub::note_report(std::string of, store::ReportMade made, Done<std::expected<std::uint32_t, StoreTrouble>> done) {
    auto* state = state_.get();
    if (state->storage_full) return state->post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::unavailable}); });
    state->accounts.note_report(of, std::move(made), state->counted<std::expected<std::uint32_t, store::CommitError>>(
        [done = std::move(done)](auto number) mutable {
            if (number) return done(*number);
            done(std::unexpected{number.error() == store::CommitError::conflict ? StoreTrouble::not_found : StoreTrouble::unavailable});
        }));
}

void Hub::reports(std::string of, Done<std::expected<std::vector<store::ReportMade>, StoreTrouble>> done) {
    auto* state = state_.get();
    state->accounts.load_reports(of, state->counted<std::expected<std::vector<store::ReportMade>, store::LoadError>>(
        [done = std::move(done)](auto reports) mutable {
            if (reports) return done(std::move(*reports));
            done(std::unexpected{StoreTrouble::unavailable});
        }));
}

}  // namespace kiemkring::live
