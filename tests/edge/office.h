// A server with an organiser who is logged in, and what is asked of it about trajectories.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "edge/server_under_test.h"

namespace kiemkring::test {

/// A key of a request: 32 digits, never twice.
std::string new_key();

/// A business park without a word about it.
nlohmann::json empty_place();

struct Office {
    ServerUnderTest server;
    std::string cookie = server.organiser();

    /// The body as JSON, discarded where it is none; checks the status.
    nlohmann::json get(const std::string& path, int status = 200);
    nlohmann::json post(const std::string& path, const nlohmann::json& body, int status = 200);
    /// The id of a new trajectory.
    std::string start(const std::string& key = new_key());
    nlohmann::json command(const std::string& id, const std::string& op, const nlohmann::json& args, int status = 200);
};

/// The first entry of a kind in what is shown of a trajectory; null when there is none.
nlohmann::json entry_of(const nlohmann::json& shown, const std::string& kind);

}  // namespace kiemkring::test
