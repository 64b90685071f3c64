#include "live/codes.h"

namespace kiemkring::live {

std::string make_code(base::Random& random) {
    static constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static_assert(alphabet.size() == 31);

    std::string code;
    while (code.size() < code_characters) {
        std::uint8_t byte[1];
        random.fill(byte);
        const auto draw = byte[0] & 31u;  // a draw of 31 is drawn again, so that none is likelier
        if (draw < alphabet.size()) code += alphabet[draw];
    }
    return code;
}

std::string normalised_code(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\n') continue;
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return code;
}

}  // namespace kiemkring::live
