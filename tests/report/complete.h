// Whether a part of a report says something everywhere.
#pragma once

#include <catch2/catch.hpp>
#include <variant>

#include "report/document.h"

namespace kiemkring::report {

inline void check_is_complete(const Section& section) {
    CHECK_FALSE(section.title.empty());
    CHECK_FALSE(section.blocks.empty());
    for (const auto& block : section.blocks) {
        if (const auto* text = std::get_if<Paragraph>(&block)) CHECK_FALSE(text->text.empty());
        if (const auto* table = std::get_if<Table>(&block))
            for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
        if (const auto* facts = std::get_if<Facts>(&block))
            for (const auto& fact : facts->rows) CHECK_FALSE((fact.label.empty() || fact.value.empty()));
    }
}

}  // namespace kiemkring::report
