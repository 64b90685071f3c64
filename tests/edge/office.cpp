#include "edge/office.h"

#include <catch2/catch.hpp>

namespace kiemkring::test {

using nlohmann::json;

std::string new_key() {
    static unsigned counter = 0;
    auto digits = std::to_string(++counter);
    return std::string(32 - digits.size(), '0') + digits;
}

json empty_place() {
    return {{"kind", "place"}, {"name", "De Vlinder"}, {"sort", "business_park"}, {"address", ""},
            {"municipality", "Zwolle"}, {"funder", ""}, {"about", ""}, {"area_m2", 0}};
}

json Office::get(const std::string& path, int status) {
    const auto answer = server.ask("GET", path, {}, cookie);
    CHECK(answer.status == status);
    return json::parse(answer.body, nullptr, false);
}

json Office::post(const std::string& path, const json& body, int status) {
    const auto answer = server.ask("POST", path, body.dump(), cookie);
    INFO(answer.body);
    CHECK(answer.status == status);
    return json::parse(answer.body, nullptr, false);
}

std::string Office::start(const std::string& key) {
    return post("/api/trajectories", {{"key", key}, {"language", "nl"}, {"place", empty_place()}}, 201)["id"];
}

json Office::command(const std::string& id, const std::string& op, const json& args, int status) {
    return post("/api/trajectories/" + id, {{"key", new_key()}, {"op", op}, {"args", args}}, status);
}

json entry_of(const json& shown, const std::string& kind) {
    for (const auto& one : shown["entries"])
        if (one["entry"]["kind"] == kind) return one;
    return {};
}

}  // namespace kiemkring::test
