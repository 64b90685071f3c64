// Own templates as they were read. Their texts are long and rarely change, and a desk asks for all of them at once on the live
// thread: each is read once for each of its revisions.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/session/templates.h"
#include "store/account_store.h"

namespace kiemkring::edge {

class ParsedTemplates {
public:
    /// Null for what this version cannot read; it stays where it is, and the log says so once.
    const domain::Template* of(const store::OwnTemplate& own);
    /// It was removed.
    void forget(const std::string& id) { parsed_.erase(id); }

private:
    struct Parsed {
        std::uint64_t revision{};
        std::optional<domain::Template> what;
    };
    std::map<std::string, Parsed> parsed_;  ///< by id: no more than the hub has
};

}  // namespace kiemkring::edge
