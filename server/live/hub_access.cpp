// Who may come in: tokens, organisers and their log-ins, pairings.

#include <algorithm>
#include <chrono>

#include "live/hub_state.h"

namespace kiemkring::live {

namespace {
constexpr auto login_lasts = std::chrono::days{30};
constexpr auto pairing_lasts = std::chrono::minutes{30};
}  // namespace

Holder paired_holder(domain::SessionId session, std::string_view role, std::string_view token_hash) {
    const auto as = role == "screen" ? Role::screen : role == "helper" ? Role::helper : Role::facilitator;
    Holder holder{std::move(session), as, {}, {}};
    if (role == standby_role) holder.device = token_hash.substr(0, device_digits);
    return holder;
}

std::string link_hash(std::string_view secret) { return "link " + token_hash(secret); }

std::optional<Holder> Hub::holder(std::string_view token) const {
    const auto found = state_->holders.find(token_hash(token));
    if (found == state_->holders.end()) return std::nullopt;
    return found->second;
}

bool Hub::setup_is_open(std::string_view secret) const {
    return !state_->setup_secret.empty() && !state_->setting_up && state_->setup_secret == token_hash(secret);
}

void Hub::setup(std::string secret, std::string name, std::string passphrase_hash,
                Done<std::expected<std::uint32_t, StoreTrouble>> done) {
    if (!setup_is_open(secret))
        return state_->post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::not_found}); });

    auto* state = state_.get();
    state->setting_up = true;
    store::Organiser organiser{1, std::move(name), std::move(passphrase_hash)};
    if (!state->organisers.empty()) organiser.id = state->organisers.rbegin()->first + 1;
    auto finish = [state, organiser, done = std::move(done)](auto written) mutable {
        state->setting_up = false;
        if (!written) return done(std::unexpected{StoreTrouble::unavailable});
        state->setup_secret.clear();
        state->organisers[organiser.id] = organiser;
        done(organiser.id);
    };
    // The secret stays good until the organiser is kept.
    auto close_setup = [state, finish = std::move(finish)](std::expected<void, store::CommitError> written) mutable {
        if (!written) return finish(written);
        state->accounts.set_setup_secret(
            "", state->counted<std::expected<void, store::CommitError>>(std::move(finish)));
    };
    state->accounts.put_organiser(organiser,
                                  state->counted<std::expected<void, store::CommitError>>(std::move(close_setup)));
}

const store::Organiser* Hub::organiser_by_name(std::string_view name) const {
    for (const auto& [id, organiser] : state_->organisers)
        if (organiser.name == name) return &organiser;
    return nullptr;
}

const std::map<std::uint32_t, store::Organiser>& Hub::organisers() const { return state_->organisers; }

const store::Organiser* Hub::organiser_by_login(std::string_view token) const {
    const auto login = state_->logins.find(token_hash(token));
    if (login == state_->logins.end() || login->second.expires_at <= state_->clock.now()) return nullptr;
    const auto organiser = state_->organisers.find(login->second.organiser);
    return organiser == state_->organisers.end() ? nullptr : &organiser->second;
}

void Hub::log_in(std::uint32_t organiser, Done<std::expected<std::string, StoreTrouble>> done) {
    auto* state = state_.get();
    auto token = state->random.hex(32);
    store::Login login{token_hash(token), organiser, state->clock.now() + login_lasts};
    state->accounts.put_login(login, state->counted<std::expected<void, store::CommitError>>(
        [state, login, token = std::move(token), done = std::move(done)](auto written) mutable {
            if (!written) return done(std::unexpected{StoreTrouble::unavailable});
            state->logins[login.token_hash] = login;
            done(std::move(token));
        }));
}

void Hub::log_out(std::string token) {
    auto hash = token_hash(token);
    if (state_->logins.erase(hash) == 0) return;
    state_->accounts.remove_login(std::move(hash), state_->counted<std::expected<void, store::CommitError>>({}));
}

Hub::PairingSecret Hub::make_pairing(domain::SessionId session, Role role, bool standby) {
    const auto now = state_->clock.now();
    auto& pairings = state_->pairings;
    std::erase_if(pairings, [&](const auto& pairing) { return pairing.second.expires_at <= now; });
    if (pairings.size() >= State::pairings_max)
        pairings.erase(std::min_element(pairings.begin(), pairings.end(), [](const auto& a, const auto& b) {
            return a.second.expires_at < b.second.expires_at;
        }));

    PairingSecret made{state_->random.hex(16), now + pairing_lasts};
    pairings[token_hash(made.secret)] = {std::move(session), role, made.expires_at, standby, {}};
    return made;
}

void Hub::pair(std::string secret, std::string token_hash, Done<std::expected<Paired, StoreTrouble>> done) {
    auto* state = state_.get();
    const auto found = state->pairings.find(live::token_hash(secret));
    const auto holder = state->holders.find(token_hash);
    const bool is_good = found != state->pairings.end() && found->second.expires_at > state->clock.now() &&
                         state->summaries.contains(found->second.session);
    // A token is good for one seat, or one pairing, in one session.
    const bool is_taken = is_good && holder != state->holders.end() &&
                          (holder->second.session != found->second.session || holder->second.role != found->second.role);
    if (!is_good || is_taken || (!found->second.used_by.empty() && found->second.used_by != token_hash))
        return state->post([done = std::move(done)]() mutable { done(std::unexpected{StoreTrouble::not_found}); });

    auto& pairing = found->second;
    if (pairing.role != Role::screen) pairing.used_by = token_hash;
    Paired paired{pairing.role, pairing.session};
    const auto* role = paired.role == Role::screen   ? "screen"
                       : paired.role == Role::helper ? "helper"
                       : pairing.standby             ? standby_role
                                                     : "facilitator";
    const auto as = paired_holder(paired.session, role, token_hash);
    state->accounts.put_paired({token_hash, role, paired.session},
                               state->counted<std::expected<void, store::CommitError>>(
                                   [state, paired, as, token_hash, done = std::move(done)](auto written) mutable {
                                       if (!written) return done(std::unexpected{StoreTrouble::unavailable});
                                       state->holders[token_hash] = as;
                                       done(std::move(paired));
                                   }));
}

}  // namespace kiemkring::live
