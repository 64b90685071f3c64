#include "report/edition.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

#include "report/words.h"

namespace kiemkring::report {

std::string content_hash(const Document& document, const Pictures& pictures) {
    // The page says and shows all that any other format does.
    const auto page = html_of(document, pictures);
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(page.data()), page.size());
    std::string hex;
    for (const auto byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

std::string colophon(std::uint32_t number, const std::string& hash, std::string_view language) {
    const auto& w = report_words(language);
    return fill_in(number > 0 ? w.colophon : w.colophon_unnumbered, filling("n", number), filling("hash", hash));
}

}  // namespace kiemkring::report
