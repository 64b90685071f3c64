#include "wire/client_message.h"

#include <algorithm>
#include <limits>

#include "base/content_hash.h"
#include "wire/command_bounds.h"
#include "wire/described_commands.h"
#include "wire/read.h"
#include "wire/text.h"
#include "wire/write.h"

namespace kiemkring::wire {

using domain::Command;
using domain::Reason;

namespace {

std::unexpected<BadMessage> bad_envelope(std::string where, std::uint64_t n = 0) {
    return std::unexpected(BadMessage{Reason::bad_envelope, n, 0, std::move(where)});
}

bool has_only(const Json& message, std::initializer_list<std::string_view> names) {
    for (const auto& [key, unused] : *message.object())
        if (std::ranges::find(names, key) == names.end()) return false;
    return true;
}

const std::string* string_member(const Json& json, std::string_view name) {
    const auto* member = json.member(name);
    return member ? member->string() : nullptr;
}

/// A whole number of the protocol that is not negative.
std::optional<std::uint64_t> number_member(const Json& json, std::string_view name) {
    const auto* member = json.member(name);
    const auto* number = member ? member->integer() : nullptr;
    if (!number || *number < 0 || *number > integer_max) return {};
    return static_cast<std::uint64_t>(*number);
}

std::expected<ClientMessage, BadMessage> read_hello(const Json& message) {
    if (!has_only(message, {"type", "protocol", "token", "client", "epoch", "have"}))
        return bad_envelope("hello: unknown member");
    if (number_member(message, "protocol") != 1) return bad_envelope("hello: protocol is not 1");

    const auto* token = string_member(message, "token");
    const auto* client = string_member(message, "client");
    if (!token || token->size() > 64) return bad_envelope("hello: token");
    if (!client || !is_hex(*client, 32)) return bad_envelope("hello: client");
    HelloMessage hello{*token, *client, {}, 0, 0};

    if (message.member("epoch")) {
        const auto* epoch = string_member(message, "epoch");
        if (!epoch || epoch->size() > 32) return bad_envelope("hello: epoch");
        hello.epoch = *epoch;
    }
    if (const auto* have = message.member("have")) {
        const auto audience = number_member(*have, "audience");
        const auto me = number_member(*have, "me");
        if (!audience || !me || !has_only(*have, {"audience", "me"})) return bad_envelope("hello: have");
        hello.have_audience = *audience;
        hello.have_me = *me;
    }
    return hello;
}

/// The command of this op with these args; nothing when there is no such op.
std::optional<std::expected<Command, Wrong>> read_op(std::string_view op, const Json& args) {
    std::optional<std::expected<Command, Wrong>> result;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Command>>([&](auto type) {
        using C = typename decltype(type)::type;
        if (op != C::op) return;
        C command;
        Wrong wrong;
        if (read(args, command, wrong)) result.emplace(Command{std::move(command)});
        else result.emplace(std::unexpected(std::move(wrong)));
    });
    return result;
}

/// Takes the number out of the message: it is no part of what is asked.
std::expected<ClientMessage, BadMessage> read_command(Json& message) {
    const auto n = number_member(message, "n").value_or(0);
    if (n == 0) return bad_envelope("command: n");
    std::get<Json::Object>(message.value).erase("n");
    const auto* op = string_member(message, "op");
    const auto* args = message.member("args");
    if (!op) return bad_envelope("command: op", n);
    if (!args || !args->object()) return bad_envelope("command: args", n);

    const auto content = base::content_hash(canonical_text(message));
    const auto refused = [&](Reason reason, std::string where) {
        return std::unexpected(BadMessage{reason, n, content, std::move(where)});
    };

    auto command = read_op(*op, *args);
    if (!command) return bad_envelope("command: unknown op", n);
    if (!*command) return refused(Reason::bad_args, command->error().text());
    if (!has_only(message, {"type", "op", "args", "paper_seat"})) return refused(Reason::bad_args, "command: unknown member");
    domain::PersonId paper_seat;
    if (message.member("paper_seat")) {
        const auto number = number_member(message, "paper_seat").value_or(0);
        if (number == 0 || number > std::numeric_limits<std::uint32_t>::max()) return refused(Reason::bad_args, "command: paper_seat");
        paper_seat.value = static_cast<std::uint32_t>(number);
    }
    if (const auto reason = check_bounds(**command)) return refused(*reason, "command: out of bounds");
    return CommandMessage{n, content, std::move(**command), paper_seat};
}

}  // namespace

std::expected<ClientMessage, BadMessage> read_client_message(std::string_view text) {
    auto message = read_json(text, depth_max_from_clients);
    if (!message) {
        if (message.error() == JsonProblem::bad_number) return bad_envelope("a number that is none");
        return std::unexpected(BadMessage{Reason::bad_json, 0, 0, "not JSON"});
    }
    const auto* type = string_member(*message, "type");
    if (!type) return bad_envelope("type");
    if (*type == "command") return read_command(*message);
    if (*type == "hello") return read_hello(*message);
    if (*type == "beat") {
        if (!has_only(*message, {"type"})) return bad_envelope("beat: unknown member");
        return BeatMessage{};
    }
    return bad_envelope("unknown type");
}

std::string encode_hello(const HelloMessage& hello) {
    std::string text;
    {
        ObjectWriter object{text};
        object.put("type", "hello").put("protocol", 1).put("token", hello.token).put("client", hello.client);
        if (!hello.epoch.empty()) {
            object.put("epoch", hello.epoch);
            ObjectWriter{object.begin("have")}.put("audience", hello.have_audience).put("me", hello.have_me);
        }
    }
    return text;
}

std::string encode_command(std::uint64_t n, const Command& command, domain::PersonId paper_seat) {
    std::string text;
    std::visit(
        [&](const auto& each) {
            ObjectWriter object{text};
            object.put("type", "command").put("n", n).put("op", std::string_view{each.op}).put("args", each);
            if (paper_seat) object.put("paper_seat", paper_seat);
        },
        command);
    return text;
}

}  // namespace kiemkring::wire
