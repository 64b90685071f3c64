#include "similarity/features.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "similarity/word_parts.h"

namespace kiemkring::similarity {
namespace {

// What counts how much; found on one half of real ideas and looked at with the other (tests/README.md).
constexpr float part_weight = 0.6F, topic_weight = 0.5F, area_weight = 0.2F;
constexpr float name_weight = 0.4F;  ///< "Havenstraat" is where, not what
constexpr std::size_t piece_min = 3, piece_max = 5, phrase_words_max = 3;

constexpr const char* only_seem_put_together[] = {
    "armband", "bankieren", "bijbaan", "bijbel", "bijdrage", "bijdragen", "bijeenkomst", "bijhouden", "bijles", "bijlessen",
    "bijscholing", "bijzonder", "bijzondere", "databank", "kledingbank", "parkeren", "speelgoedbank", "voedselbank",
};

struct Known {
    explicit Known(Language language) : stemmer(language), language(language) {}
    Stemmer stemmer;
    Language language;
    PartList parts;
    std::unordered_map<std::string, std::vector<std::uint32_t>> topics;  ///< by stem, or stems with a space between

    std::string stems(const std::vector<Word>& words) const {
        std::string joined;
        for (const auto& word : words) joined += (joined.empty() ? "" : " ") + stemmer.stem(word.text);
        return joined;
    }
    void add(const std::string& phrase, std::uint32_t topic) {
        const auto words = words_of(phrase);
        auto stem = stems(words);
        if (words.size() == 1) parts.add_known(stem, words[0].text);
        auto& of = topics[std::move(stem)];
        if (of.empty() || of.back() != topic) of.push_back(topic);
    }
};

class Reader {
public:
    explicit Reader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
        std::unordered_map<std::string, std::uint32_t> areas;
        const auto topics = static_cast<std::uint32_t>(vocabulary.size());
        for (std::uint32_t topic = 0; topic < topics; ++topic) {
            for (const auto& word : vocabulary[topic].dutch) dutch_.add(word, topic);
            for (const auto& word : vocabulary[topic].english) english_.add(word, topic);
            const auto& area = vocabulary[topic].area;
            area_of_.push_back(area.empty() ? std::nullopt
                                            : std::optional{topics + areas.emplace(area, areas.size()).first->second});
        }
        for (const auto* word : only_seem_put_together) dutch_.parts.never_split(dutch_.stemmer.stem(word));
    }

    std::vector<TextFeatures> read(std::span<const std::string> texts, Language otherwise) {
        std::vector<std::vector<Word>> words;
        std::vector<Known*> known;
        for (const auto& text : texts) {
            words.push_back(words_of(text));
            known.push_back(language_of(words.back(), otherwise) == Language::dutch ? &dutch_ : &english_);
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (const auto& word : words[i])
                if (is_telling(word, known[i]->language)) known[i]->parts.learn(known[i]->stemmer.stem(word.text), word.text);

        std::vector<TextFeatures> all;
        for (std::size_t i = 0; i < texts.size(); ++i) all.push_back(read_one(words[i], *known[i]));
        return all;
    }

private:
    static bool is_telling(const Word& word, Language language) {
        return word.text.size() > 1 && !is_stop_word(word.text, language);
    }

    using Found = std::map<std::uint32_t, Feature>;

    static void put(Found& found, std::uint32_t id, float weight, const std::string& word) {
        auto& feature = found[id];
        if (feature.weight < weight) feature = {id, weight, word};
    }

    TextFeatures read_one(const std::vector<Word>& all, const Known& known) {
        std::array<Found, views> found;
        std::vector<std::string> stems;
        for (const auto& word : all) stems.push_back(known.stemmer.stem(word.text));
        for (std::size_t i = 0; i < all.size(); ++i) {
            put_phrases(found[subjects], all, stems, i, known);
            if (!is_telling(all[i], known.language)) continue;
            const float weight = all[i].is_name ? name_weight : 1;
            put(found[words], id_of(stems[i]), weight, all[i].text);
            put_topics(found[subjects], known, stems[i], weight, all[i].text);
            for (const auto& part : known.parts.parts_of(stems[i])) {
                const auto& written = known.parts.word_of(part);
                put(found[words], id_of(part), weight * part_weight, written);
                put_topics(found[subjects], known, part, weight, written);
            }
            put_letters(found[letters], all[i].text, weight);
        }

        TextFeatures features;
        for (std::size_t view = 0; view < views; ++view)
            for (auto& [id, feature] : found[view]) features.of[view].push_back(std::move(feature));
        return features;
    }

    void put_topics(Found& found, const Known& known, const std::string& stem, float weight, const std::string& word) {
        const auto topics = known.topics.find(stem);
        if (topics == known.topics.end()) return;
        for (const auto topic : topics->second) {
            put(found, topic, weight * topic_weight, word);
            if (area_of_[topic]) put(found, *area_of_[topic], weight * area_weight, word);
        }
    }

    /// "jeu de boules", "food waste": subjects of more than one word, from here on.
    void put_phrases(Found& found, const std::vector<Word>& all, const std::vector<std::string>& stems, std::size_t from,
                     const Known& known) {
        auto stem = stems[from], word = all[from].text;
        for (std::size_t i = from + 1; i < std::min(all.size(), from + phrase_words_max); ++i) {
            stem += ' ' + stems[i];
            word += ' ' + all[i].text;
            put_topics(found, known, stem, 1, word);
        }
    }

    /// Begin and end of a word count as a letter.
    void put_letters(Found& found, const std::string& word, float weight) {
        const auto padded = ' ' + word + ' ';
        for (auto size = piece_min; size <= piece_max; ++size)
            for (std::size_t at = 0; at + size <= padded.size(); ++at)
                put(found, piece_id(std::string_view{padded}.substr(at, size)), weight, {});
    }

    std::uint32_t id_of(const std::string& stem) {
        return words_.emplace(stem, static_cast<std::uint32_t>(words_.size())).first->second;
    }
    std::uint32_t piece_id(std::string_view piece) {
        std::uint64_t bytes = 0;  // at most five of them
        std::memcpy(&bytes, piece.data(), piece.size());
        return pieces_.emplace(bytes, static_cast<std::uint32_t>(pieces_.size())).first->second;
    }

    const Vocabulary& vocabulary_;
    Known dutch_{Language::dutch}, english_{Language::english};
    std::vector<std::optional<std::uint32_t>> area_of_;  ///< of every topic, as the id of a feature
    std::unordered_map<std::string, std::uint32_t> words_;
    std::unordered_map<std::uint64_t, std::uint32_t> pieces_;
};

}  // namespace

std::vector<TextFeatures> features_of(std::span<const std::string> texts, Language otherwise, const Vocabulary& vocabulary) {
    return Reader{vocabulary}.read(texts, otherwise);
}

}  // namespace kiemkring::similarity
