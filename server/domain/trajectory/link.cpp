#include "domain/trajectory/plan_rules.h"

namespace kiemkring::domain::trajectory {
namespace {

std::unexpected<Refusal> refuse_link(Reason reason, std::string field = {}) { return std::unexpected{Refusal{reason, std::move(field)}}; }

template <class T>
concept Linked = requires(T one) { one.token_hash; one.withdrawn; };

/// The entry with its link as `change` leaves it, when it is of a kind that has one.
template <class Change>
Decision with_link(const Trajectory& trajectory, EntryId id, Change change) {
    const auto found = trajectory.entries.find(id);
    if (found == trajectory.entries.end()) return refuse_link(Reason::not_found);
    return std::visit(
        [&]<class T>(const T& before) -> Decision {
            if constexpr (Linked<T>) {
                auto now = before;
                if (const auto why = change(now)) return refuse_link(*why);
                return EntrySet{id, Entry{before}, Entry{std::move(now)}};
            } else {
                return refuse_link(Reason::wrong_kind);
            }
        },
        found->second.entry);
}

}  // namespace

Decision decide_link(const Trajectory& trajectory, const MakeLink& make, const Day& today) {
    if (make.secret.empty()) return refuse_link(Reason::needed, "secret");
    return with_link(trajectory, make.id, [&](auto& now) -> std::optional<Reason> {
        if (now.token_hash == make.secret && !now.withdrawn) return Reason::already;
        now.token_hash = make.secret;
        now.withdrawn = false;
        if constexpr (requires { now.asked_on; }) {
            now.asked_on = today;
            if (now.answer == Consent::not_asked) now.answer = Consent::asked;
        }
        return std::nullopt;
    });
}

Decision decide_link(const Trajectory& trajectory, const WithdrawLink& withdraw, const Day&) {
    return with_link(trajectory, withdraw.id, [](auto& now) -> std::optional<Reason> {
        if (now.token_hash.empty() || now.withdrawn) return Reason::already;
        now.withdrawn = true;
        return std::nullopt;
    });
}

Decision decide_link(const Trajectory& trajectory, const AnswerByLink& said, const Day& today) {
    const auto id = entry_of_link(trajectory, said.token_hash);
    const auto found = trajectory.entries.find(id);
    const auto* asked = found == trajectory.entries.end() ? nullptr : std::get_if<Confirmation>(&found->second.entry);
    if (!asked) return refuse_link(Reason::not_found);
    if (asked->withdrawn) return refuse_link(Reason::withdrawn);
    if (said.answer != Consent::accepted && said.answer != Consent::declined) return refuse_link(Reason::needed, "answer");
    if (said.seen && *said.seen != mark_of_terms(trajectory, asked->what_for)) return refuse_link(Reason::changed_meanwhile, "seen");
    auto now = *asked;
    now.answer = said.answer;
    now.reply_note = said.reply_note;
    now.letter.clear();
    now.terms_note = terms_of(trajectory);
    if (now == *asked) return refuse_link(Reason::already);
    now.answered_on = today;
    return EntrySet{id, Entry{*asked}, Entry{std::move(now)}};
}

bool is_answer_by_link(const Happened& happened) {
    const auto* set = std::get_if<EntrySet>(&happened.what);
    return happened.by == 0 && set && set->now && std::holds_alternative<Confirmation>(*set->now);
}

EntryId entry_of_link(const Trajectory& trajectory, std::string_view token_hash) {
    for (const auto& [id, kept] : trajectory.entries) {
        const bool is_it = std::visit(
            [&]<class T>(const T& one) {
                if constexpr (Linked<T>) return !token_hash.empty() && one.token_hash == token_hash;
                else return false;
            },
            kept.entry);
        if (is_it) return id;
    }
    return {};
}

}  // namespace kiemkring::domain::trajectory
