// Argon2id away from the live thread: at most two at once, at most eight waiting.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "edge/workers.h"

namespace kiemkring::edge {

class Passphrases {
public:
    using Work = Workers::Work;
    /// `on_live_thread` runs something on the live thread, later; it is called from the workers.
    explicit Passphrases(std::function<void(Work)> on_live_thread);

    /// False when the queue is full: `done` is then never called. Otherwise it is called on the live thread with the
    /// string to keep, or with an empty one when there was no memory for it.
    [[nodiscard]] bool hash(std::string passphrase, std::move_only_function<void(std::string)> done);
    /// The same for a comparison. Without a hash (an unknown name) it takes the same time and answers false.
    [[nodiscard]] bool verify(std::optional<std::string> hash, std::string passphrase,
                              std::move_only_function<void(bool)> done);

private:
    std::function<void(Work)> on_live_thread_;
    std::string nobodys_hash_;
    Workers workers_{2, 8};
};

}  // namespace kiemkring::edge
