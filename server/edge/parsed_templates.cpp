#include "edge/parsed_templates.h"

#include "base/log.h"
#include "wire/template.h"

namespace kiemkring::edge {

const domain::Template* ParsedTemplates::of(const store::OwnTemplate& own) {
    auto& parsed = parsed_[own.id];
    if (parsed.revision != own.revision) {
        parsed = {own.revision, std::nullopt};
        if (auto read = wire::read_template(own.body, nullptr)) parsed.what = std::move(*read);
        else base::log("template {} cannot be read: {} {}", own.id, read.error().front().member, read.error().front().why);
    }
    return parsed.what ? &*parsed.what : nullptr;
}

}  // namespace kiemkring::edge
