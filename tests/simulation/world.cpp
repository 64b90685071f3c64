#include "simulation/world.h"

#include "simulation/acts.h"
#include "simulation/line.h"
#include "wire/client_message.h"

namespace kiemkring::simulation {

using namespace std::chrono_literals;

World::World(std::uint64_t seed, live::Faults faults)
    : dice(seed), faults_(faults), disk_(dice, [this](auto after, auto what) { later(after, std::move(what)); },
                                [this] { if (hub_) hub_->storage_full(true); }) {
    start_server();
    make_session();
    pair(live::Role::facilitator, "tablet");
    pair(live::Role::facilitator, "second tablet", true);
    pair(live::Role::screen, "screen");
    pair(live::Role::helper, "helper");
}

World::~World() { hub_.reset(); }

void World::make_session() {
    domain::SessionInfo info;
    info.title = "Groen bij de buren";
    info.question = "Wat kan hier groeien?";
    info.language = "nl";
    info.seats_max = 40;  // thirty phones, and what the helper puts on paper
    std::vector<domain::AgendaItem> agenda;
    using enum domain::RoundKind;
    for (auto kind : {lobby, ideas, group, vote, tie, top5, domain::RoundKind::commit, close, pitch, table_choice, sharpen,
                      concerns, show, assess, choose})
        agenda.push_back({{static_cast<std::uint32_t>(agenda.size() + 1)}, kind, "", 10, "zeg dit", false, ""});
    const auto made = [this](auto id) { session_ = id.value(); };
    if (dice.chance(0.3)) {
        const auto scale = dice.chance(0.5) ? domain::Scale::points : domain::Scale::colours;
        domain::Brought brought{scale, {{"Bomen langs de weg", "Schaduw", 11, 3}, {"Een geveltuin", "", 12, 0}}, {{"Geld", "", 21}, {"Tijd", "", 22}}, "Geen"};
        hub_->create(dice.hex(8), 1, info, agenda, std::move(brought), nullptr, made);
    } else {
        hub_->create(1, info, agenda, made);
    }
    run_until(now_ + 1s);
    code_ = hub_->summary(session_)->code;
    hub_->invitation(code_, [this](auto invitation) {
        if (invitation->state != "open") complain("client", "the door is " + invitation->state);
    });
    // The desk, in the middle of the meeting; a crash may come in between.
    later(150s, [this] {
        if (hub_) hub_->keep_until(session_, "2031-02-03", [](auto) {});
    });
    run_until(now_ + 1s);
}

Client& World::pair(live::Role role, std::string name, bool standby) {
    const auto secret = hub_->make_pairing(session_, role, standby).secret;
    const auto token = "the token of the " + name;
    hub_->pair(secret, live::token_hash(token), [](auto paired) { (void)paired.value(); });
    run_until(now_ + 1s);
    auto& client = *clients.emplace_back(std::make_unique<Client>(*this, role, token, std::move(name)));
    client.has_joined = true;
    client.connect();
    keep_watching(client);
    return client;
}

void World::add_phones(int count) {
    for (int i = 1; i <= count; ++i) {
        auto& phone = *clients.emplace_back(
            std::make_unique<Client>(*this, live::Role::participant, dice.hex(32), "phone" + std::to_string(i)));
        later(dice.between(0, 30'000), [&phone] { phone.connect(); });
        keep_watching(phone);
    }
}

void World::live_for(Milliseconds duration) {
    began_at_ = now_;
    chaotic_ = true;
    disk_.be_faulty(true);
    for (auto& client : clients) {
        keep_acting(*client);
        keep_disturbing(*client);
    }
    const auto crashes = 2 + dice.below(2);
    for (std::uint64_t i = 0; i < crashes; ++i) plan_crash(dice.between(40'000, duration.count() - 20'000));
    if (dice.chance(0.5)) plan_full_disk(dice.between(40'000, duration.count() - 60'000));
    run_until(now_ + duration);
    // A cut waits for a write in vain when the session ended early.
    for (; totals.crashes < 2; run_until(now_ + 5s)) crash();
}

void World::calm_down() {
    chaotic_ = false;
    disk_.be_faulty(false);
    const auto all_quiet = [&] {
        for (const auto& client : clients)
            if (!client->is_removed && (!client->is_welcome() || !client->outbox.empty())) return false;
        return true;
    };
    run_until(now_ + 60s);
    // What waits for the end of a pause is asked again then.
    for (const auto& client : clients)
        if (client->role == live::Role::facilitator) client->ask(domain::PauseSession{false});
    for (int i = 0; i < 10 && !all_quiet(); ++i) run_until(now_ + 30s);
    if (!all_quiet()) complain("client", "somebody did not come back or has unanswered commands");
    run_until(now_ + 5s);
    totals.broken_rooms += hub_->broken_rooms();
}

// --- time ---------------------------------------------------------------------------------------------------------

void World::later(Milliseconds after, std::move_only_function<void()> what) {
    events_.push({now_ + after, ++orders_, std::move(what)});
}

void World::run_until(base::Time end) {
    while (!events_.empty() && events_.top().at <= end) {
        auto what = std::move(events_.top().what);
        now_ = events_.top().at;
        events_.pop();
        what();
    }
    now_ = end;
}

void World::wake_at(base::Time when) {
    later(std::max(when - now_, 0ms), [this, alarm = ++alarms_] {
        if (alarm == alarms_ && hub_) hub_->tick();
    });
}

void World::keep_acting(Client& client) {
    if (client.role == live::Role::screen) return;
    const auto wait = client.role != live::Role::participant ? dice.between(2'000, 6'000) : dice.between(5'000, 45'000);
    later(wait, [this, &client] {
        if (!chaotic_) return;
        if (client.has_joined && !client.is_removed && client.outbox.size() < 20) act(*this, client);
        keep_acting(client);
    });
}

void World::keep_disturbing(Client& client) {
    later(dice.between(20'000, 300'000), [this, &client] {
        if (!chaotic_) return;
        if (dice.chance(0.2)) client.freeze(dice.between(1'000, 60'000));
        else client.lose_connection();
        keep_disturbing(client);
    });
}

void World::keep_watching(Client& client) {
    later(dice.between(4'900, 5'100), [this, &client] {
        client.watch();
        keep_watching(client);
    });
}

// --- the server ---------------------------------------------------------------------------------------------------

void World::start_server() {
    hub_ = std::make_unique<live::Hub>(disk_, disk_.accounts(), *this, dice, *this, "http://kiemkring.test", faults_);
}

void World::plan_crash(Milliseconds after) {
    later(after, [this] {
        if (dice.chance(0.3)) return crash();
        if (dice.chance(0.3)) {
            // A sync that fails ends the store; the server is started again.
            ++totals.failed_syncs;
            disk_.fail_next_sync(true);
            return later(dice.between(500, 5'000), [this] {
                if (hub_) return crash();
                // It crashed by itself before anything was written.
                disk_.fail_next_sync(false);
            });
        }
        disk_.at_next_commit([this] { later(dice.between(0, 8), [this] { crash(); }); });
    });
}

void World::plan_full_disk(Milliseconds after) {
    later(after, [this] {
        ++totals.full_disks;
        disk_.be_full(true);
        later(dice.between(3'000, 40'000), [this] {
            disk_.be_full(false);
            if (hub_) hub_->storage_full(false);
        });
    });
}

void World::crash() {
    if (!hub_) return;
    ++totals.crashes;
    totals.broken_rooms += hub_->broken_rooms();
    hub_.reset();
    ++alarms_;
    disk_.crash();
    for (auto& [id, line] : lines_) line->server_dies();
    later(dice.between(300, 3000), [this] { start_server(); });
}

void World::complain(std::string promise, std::string what) {
    if (complaints.size() < 20) complaints.push_back({std::move(promise), std::move(what)});
}

void World::count_answer(const std::string& op, const wire::Answer& answer) {
    if (answer.refusal) {
        ++totals.refused;
    } else {
        ++totals.accepted;
        ++totals.accepted_by_op[op];
    }
}

// --- the network --------------------------------------------------------------------------------------------------

Milliseconds World::latency() {
    if (!chaotic_) return dice.between(5, 20);
    return dice.chance(0.02) ? dice.between(200, 1500) : dice.between(5, 150);  // a lost packet is sent again
}

std::optional<domain::PersonId> World::seat_of_token(const std::string& token) const {
    for (const auto& [person, row] : durable().rows)
        if (row.token_hash == live::token_hash(token)) return person;
    return {};
}

void World::join(Client& client) {
    const auto retry = [this, &client] { later(dice.between(2000, 5000), [&client] { client.connect(); }); };
    if (chaotic_ && dice.chance(0.1)) return retry();
    later(latency(), [this, &client, retry] {
        if (!hub_) return retry();
        const auto answer_is_lost = chaotic_ && dice.chance(0.1);
        if (answer_is_lost || dice.chance(0.1)) retry();  // a second request, perhaps beside the first
        hub_->join(code_, {live::token_hash(client.token), client.name, "", ""}, [=, this, &client](auto joined) {
            if (answer_is_lost) return;
            if (!joined) return retry();
            // A seat may have gone up in another one meanwhile.
            if (client.person && client.person != joined->person && durable().seat_of(client.person) != joined->person)
                complain("twice", client.name + " got two seats");
            // The seat is what the token got, also where an answer was lost and it is another one by now.
            if (!client.person) client.person = seat_of_token(client.token).value_or(joined->person);
            client.has_joined = true;
            later(latency(), [&client] { client.connect(); });
        });
        // A server that dies answers nobody.
        later(10s, [retry, &client] {
            if (!client.has_joined) retry();
        });
    });
}

std::uint64_t World::open_line(Client& client) {
    const auto id = ++lines_made_;
    lines_[id] = std::make_unique<Line>(*this, client, id);
    later(10s, [this, id] { beat(id); });
    return id;
}

void World::carry_to_server(std::uint64_t id, std::string text) {
    const auto found = lines_.find(id);
    if (found == lines_.end() || found->second->is_silent) return;
    auto& line = *found->second;
    line.to_server_at = std::max(line.to_server_at, now_ + latency());
    later(line.to_server_at - now_, [this, id, text = std::move(text)] { arrive_at_server(id, text); });
}

void World::arrive_at_server(std::uint64_t id, const std::string& text) {
    const auto found = lines_.find(id);
    if (found == lines_.end() || !found->second->server_has_it) return;
    auto& line = *found->second;
    if (!hub_) return line.server_dies();
    line.heard_at = now_;

    auto message = wire::read_client_message(text);
    if (!message) {
        if (message.error().n == 0) return complain("client", line.client.name + " sent nonsense");
        return hub_->refuse(line.connection, message.error().n, message.error().content, message.error().reason);
    }
    if (auto* hello = std::get_if<wire::HelloMessage>(&*message)) {
        line.connection = hub_->enter(
            {hello->token, hello->client, hello->epoch, hello->have_audience, hello->have_me}, line);
        if (line.connection == 0) line.give_up(4001);
        else if (!line.server_has_it) hub_->leave(line.connection);
    } else if (auto* command = std::get_if<wire::CommandMessage>(&*message)) {
        hub_->command(line.connection, command->n, command->content, std::move(command->command), command->paper_seat);
    }
}

void World::beat(std::uint64_t id) {
    const auto found = lines_.find(id);
    if (found == lines_.end()) return;
    auto& line = *found->second;
    if (!line.server_has_it && !line.client_has_it) {
        lines_.erase(found);
        return;
    }
    if (line.server_has_it && now_ - line.heard_at > 40s) line.give_up(4002);
    if (line.server_has_it) line.send(std::make_shared<const std::string>(wire::encode_beat(now_)));
    later(10s, [this, id] { beat(id); });
}

void World::hang_up_by_client(std::uint64_t id) {
    const auto found = lines_.find(id);
    if (found == lines_.end()) return;
    found->second->client_has_it = false;
    if (found->second->is_silent) return;
    later(latency(), [this, id] {
        if (const auto line = lines_.find(id); line != lines_.end() && line->second->server_has_it) {
            line->second->server_has_it = false;
            if (hub_) hub_->leave(line->second->connection);
        }
    });
}

void World::silence(std::uint64_t id) {
    if (const auto found = lines_.find(id); found != lines_.end()) found->second->is_silent = true;
}

Heard World::read(const live::Frame& frame) {
    auto heard = ear_.read(frame);
    if (heard) return *heard;
    complain("client", "unreadable: " + heard.error() + " in " + frame->substr(0, 300));
    return std::make_shared<Message>(Message{frame, wire::ServerBeat{now_}, {}});
}

}  // namespace kiemkring::simulation
