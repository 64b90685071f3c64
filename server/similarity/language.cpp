#include "similarity/language.h"

#include <libstemmer.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>
#include <optional>

namespace kiemkring::similarity {
namespace {

using namespace std::string_view_literals;

// Besides the small words those that every idea uses, whatever it is about: make, place, new, company.
constexpr auto dutch_stop_words = std::to_array<std::string_view>({
    "aan", "achter", "al", "alle", "alles", "als", "altijd", "ander", "andere", "bedrijf", "bedrijven", "ben", "bent",
    "beste", "beter", "betere", "bij", "buurt", "daar", "dan", "dat", "de", "deze", "die", "dit", "doe", "doen",
    "door", "dus", "een", "eens", "eigen", "elk", "elke", "en", "er", "extra", "gaan", "geen", "geven", "goed",
    "goede", "groot", "grote", "had", "heb", "hebben", "hebt", "heeft", "heel", "hele", "het", "hier", "hij", "hoe",
    "hun", "idee", "ideeën", "iedereen", "iemand", "iets", "ik", "in", "is", "je", "jij", "jouw", "jullie", "kan",
    "klein", "kleine", "komen", "komt", "krijgen", "kunnen", "laat", "langs", "laten", "leuk", "leuke", "maak",
    "maakt", "maar", "mag", "maken", "meer", "minder", "moet", "moeten", "mogen", "mooi", "mooie", "na", "naar",
    "niet", "nieuw", "nieuwe", "nog", "nu", "of", "om", "onder", "ons", "onze", "ook", "op", "over", "per", "plaats",
    "plek", "plekken", "project", "rond", "samen", "straat", "te", "tegen", "ten", "ter", "terrein", "tijdens", "tot",
    "tussen", "u", "uit", "uw", "van", "veel", "via", "voor", "waar", "waarom", "wanneer", "want", "waren", "was",
    "wat", "we", "weer", "wel", "werd", "wie", "wij", "wijk", "wil", "willen", "worden", "wordt", "zal", "ze", "zelf",
    "zetten", "zij", "zijn", "zo", "zonder", "zou", "zullen",
});
constexpr auto english_stop_words = std::to_array<std::string_view>({
    "a", "after", "again", "against", "all", "along", "also", "always", "an", "and", "any", "are", "around", "as",
    "at", "be", "because", "been", "before", "behind", "being", "best", "better", "between", "big", "but", "by",
    "can", "could", "did", "do", "does", "don't", "down", "during", "each", "every", "everyone", "for", "from", "get",
    "give", "go", "good", "had", "has", "have", "he", "help", "her", "here", "his", "how", "i", "idea", "if", "in",
    "instead", "into", "is", "it", "its", "just", "least", "less", "let", "like", "made", "make", "making", "many",
    "may", "might", "more", "most", "much", "must", "my", "need", "new", "nice", "no", "nor", "not", "now", "of",
    "off", "on", "one", "ones", "only", "or", "other", "others", "our", "out", "over", "own", "people", "per",
    "person", "place", "possible", "put", "re", "shall", "she", "should", "small", "so", "some", "someone",
    "something", "still", "such", "than", "that", "the", "their", "them", "there", "these", "they", "thing", "things",
    "this", "those", "through", "to", "try", "under", "up", "use", "used", "using", "via", "want", "was", "way",
    "ways", "we", "were", "what", "when", "whenever", "where", "who", "whole", "why", "will", "with", "without",
    "would", "you", "your",
});

bool is_letter(utf8proc_category_t category) {
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}
bool is_part_of_word(utf8proc_category_t category) {
    return is_letter(category) || category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ND;
}
bool is_apostrophe(utf8proc_int32_t c) { return c == '\'' || c == 0x2019; }
bool ends_sentence(utf8proc_int32_t c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n'; }

void append(std::string& text, utf8proc_int32_t c) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(c, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

/// Composed and without the differences of form that nobody means: ligatures, full width, old style digits.
std::optional<std::u32string> code_points(std::string_view text) {
    constexpr auto form = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, form);
    if (size < 0) return std::nullopt;
    std::u32string points;
    for (utf8proc_ssize_t at = 0; at < size;) {
        utf8proc_int32_t c = -1;
        const auto length = utf8proc_iterate(made + at, size - at, &c);
        if (length <= 0) break;
        points.push_back(static_cast<char32_t>(c));
        at += length;
    }
    std::free(made);
    return points;
}

bool is_vowel(char c) { return "aeiou"sv.find(c) != ""sv.npos; }

/// "bankje", "tuintjes", "boompje", "bloemetjes" without what makes them small: the stemmer leaves that.
std::string_view without_diminutive(std::string_view word) {
    auto root = word;
    if (root.ends_with('s')) root.remove_suffix(1);
    if (word.size() < 6 || !root.ends_with("je")) return word;
    root.remove_suffix(2);
    if ("bcdfghkpst"sv.find(root.back()) == ""sv.npos) return word;  // "oranje" is not small
    const auto before = [&](std::size_t back) { return root[root.size() - 1 - back]; };
    if (root.size() >= 6 && root.ends_with("et") && !is_vowel(before(2))) return root.substr(0, root.size() - 2);
    if (root.ends_with("mp")) return root.substr(0, root.size() - 1);
    // "tuintje" is of "tuin", "plantje" of "plant".
    if (root.size() >= 5 && root.ends_with('t') && "nlrw"sv.find(before(1)) != ""sv.npos && is_vowel(before(2)) && is_vowel(before(3)))
        return root.substr(0, root.size() - 1);
    return root;
}

/// "tonn(en)", "huiz(en)", "briev(en)" end as in "ton", "huis", "brief".
std::string as_alone(std::string root) {
    if (root.size() < 3) return root;
    auto& last = root.back();
    if (last == 'z') last = 's';
    else if (last == 'v') last = 'f';
    else if (last >= 'a' && last <= 'z' && !is_vowel(last) && root[root.size() - 2] == last) root.pop_back();
    return root;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    const auto points = code_points(text);
    if (!points) return {};

    std::vector<Word> words;
    bool in_word = false, sentence_begins = true;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const auto c = static_cast<utf8proc_int32_t>((*points)[i]);
        const auto category = utf8proc_category(c);
        const bool joins = in_word && is_apostrophe(c) && i + 1 < points->size() &&
                           is_letter(utf8proc_category(static_cast<utf8proc_int32_t>((*points)[i + 1])));
        if (!is_part_of_word(category) && !joins) {
            in_word = false;
            sentence_begins |= ends_sentence(c);
            continue;
        }
        if (!in_word) words.push_back({{}, category == UTF8PROC_CATEGORY_LU && !sentence_begins});
        append(words.back().text, joins ? '\'' : utf8proc_tolower(c));
        in_word = true;
        sentence_begins = false;
    }
    return words;
}

bool is_stop_word(std::string_view word, Language language) {
    static_assert(std::ranges::is_sorted(dutch_stop_words) && std::ranges::is_sorted(english_stop_words));
    return language == Language::dutch ? std::ranges::binary_search(dutch_stop_words, word)
                                       : std::ranges::binary_search(english_stop_words, word);
}

Language language_of(const std::vector<Word>& words, Language otherwise) {
    const auto count = [&](Language language) {
        return std::ranges::count_if(words, [&](const Word& word) { return is_stop_word(word.text, language); });
    };
    const auto dutch = count(Language::dutch), english = count(Language::english);
    if (dutch == english) return otherwise;
    return dutch > english ? Language::dutch : Language::english;
}

Stemmer::Stemmer(Language language)
    : language_(language), stemmer_(sb_stemmer_new(language == Language::dutch ? "dutch" : "english", "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();  // both are always there
}

Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

std::string Stemmer::stem(std::string_view word) const {
    if (language_ == Language::dutch) word = without_diminutive(word);
    const auto* stem = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    std::string root{reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
    return language_ == Language::dutch ? as_alone(std::move(root)) : root;
}

}  // namespace kiemkring::similarity
