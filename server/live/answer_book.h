// The final answers of a session's commands, so that a repeat gets the first answer and has no second effect.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "store/event_store.h"

namespace kiemkring::live {

class AnswerBook {
public:
    struct Found {
        enum class What {
            next,         ///< the number that comes next: decide it
            repeat,       ///< `made_id` and `refusal` are what became of it
            reused,       ///< the number was used for something else
            out_of_order  ///< `expected` comes first
        } what{};
        std::uint64_t expected{};
        std::uint32_t made_id{};
        const domain::Refusal* refusal{};  ///< null: it took effect; good until the book is emptied
    };

    [[nodiscard]] Found find(const std::string& client, std::uint64_t n, std::uint64_t content) const;
    /// The first answer to a number stays.
    void add(const store::StoredAnswer& answer);
    /// Which number the next new command of this client must have.
    [[nodiscard]] std::uint64_t next_n(const std::string& client) const;
    void clear() { clients_.clear(); }

private:
    /// A StoredAnswer without its keys and, mostly, without a refusal: a session keeps thousands.
    struct Answer {
        std::uint64_t content{};
        std::unique_ptr<const domain::Refusal> refusal;
        std::uint32_t made_id{};
    };
    struct Client {
        std::uint64_t highest{};
        std::map<std::uint64_t, Answer> answers;
    };
    std::unordered_map<std::string, Client> clients_;
};

}  // namespace kiemkring::live
