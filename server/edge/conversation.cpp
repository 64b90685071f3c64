#include "edge/conversation.h"

#include <memory>
#include <string>

#include "base/log.h"
#include "domain/access.h"
#include "wire/client_message.h"
#include "wire/server_message.h"

namespace kiemkring::edge {

using domain::Details;
using domain::Reason;
using domain::Refusal;

Conversation::Conversation(live::Hub& hub, live::Member& connection, const base::Clock& clock)
    : hub_{hub}, connection_{connection}, clock_{clock} {}

Conversation::~Conversation() {
    if (id_ != 0) hub_.leave(id_);
}

void Conversation::text(std::string_view text, Moment now) {
    auto message = wire::read_client_message(text);

    if (!messages_.take(now)) {
        std::uint64_t n = message ? 0 : message.error().n;
        if (message)
            if (const auto* command = std::get_if<wire::CommandMessage>(&*message)) n = command->n;
        Details details;
        details.retry_after_ms = messages_.wait().count();
        say(wire::encode_refusal(n, Refusal{Reason::rate_limited, details}));
        if (rate_breaches_.add(now)) fail(1008, "rate_limited");
        return;
    }

    if (!message) {
        const auto& bad = message.error();
        if (bad.reason == Reason::bad_json) {
            say(wire::encode_refusal(0, Refusal{Reason::bad_json}));
            if (unreadable_.add(now)) fail(1008, "bad_json");
        } else if (id_ == 0) {
            fail(4001, "no_hello");
        } else if (domain::is_passing(bad.reason)) {
            say(wire::encode_refusal(bad.n, Refusal{bad.reason}));
        } else {
            hub_.refuse(id_, bad.n, bad.content, Refusal{bad.reason});
        }
        return;
    }

    if (auto* said = std::get_if<wire::HelloMessage>(&*message)) {
        if (id_ != 0) return fail(1008, "already");
        return hello({std::move(said->token), std::move(said->client), std::move(said->epoch), said->have_audience,
                      said->have_me});
    }
    if (id_ == 0) return fail(4001, "no_hello");
    if (auto* command = std::get_if<wire::CommandMessage>(&*message)) {
        if (!domain::may(asker_role(), command->command, static_cast<bool>(command->paper_seat)))
            base::log("forbidden: {} by a {}", std::visit([](const auto& asked) { return asked.op; }, command->command),
                      role_name());
        hub_.command(id_, command->n, command->content, std::move(command->command), command->paper_seat);
    }
}

domain::Asker::Role Conversation::asker_role() const {
    switch (*role_) {
        case live::Role::participant: return domain::Asker::Role::participant;
        case live::Role::facilitator: return domain::Asker::Role::facilitator;
        case live::Role::helper: return domain::Asker::Role::helper;
        case live::Role::screen: break;
    }
    return domain::Asker::Role::screen;
}

const char* Conversation::role_name() const {
    switch (*role_) {
        case live::Role::participant: return "participant";
        case live::Role::facilitator: return "facilitator";
        case live::Role::helper: return "helper";
        case live::Role::screen: break;
    }
    return "screen";
}

void Conversation::hello(live::Hello hello) {
    const auto holder = hub_.holder(hello.token);
    if (holder) id_ = hub_.enter(std::move(hello), connection_);
    if (!holder || id_ == 0) return fail(4001, "unknown_token");
    role_ = holder->role;
}

void Conversation::no_hello() { fail(4001, "no_hello"); }

void Conversation::beat() { say(wire::encode_beat(clock_.now())); }

void Conversation::fail(std::uint16_t code, std::string_view word) {
    say(wire::encode_error(word));
    connection_.close(code, std::string{word});
}

void Conversation::say(std::string text) { connection_.send(std::make_shared<const std::string>(std::move(text))); }

}  // namespace kiemkring::edge
