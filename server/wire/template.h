// A template as a file: what the desk exports and imports, and what the store keeps. proto/template.schema.json.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue/catalogue.h"
#include "domain/session/templates.h"

namespace kiemkring::wire {

/// What is wrong with a file, and where; people read a sentence made of these.
struct TemplateProblem {
    std::uint32_t round{};  ///< counted from 1; 0: the file itself
    std::string member;     ///< as the file names it; empty: the whole of it
    std::string why;        ///< a name, see proto/PROTOCOL.md
    bool operator==(const TemplateProblem&) const = default;
};

/// The template, or everything that is wrong with it, the first `limits::template_problems_max` things: it is never half read.
/// It has no id; its rounds are numbered from 1. `concepts`: those that it may name; null: any, as in one that was kept before.
[[nodiscard]] std::expected<domain::Template, std::vector<TemplateProblem>> read_template(std::string_view text,
                                                                                          const std::vector<domain::Concept>* concepts = &domain::concepts());

/// The file; one that is read gives the same template.
[[nodiscard]] std::string encode_template(const domain::Template& one);

/// One with what stands around it when it is saved: `{"revision": 3, "template": {...}}`.
struct TemplateSave {
    std::uint64_t revision{};
    domain::Template what;
};
[[nodiscard]] std::expected<TemplateSave, std::vector<TemplateProblem>> read_template_save(std::string_view text,
                                                                                       const std::vector<domain::Concept>* concepts = &domain::concepts());

/// `{"error": "bad_template", "problems": [...]}`
[[nodiscard]] std::string encode_template_problems(const std::vector<TemplateProblem>& problems);

}  // namespace kiemkring::wire
