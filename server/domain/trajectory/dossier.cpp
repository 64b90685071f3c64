#include "domain/trajectory/dossier.h"

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>

#include "domain/trajectory/choice_rules.h"

namespace kiemkring::domain::trajectory {
namespace {

using Numbers = std::map<EntryId, EntryId>;

template <class T>
void without_link(T& one) {
    if constexpr (requires { one.token_hash; }) {
        one.token_hash.clear();
        one.withdrawn = false;
    }
}

/// What only another server knows of it.
void without_origin(Entry& entry) {
    std::visit([](auto& one) { without_link(one); }, entry);
    if (auto* plan = std::get_if<SessionPlan>(&entry)) {
        plan->session.clear();
        plan->taken_note.clear();
        plan->kept_note.clear();
        plan->kept_said.clear();
        plan->session_version = 0;
        plan->session_erased = false;
    }
    if (auto* idea = std::get_if<Idea>(&entry)) idea->session.clear(), idea->number = 0;
    if (auto* commitment = std::get_if<Commitment>(&entry)) commitment->session.clear(), commitment->number = 0;
    if (auto* asked = std::get_if<Confirmation>(&entry); asked && asked->letter.empty()) {
        asked->answer = Consent::not_asked;
        asked->asked_on.clear();
        asked->answered_on.clear();
        asked->terms_note.clear();
    }
}

bool comes_along(const Entry& entry) { return !has_picture(entry) && !std::holds_alternative<PlanVersion>(entry); }

/// Names what it named; nothing when that did not come along.
void renumber(Entry& entry, const Numbers& numbers) {
    std::visit(
        [&]<class T>(T& one) {
            boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(one.*member.pointer)>, EntryId>) {
                    const auto found = numbers.find(one.*member.pointer);
                    one.*member.pointer = found == numbers.end() ? EntryId{} : found->second;
                }
            });
        },
        entry);
}

bool names_nothing(const Entry& entry) {
    const auto* mark = std::get_if<Mark>(&entry);
    return mark && (!mark->idea || !mark->criterion);
}

/// Adds one to what there is, or says why not.
std::optional<Refusal> fault_among(const Trajectory& made, EntryId id, const Entry& now) {
    if (is_full(made, now)) return Refusal{Reason::too_many, {}};
    if (auto fault = fault_alone(now)) return fault;
    if (std::holds_alternative<Choice>(now)) return std::nullopt;
    return choice_undo_fault(made, id, nullptr, &now);
}

}  // namespace

DossierFile file_of(const Trajectory& trajectory) {
    DossierFile file{trajectory.id, trajectory.created_at, trajectory.changed_at, trajectory.progress, trajectory.facilitator,
                     trajectory.is_archived, {}, {}};
    for (const auto& [id, factor] : trajectory.all<Factor>())
        if (!trajectory.first_factors.contains(id)) file.added_factors.push_back(id);
    for (const auto& [id, kept] : trajectory.entries) {
        auto entry = kept.entry;
        std::visit([](auto& one) { without_link(one); }, entry);
        file.entries.push_back({id, kept.at, std::move(entry)});
    }
    return file;
}

std::expected<std::vector<Event>, Refusal> events_of(DossierFile file) {
    std::erase_if(file.entries, [](const auto& one) { return !comes_along(one.entry); });
    Numbers numbers;
    for (const auto& one : file.entries) numbers.try_emplace(one.id, EntryId{static_cast<std::uint32_t>(numbers.size() + 1)});
    if (numbers.size() != file.entries.size()) return std::unexpected{Refusal{Reason::already_there, "id"}};

    Trajectory made;
    std::vector<Event> events;
    const auto add = [&](Event event) {
        events.push_back(event);
        evolve(made, {made.version + 1, Time{}, 1, {}, 0, std::move(event)});
    };
    for (auto& [id, at, entry] : file.entries) {
        without_origin(entry);
        renumber(entry, numbers);
        if (names_nothing(entry)) continue;
        if (auto fault = fault_among(made, numbers.at(id), entry)) return std::unexpected{*fault};
        const bool is_added = std::holds_alternative<Factor>(entry) && std::ranges::find(file.added_factors, id) != file.added_factors.end();
        add(EntrySet{numbers.at(id), std::nullopt, std::move(entry), is_added ? Words::of_desk : Words::of_writer});
    }
    const auto* place = made.one<Place>();
    if (!place || place->name.empty()) return std::unexpected{Refusal{Reason::needed, "name"}};
    const auto* support = made.one<Support>();
    if (file.progress.refund < 0 || file.progress.refund > (support ? support->fee : 0))
        return std::unexpected{Refusal{Reason::too_large, "refund"}};
    if (file.progress != Progress{}) add(ProgressSet{{}, file.progress});
    if (!file.facilitator.empty()) add(FacilitatorSet{{}, file.facilitator});
    if (file.archived) add(ArchivedSet{false, true});
    return events;
}

}  // namespace kiemkring::domain::trajectory
