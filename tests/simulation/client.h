// A phone, a tablet or a big screen: the outbox, the connection and the records, as the pages have them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>

#include "live/hub.h"
#include "simulation/message.h"

namespace kiemkring::simulation {

class World;
class Line;
using Keyed = std::map<std::string, domain::Record>;

/// The records of one audience, or of one person, and the version they are of.
struct Records {
    domain::Version version{};
    std::map<std::string, std::shared_ptr<const domain::Record>> by_key;

    template <class Record>
    const Record* find(std::uint32_t id = 0) const {
        const auto found = by_key.find(std::string{Record::type} + "/" + std::to_string(id));
        return found == by_key.end() ? nullptr : std::get_if<Record>(found->second.get());
    }
    template <class Record>
    std::vector<const Record*> all() const {
        std::vector<const Record*> all;
        const std::string type = std::string{Record::type} + "/";
        for (auto it = by_key.lower_bound(type); it != by_key.end() && it->first.starts_with(type); ++it)
            all.push_back(std::get_if<Record>(it->second.get()));
        return all;
    }
};

class Client {
public:
    Client(World& world, live::Role role, std::string token, std::string name);

    void connect();
    /// Takes a number for it, keeps it until it is answered, sends it when connected.
    void ask(domain::Command command, domain::PersonId paper_seat = {});

    // --- what the network brings ---
    /// `at` is when it came in: a frozen phone hears it later. With `expected`, its records must be those once it heard this.
    void hear(std::uint64_t line, base::Time at, const Heard& heard, const std::shared_ptr<const Keyed>& expected);
    void hang_up(std::uint64_t line, std::uint16_t code);
    /// Every 5 s: beats, and takes a silent connection for dead.
    void watch();
    /// Its network is gone: a reset both sides notice, or silence.
    void lose_connection();
    /// The phone is in a pocket: nothing runs on it, and what the network brings waits.
    void freeze(base::Milliseconds duration);

    struct Asked {
        std::string op, text;
        std::optional<wire::Answer> answer;
    };

    const live::Role role;
    const std::string token, id, name;
    domain::PersonId person;
    std::string device;  ///< of a tablet, see LeadRecord
    bool has_joined{}, is_removed{};
    Records records, me;
    std::map<std::uint64_t, Asked> asked;        ///< all, by number
    struct Unanswered {
        std::uint64_t n{};
        std::string frame;
        base::Time sent_at{};  ///< the last time
    };
    std::deque<Unanswered> outbox;

    [[nodiscard]] bool is_welcome() const { return welcome_; }
    [[nodiscard]] std::string unique_text();

private:
    void on(const wire::Welcome& welcome);
    void on(const wire::Changes& changes, const Heard& heard);
    void on(const wire::Answer& answer);
    void send(std::string text);
    void send_outbox();
    void send(Unanswered& command);
    void resend_later();
    void disconnect(bool silently);
    void come_back(base::Milliseconds after);

    World& world_;
    std::uint64_t line_{};  ///< 0: none
    bool welcome_{}, resending_{}, coming_back_{}, frozen_{};
    std::deque<std::function<void()>> while_frozen_;
    std::string epoch_;
    std::uint64_t last_n_{}, texts_{};
    base::Time heard_at_{}, arrived_at_{}, sent_at_{};
};

}  // namespace kiemkring::simulation
