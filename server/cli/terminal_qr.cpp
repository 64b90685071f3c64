#include "cli/terminal_qr.h"

#if __has_include(<qrcodegen/qrcodegen.hpp>)
#include <qrcodegen/qrcodegen.hpp>
#else
#include <qrcodegencpp/qrcodegen.hpp>
#endif

namespace kiemkring::cli {

std::string terminal_qr(std::string_view text, bool colours) {
    const auto code = qrcodegen::QrCode::encodeText(std::string{text}.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int quiet = 4;
    std::string lines;
    for (int y = -quiet; y < code.getSize() + quiet; y += 2) {
        lines += colours ? "  \033[97;40m" : "  ";
        for (int x = -quiet; x < code.getSize() + quiet; ++x) {
            const bool upper = !code.getModule(x, y);
            const bool lower = !code.getModule(x, y + 1);
            lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        lines += colours ? "\033[0m\n" : "\n";
    }
    return lines;
}

}  // namespace kiemkring::cli
