#include "edge/kept_catalogue.h"

#include "base/log.h"
#include "wire/catalogue.h"
#include "wire/read.h"

namespace kiemkring::edge {

std::vector<domain::Concept> kept_catalogue(const live::Hub& hub) {
    const auto* kept = hub.document(catalogue_name);
    if (!kept) return domain::concepts();
    const auto json = wire::read_json(kept->body, wire::depth_max_own);
    auto concepts = json ? wire::read_catalogue(*json) : std::unexpected(wire::DocumentProblems{});
    if (concepts) return std::move(*concepts);
    base::log("the catalogue cannot be read: what comes along stands in for it");
    return domain::concepts();
}

}  // namespace kiemkring::edge
