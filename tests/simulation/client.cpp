#include "simulation/client.h"

#include <utility>

#include "simulation/truth.h"
#include "simulation/world.h"
#include "wire/client_message.h"

namespace kiemkring::simulation {

using namespace std::chrono_literals;

Client::Client(World& world, live::Role its_role, std::string its_token, std::string its_name)
    : role(its_role), token(std::move(its_token)), id(world.dice.hex(16)), name(std::move(its_name)), world_(world) {}

std::string Client::unique_text() { return name + " idee " + std::to_string(++texts_); }

void Client::connect() {
    if (line_ != 0) return;
    if (role == live::Role::participant && !has_joined) return world_.join(*this);

    line_ = world_.open_line(*this);
    heard_at_ = world_.now();
    wire::HelloMessage hello{token, id, epoch_, records.version, me.version};
    send(wire::encode_hello(hello));
}

void Client::ask(domain::Command command, domain::PersonId paper_seat) {
    if (frozen_) return;
    const auto n = ++last_n_;
    auto& mine = asked[n];
    mine.op = std::visit([](const auto& one) { return one.op; }, command);
    if (const auto* idea = std::get_if<domain::SubmitIdea>(&command)) mine.text = idea->text;
    outbox.push_back({n, wire::encode_command(n, command, paper_seat)});
    if (!welcome_) return;
    send(outbox.back());
    // A thumb that trembles, a proxy that repeats.
    if (world_.is_chaotic() && world_.dice.chance(0.03))
        for (auto copies = world_.dice.between(1, 4).count(); copies > 0; --copies) send(outbox.back());
}

void Client::hear(std::uint64_t line, base::Time at, const Heard& heard, const std::shared_ptr<const Keyed>& expected) {
    if (line != line_) return;
    arrived_at_ = std::max(arrived_at_, at);
    if (frozen_) return while_frozen_.push_back([=, this] { hear(line, at, heard, expected); });
    heard_at_ = world_.now();
    if (const auto* welcome = std::get_if<wire::Welcome>(&heard->said)) on(*welcome);
    else if (const auto* changes = std::get_if<wire::Changes>(&heard->said)) on(*changes, heard);
    else if (const auto* answer = std::get_if<wire::Answer>(&heard->said)) on(*answer);
    else if (const auto* error = std::get_if<wire::ServerError>(&heard->said))
        world_.complain("client", name + " was told " + error->code);
    if (!expected) return;
    ++world_.totals.resumes;
    compare(world_, *this, std::get<wire::Changes>(heard->said).audience == "me" ? me : records, *expected);
}

void Client::on(const wire::Welcome& welcome) {
    std::uint64_t answered = 0;
    for (const auto& [n, mine] : asked)
        if (mine.answer) answered = n;
    if (welcome.next_n <= answered || welcome.next_n > last_n_ + 1)
        world_.complain("kept", name + " is asked for number " + std::to_string(welcome.next_n));
    device = welcome.device.value_or("");
    epoch_ = welcome.epoch;
    welcome_ = true;
    send_outbox();
}

void Client::on(const wire::Changes& changes, const Heard& heard) {
    auto& to = changes.audience == "me" ? me : records;
    if (changes.from == 0) to.by_key.clear();
    else if (changes.from != to.version)
        world_.complain("chain", name + " has " + std::to_string(to.version) + ", was sent from " +
                                     std::to_string(changes.from));
    for (const auto& [key, record] : heard->put) to.by_key[key] = record;
    for (const auto& key : changes.gone) to.by_key.erase(key);
    to.version = changes.to;
    // Who was taken out is welcomed too, and then told of nothing but that.
    if (changes.audience != "me") is_removed = false;
}

void Client::on(const wire::Answer& answer) {
    if (answer.refusal && domain::is_passing(answer.refusal->reason)) {
        if (answer.refusal->reason == domain::Reason::n_reused) world_.complain("twice", name + " reused a number");
        return resend_later();
    }
    auto& mine = asked.at(answer.n);
    if (mine.answer && *mine.answer != answer)
        world_.complain("twice", name + " got two answers to " + std::to_string(answer.n));
    if (!mine.answer) world_.count_answer(mine.op, answer);
    mine.answer = answer;
    std::erase_if(outbox, [&](const auto& waiting) { return waiting.n == answer.n; });
}

void Client::send(std::string text) {
    sent_at_ = world_.now();
    world_.carry_to_server(line_, std::move(text));
}

void Client::send_outbox() {
    for (auto& command : outbox) send(command);
}

void Client::send(Unanswered& command) {
    command.sent_at = world_.now();
    send(command.frame);
}

void Client::resend_later() {
    if (resending_) return;
    resending_ = true;
    world_.later(world_.dice.between(500, 1500), [this] {
        resending_ = false;
        if (welcome_) send_outbox();
    });
}

void Client::watch() {
    if (line_ == 0 || frozen_) return;
    // A connection brings everything in order: what arrives later comes after the answer.
    if (welcome_ && !resending_ && !outbox.empty() && arrived_at_ - outbox.front().sent_at > 10s)
        world_.complain("answered", name + " waits for the answer to " + std::to_string(outbox.front().n));
    if (world_.now() - heard_at_ > (welcome_ ? 25s : 10s)) {
        disconnect(true);
        come_back(world_.dice.between(100, 1000));
    } else if (world_.now() - sent_at_ >= 10s) {
        send(R"({"type":"beat"})");
    }
}

void Client::lose_connection() {
    if (line_ == 0) return;
    ++world_.totals.disconnections;
    if (world_.dice.chance(0.4)) return world_.silence(line_);  // noticed after 25 s
    disconnect(world_.dice.chance(0.5));
    come_back(world_.dice.between(300, 15'000));
}

void Client::freeze(base::Milliseconds duration) {
    if (frozen_) return;
    frozen_ = true;
    ++world_.totals.freezes;
    world_.later(duration, [this] {
        frozen_ = false;
        for (auto& what : std::exchange(while_frozen_, {})) what();
    });
}

void Client::disconnect(bool silently) {
    if (silently) world_.silence(line_);
    world_.hang_up_by_client(line_);
    line_ = 0;
    welcome_ = false;
}

void Client::hang_up(std::uint64_t line, std::uint16_t code) {
    if (line != line_) return;
    if (frozen_) return while_frozen_.push_back([=, this] { hang_up(line, code); });
    line_ = 0;
    welcome_ = false;
    switch (code) {
        case 1000: case 1001: case 1006: case 1012: case 4002: return come_back(world_.dice.between(500, 3000));
        case 4004: is_removed = true; return come_back(world_.dice.between(10'000, 30'000));
        case 4009: return come_back(world_.dice.between(500, 3000));
        default: world_.complain("client", name + " was closed with " + std::to_string(code));
    }
}

void Client::come_back(base::Milliseconds after) {
    if (coming_back_) return;
    coming_back_ = true;
    world_.later(after, [this] {
        coming_back_ = false;
        connect();
    });
}

}  // namespace kiemkring::simulation
