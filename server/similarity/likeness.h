// How much short texts are alike, and by which words. Compares every text with every other; for a few hundred of them.
//
// Three views of a text are compared, each by the cosine of what it holds, rare things counting more:
//   words     stems, the parts of long words, and what the names of places add a little
//   letters   pieces of three to five letters: words of one root, and typing errors
//   subjects  the topics of a vocabulary: a hammock is like a bench
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "similarity/language.h"
#include "similarity/vocabulary.h"

namespace kiemkring::similarity {

class Likeness {
public:
    /// `otherwise` is the language of a text that does not tell its own. Keeps nothing of `vocabulary`.
    Likeness(std::span<const std::string> texts, Language otherwise, const Vocabulary& vocabulary = built_in_vocabulary());

    [[nodiscard]] std::size_t size() const { return hints_.size(); }
    /// 0 (nothing in common) to 3.
    [[nodiscard]] float between(std::size_t one, std::size_t other) const;
    /// The words that at least two of these texts share in some way, as people wrote them, the telling ones first.
    [[nodiscard]] std::vector<std::string> shared_words(std::span<const std::size_t> texts, std::size_t most) const;

private:
    /// Something two texts may share, and the word of this text that says it.
    struct Hint {
        bool is_subject{};
        std::uint32_t what{};
        float weight{};
        std::string word;
    };
    std::vector<std::vector<Hint>> hints_;  ///< of every text
    std::vector<float> between_;            ///< a row for each text, as long as its number
};

}  // namespace kiemkring::similarity
