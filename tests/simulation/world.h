// One clock, one network, one disk, one server and thirty phones, all rolling the same dice.
#pragma once

#include <memory>
#include <queue>

#include "simulation/client.h"
#include "simulation/disk.h"

namespace kiemkring::simulation {

class Line;

class World final : public base::Clock, public live::Alarm {
public:
    explicit World(std::uint64_t seed, live::Faults faults = {});
    ~World() override;

    void add_phones(int count);
    /// Chaos: the network and the disk misbehave, the power goes, the facilitator walks through all rounds.
    void live_for(Milliseconds duration);
    /// The network and the disk are well again, everybody comes back and nobody asks for anything new.
    void calm_down();

    struct Totals {
        std::uint64_t accepted{}, refused{}, disconnections{}, freezes{}, crashes{}, failed_syncs{}, full_disks{};
        std::uint64_t resumes{}, frames{}, broken_rooms{};
        std::map<std::string, std::uint64_t> accepted_by_op;
    };
    /// What went against a promise: which and how.
    struct Complaint {
        std::string promise, what;
    };

    Dice dice;
    Totals totals;
    std::vector<Complaint> complaints;
    std::vector<std::unique_ptr<Client>> clients;  ///< the tablets, the big screen, the helper, the phones

    [[nodiscard]] store::StoredSession stored() { return disk_.read(session_); }
    [[nodiscard]] const domain::Session& durable() const { return disk_.durable(); }
    [[nodiscard]] base::Time now() const override { return now_; }
    [[nodiscard]] bool is_chaotic() const { return chaotic_; }
    [[nodiscard]] Client& tablet() { return *clients[0]; }
    /// When the chaos began.
    [[nodiscard]] base::Time began_at() const { return began_at_; }

    // --- for clients and lines ---
    void later(Milliseconds after, std::move_only_function<void()> what);
    void complain(std::string promise, std::string what);
    void count_answer(const std::string& op, const wire::Answer& answer);
    void join(Client& client);
    std::uint64_t open_line(Client& client);
    void carry_to_server(std::uint64_t line, std::string text);
    void hang_up_by_client(std::uint64_t line);
    /// Nothing passes any more, and neither side is told.
    void silence(std::uint64_t line);

    void wake_at(base::Time when) override;

private:
    friend class Line;
    struct Event {
        base::Time at;
        std::uint64_t order{};
        mutable std::move_only_function<void()> what;
        bool operator<(const Event& other) const { return std::tie(other.at, other.order) < std::tie(at, order); }
    };

    void run_until(base::Time end);
    void start_server();
    void crash();
    void plan_crash(Milliseconds after);
    void plan_full_disk(Milliseconds after);
    [[nodiscard]] std::optional<domain::PersonId> seat_of_token(const std::string& token) const;
    void make_session();
    Client& pair(live::Role role, std::string name, bool standby = false);
    void arrive_at_server(std::uint64_t line, const std::string& text);
    void beat(std::uint64_t line);
    Heard read(const live::Frame& frame);
    void keep_acting(Client& client);
    void keep_disturbing(Client& client);
    void keep_watching(Client& client);
    Milliseconds latency();

    live::Faults faults_;
    base::Time now_{std::chrono::milliseconds{1'790'000'000'000}}, began_at_{};
    std::priority_queue<Event> events_;
    std::uint64_t orders_{}, alarms_{}, lines_made_{};
    bool chaotic_{};
    Disk disk_;
    std::unique_ptr<live::Hub> hub_;
    std::map<std::uint64_t, std::unique_ptr<Line>> lines_;
    domain::SessionId session_;
    std::string code_;
    Ear ear_;
};

}  // namespace kiemkring::simulation
