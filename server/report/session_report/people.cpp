#include <algorithm>
#include <set>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {

std::vector<Block> people(const Context& c) {
    const auto& w = c.words;
    const auto there = people_there(c);
    if (there.empty()) return {Paragraph{std::string{w.nobody}}};

    std::set<std::string> organisations;
    Table table{{}, {{std::string{w.name}, 3}, {std::string{w.organisation}, 4}, {std::string{w.role}, 4}}, {}};
    std::size_t on_paper = 0;
    for (const auto id : there) {
        on_paper += c.session.people.at(id).on_paper;
        const auto row = c.session.rows.find(id);
        if (row == c.session.rows.end()) continue;
        if (!row->second.organisation.empty()) organisations.insert(row->second.organisation);
        if (may_be_named(c, id)) table.rows.push_back({row->second.name, row->second.organisation, row->second.role});
    }
    std::ranges::sort(table.rows);

    std::vector<Block> blocks;
    auto counts = w.people.of(there.size());
    if (!organisations.empty()) counts += ", " + w.organisations.of(organisations.size());
    blocks.push_back(Paragraph{counts + ". " + (on_paper ? w.on_paper.of(on_paper) : ""), Tone::lead});
    if (c.choice.naming == Naming::agreed) {
        const bool are_hosts_named = !c.session.info.host.empty() || !c.session.info.controller.empty();
        blocks.push_back(Paragraph{are_hosts_named ? fmt::format("{} {}", w.names_by_consent, w.hosts_named) : std::string{w.names_by_consent}, Tone::quiet});
    }
    if (c.choice.naming == Naming::nobody) blocks.push_back(Paragraph{std::string{w.names_left_out}, Tone::quiet});
    const auto named = table.rows.size();
    if (named > 0) blocks.push_back(std::move(table));
    if (named > 0 && named < there.size()) blocks.push_back(Paragraph{w.more_people.of(there.size() - named), Tone::quiet});
    return blocks;
}

}  // namespace kiemkring::report::sections
