#include "base/base64.h"

#include <sodium.h>

namespace kiemkring::base {

constexpr int kind = sodium_base64_VARIANT_ORIGINAL;

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kind), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kind);
    text.pop_back();  // its zero
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    std::size_t count = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &count, nullptr, kind) != 0)
        return std::nullopt;
    bytes.resize(count);
    return bytes;
}

}  // namespace kiemkring::base
