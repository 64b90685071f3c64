#include "wire/replay.h"

#include "wire/described_values.h"
#include "wire/read.h"
#include "wire/write.h"

namespace kiemkring::wire {

BOOST_DESCRIBE_STRUCT(ReplayMark, (), (frame, kind, title))
BOOST_DESCRIBE_STRUCT(ReplayShown, (), (frame, version, playing))

std::string encode_replay_outline(domain::Version version, std::span<const base::Time> times, std::span<const ReplayMark> marks) {
    std::string text;
    ObjectWriter{text}
        .put("version", version)
        .put("times", std::vector(times.begin(), times.end()))
        .put("rounds", std::vector(marks.begin(), marks.end()));
    return text;
}

std::string encode_replay_part(std::span<const ReplayStep> steps) {
    std::string text;
    {
        ObjectWriter object{text};
        auto& out = object.begin("steps");
        out += '[';
        for (const auto& step : steps) {
            if (&step != &steps.front()) out += ',';
            ObjectWriter one{out};
            one.put("frame", step.frame).put("at", step.at);
            auto& put = one.begin("put");
            put += '[';
            for (const auto& record : step.put) {
                if (&record != &step.put.front()) put += ',';
                put += record;
            }
            put += ']';
            one.put("gone", step.gone);
        }
        out += ']';
    }
    return text;
}

std::expected<ReplayShown, BadBody> read_replay_body(std::string_view text) {
    const auto json = read_json(text, depth_max_from_clients);
    if (!json || !json->object()) return std::unexpected("bad_json");
    ReplayShown body;
    Wrong wrong;
    if (!read(*json, body, wrong)) return std::unexpected("bad_args");
    return body;
}

}  // namespace kiemkring::wire
