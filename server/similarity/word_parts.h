// Dutch writes words together: a "regenton" is about rain. Which parts a long word has.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kiemkring::similarity {

/// Stems that may be a part: those of the vocabulary, and those that people wrote on their own.
class PartList {
public:
    void add_known(std::string stem, std::string word) { known_.emplace(std::move(stem), std::move(word)); }
    /// From the ideas themselves; short ones would be found in everything.
    void learn(const std::string& stem, const std::string& word) {
        if (stem.size() >= learned_bytes_min) known_.emplace(stem, word);
    }
    /// A word that only seems to be put together: "voedselbank" is no bench, "bijles" not about bees.
    void never_split(std::string stem) { whole_.insert(std::move(stem)); }

    /// Stems of the two halves, or of the one that is known. Nothing for short words, nor for endless ones.
    [[nodiscard]] std::vector<std::string> parts_of(const std::string& stem) const;
    /// How a part is written when it stands alone.
    [[nodiscard]] const std::string& word_of(const std::string& part) const { return known_.at(part); }

private:
    static constexpr std::size_t word_bytes_min = 6, word_bytes_max = 60, part_bytes_min = 3, lone_part_bytes_min = 4, learned_bytes_min = 4;
    [[nodiscard]] std::string known_first(std::string_view front, const std::string& whole) const;
    [[nodiscard]] bool is_known(const std::string& part, const std::string& whole) const {
        return part != whole && known_.contains(part);
    }
    std::unordered_map<std::string, std::string> known_;  ///< a word of each stem
    std::unordered_set<std::string> whole_;
};

}  // namespace kiemkring::similarity
