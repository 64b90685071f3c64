#include "live/answer_book.h"

#include <algorithm>

namespace kiemkring::live {

AnswerBook::Found AnswerBook::find(const std::string& client, std::uint64_t n, std::uint64_t content) const {
    using What = Found::What;
    const auto expected = next_n(client);
    if (n == expected) return {What::next, expected};
    if (n > expected) return {What::out_of_order, expected};

    const auto known = clients_.find(client);
    if (known == clients_.end()) return {What::out_of_order, expected};  // n is 0
    const auto answer = known->second.answers.find(n);
    if (answer == known->second.answers.end()) return {What::reused, expected};
    // A session that ended no longer knows what was asked: whoever asks late gets the answer to that number.
    if (answer->second.content != content && answer->second.content != 0) return {What::reused, expected};
    return {What::repeat, expected, answer->second.made_id, answer->second.refusal.get()};
}

void AnswerBook::add(const store::StoredAnswer& answer) {
    auto& client = clients_[answer.client];
    client.highest = std::max(client.highest, answer.n);
    auto refusal = answer.refusal ? std::make_unique<const domain::Refusal>(*answer.refusal) : nullptr;
    client.answers.try_emplace(answer.n, answer.content, std::move(refusal), answer.made_id);
}

std::uint64_t AnswerBook::next_n(const std::string& client) const {
    const auto known = clients_.find(client);
    return known == clients_.end() ? 1 : known->second.highest + 1;
}

}  // namespace kiemkring::live
