// The rows that are kept of trajectories.
#include "wire/described_trajectory.h"
#include "wire/read.h"
#include "wire/trajectory.h"
#include "wire/write.h"

namespace kiemkring::wire {

using namespace trajectory;
using domain::Version;

namespace {

/// Stored without what it was, which the events before it say.
struct StoredEntrySet {
    EntryId id;
    std::optional<Entry> now;
    Words words{};
};
BOOST_DESCRIBE_STRUCT(StoredEntrySet, (), (id, now, words))
struct StoredPersonal {
    EntryId id;
    std::string personal;  ///< its kind; the values stand in a row of their own
    Words words{};
};
BOOST_DESCRIBE_STRUCT(StoredPersonal, (), (id, personal, words))

}  // namespace

/// Nobody took over anything before.
template <>
inline constexpr std::array came_later<StoredEntrySet>{std::string_view{"words"}};
template <>
inline constexpr std::array came_later<StoredPersonal>{std::string_view{"words"}};

namespace {

struct AroundTrajectory {
    Time at{};
    OrganiserId by{};
    std::string key;
    Version undoes{};
};
BOOST_DESCRIBE_STRUCT(AroundTrajectory, (), (at, by, key, undoes))

std::expected<trajectory::Event, std::string> stored_entry(const Trajectory& before, const Json& what, std::string_view personal) {
    EntrySet set;
    if (what.member("personal")) {
        const auto row = read_as<StoredPersonal>(what);
        if (!row) return std::unexpected(row.error());
        set.id = row->id;
        set.words = row->words;
        // What was erased is an entry of its kind with nothing in it.
        const auto text = personal.empty() ? "{\"kind\":\"" + row->personal + "\"}" : std::string{personal};
        const auto json = read_json(text, depth_max_own);
        if (!json) return std::unexpected("personal values are not JSON");
        if (personal.empty()) {
            boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Entry>>([&](auto type) {
                using T = typename decltype(type)::type;
                if (row->personal == T::entry_kind) set.now = T{};
            });
            if (!set.now) return std::unexpected("unknown kind " + row->personal);
        } else {
            auto entry = read_as<Entry>(*json);
            if (!entry) return std::unexpected(entry.error());
            set.now = std::move(*entry);
        }
    } else {
        auto row = read_as<StoredEntrySet>(what);
        if (!row) return std::unexpected(row.error());
        set.id = row->id;
        set.now = std::move(row->now);
        set.words = row->words;
    }
    if (const auto found = before.entries.find(set.id); found != before.entries.end()) set.was = found->second.entry;
    if (!set.was && !set.now) return std::unexpected("takes away what is not there");
    return set;
}

}  // namespace

StoredTrajectoryEvent encode_stored(const trajectory::Happened& happened) {
    StoredTrajectoryEvent stored;
    {
        ObjectWriter object{stored.body};
        object.put("v", trajectory_format)
            .put("at", happened.at)
            .put("by", happened.by)
            .put("key", happened.key)
            .put("undoes", happened.undoes);
        std::visit([&](const auto& what) { object.put("event", what.event_name); }, happened.what);
        if (const auto* set = std::get_if<EntrySet>(&happened.what)) {
            if (set->now && is_personal(*set->now)) {
                object.put("what", StoredPersonal{set->id, std::string{kind_of(*set->now)}, set->words});
                write(stored.personal, *set->now);
            } else {
                object.put("what", StoredEntrySet{set->id, set->now, set->words});
            }
        } else {
            std::visit([&](const auto& what) { object.put("what", what); }, happened.what);
        }
    }
    return stored;
}

std::expected<trajectory::Happened, std::string> read_stored(const Trajectory& before, Version version, std::string_view body,
                                                 std::string_view personal) {
    auto json = read_json(body, depth_max_own);
    if (!json || !json->object()) return std::unexpected("not JSON");
    const auto* format = json->member("v");
    if (!format || !format->integer() || *format->integer() < 1 || *format->integer() > trajectory_format)
        return std::unexpected("an unknown format of trajectory events");
    const auto* named = json->member("event");
    const auto* content = json->member("what");
    if (!named || !named->string() || !content) return std::unexpected("an event without name or content");
    const auto name = *named->string();
    const auto what = *content;
    auto& members = std::get<Json::Object>(json->value);
    for (const auto* known : {"v", "event", "what"}) members.erase(known);
    auto around = read_as<AroundTrajectory>(*json);
    if (!around) return std::unexpected(around.error());

    trajectory::Happened happened{version, around->at, around->by, std::move(around->key), around->undoes, {}};
    std::expected<trajectory::Event, std::string> event = std::unexpected("unknown event " + name);
    if (name == EntrySet::event_name) event = stored_entry(before, what, personal);
    boost::mp11::mp_for_each<boost::mp11::mp_list<boost::mp11::mp_identity<EntryErased>, boost::mp11::mp_identity<ProgressSet>, boost::mp11::mp_identity<FacilitatorSet>,
                                                  boost::mp11::mp_identity<ArchivedSet>>>([&](auto type) {
        using E = typename decltype(type)::type;
        if (name != E::event_name) return;
        auto set = read_as<E>(what);
        if (set) event = std::move(*set);
        else event = std::unexpected(set.error());
    });
    if (!event) return std::unexpected(event.error());
    happened.what = std::move(*event);
    return happened;
}

std::string encode_stored(const Summary& summary) {
    std::string text;
    write(text, summary);
    return text;
}

std::expected<Summary, std::string> read_stored_summary(std::string_view text) {
    const auto json = read_json(text, depth_max_own);
    if (!json) return std::unexpected("not JSON");
    return read_as<Summary>(*json);
}

}  // namespace kiemkring::wire
