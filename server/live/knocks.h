// Who stands before a locked door. In memory only: a phone knocks again every few seconds until it is in.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/session/decide.h"

namespace kiemkring::live {

class Knocks {
public:
    static constexpr std::size_t waiting_max = 10;  ///< whoever comes after them is asked to wait
    static constexpr base::Milliseconds heard_for{15'000};
    static constexpr std::size_t turned_away_max = 100;  ///< then the oldest may knock again
    static constexpr base::Milliseconds turned_away_for{300'000};

    struct Knock {
        std::uint32_t id{};
        domain::Join who;
        base::Time heard_at;  ///< or when they were turned away
    };
    enum class Answer { waiting, turned_away, too_many };

    Answer knock(const domain::Join& who, base::Time now);
    /// Who waits, or was turned away by mistake; it stays until it is taken.
    [[nodiscard]] std::optional<domain::Join> find(std::uint32_t id) const;
    void take(const std::string& token_hash);
    void turn_away(std::uint32_t id, base::Time now);
    /// Who knocks no more has gone.
    void forget_silent(base::Time now);

    [[nodiscard]] const std::vector<Knock>& waiting() const { return waiting_; }
    [[nodiscard]] const std::vector<Knock>& turned_away() const { return turned_away_; }
    [[nodiscard]] std::optional<base::Time> next_silent() const;
    /// True once after a change of who waits.
    bool have_changed() { return std::exchange(changed_, false); }

private:
    std::vector<Knock> waiting_;  ///< in the order in which they came
    std::vector<Knock> turned_away_;  ///< oldest first
    std::uint32_t made_{};
    bool changed_{};
};

}  // namespace kiemkring::live
