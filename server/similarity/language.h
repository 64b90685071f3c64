// What a word of Dutch or English comes down to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace kiemkring::similarity {

enum class Language { dutch, english };

/// A word of a text in lower case, in one Unicode form.
struct Word {
    std::string text;
    bool is_name{};  ///< begins with a capital, and no sentence begins there
};

/// Letters and digits that stand together, with an apostrophe between them. Text that is not UTF-8 has no words.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// Says nothing about the subject: "van", "the", "idee". "bij" is one, "bijen" is not.
[[nodiscard]] bool is_stop_word(std::string_view word, Language language);

/// Which of both has more of its stop words here; `otherwise` when neither.
[[nodiscard]] Language language_of(const std::vector<Word>& words, Language otherwise);

/// Not for use by two threads at once.
class Stemmer {
public:
    explicit Stemmer(Language language);
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    /// What "boom", "bomen" and "boompje" share.
    [[nodiscard]] std::string stem(std::string_view word) const;

private:
    Language language_;
    sb_stemmer* stemmer_;
};

}  // namespace kiemkring::similarity
