#include "report/html_text.h"

#include <vector>

#include "report/direction.h"
#include "report/noncharacters.h"

namespace kiemkring::report {

std::string escaped(std::string_view written) {
    const auto text = without_noncharacters(written);
    std::string out;
    out.reserve(text.size());
    for (const char c : text) switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\n': case '\t': out += c; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
    }
    return out;
}

std::string with_isolates(std::string_view written) {
    constexpr std::string_view left_to_right = "\u2066", right_to_left = "\u2067", begin = "<bdi>", end = "</bdi>";
    auto text = escaped(written);
    if (text.find(isolate_begin) == std::string::npos) return text;
    struct Open {
        std::size_t at{};
        bool is_ours{};
    };
    std::vector<Open> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = std::string_view{text}.substr(at);
        if (rest.starts_with(isolate_begin)) open.push_back({at, true});
        else if (rest.starts_with(left_to_right) || rest.starts_with(right_to_left)) open.push_back({at, false});
        if (!rest.starts_with(isolate_end) || open.empty()) continue;
        const auto [from, is_ours] = open.back();
        open.pop_back();
        if (!is_ours) continue;
        text.replace(at, isolate_end.size(), end).replace(from, isolate_begin.size(), begin);
        at += begin.size() - isolate_begin.size() + end.size() - 1;
    }
    return text;
}

}  // namespace kiemkring::report
