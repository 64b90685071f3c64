#include <algorithm>

#include "report/session_report/sections.h"

namespace kiemkring::report::sections {

std::vector<Block> commitments(const Context& c) {
    const auto& w = c.words;
    if (c.session.commitments.empty() && !is_planned(c, RoundKind::commit)) return {};
    if (!is_revealed(c)) return {Paragraph{std::string{w.commitments_none}}};
    std::vector<Block> blocks;
    for (const auto& entry : c.session.top->entries) {
        const auto group = group_of(c, entry.candidate);
        Table table{fmt::format("{}{}{}", group ? group->letter : "", group ? " · " : "", isolated(c.session.text(entry.title))),
                    {{std::string{w.who}, 3}, {std::string{w.does}, 3}, {std::string{w.note}, 5}}, {}};
        std::vector<CommitmentState> here;
        for (const auto& [id, commitment] : c.session.commitments)
            if (commitment.exists && commitment.candidate == entry.candidate) here.push_back(commitment);
        std::ranges::stable_sort(here, {}, &CommitmentState::role);
        for (const auto& one : here)
            table.rows.push_back({one.person                            ? named(c, one.person)
                                  : one.role == CommitmentRole::missing ? std::string{}
                                                                        : w.hands.of(one.hands),
                                  std::string{w.roles.at(static_cast<std::size_t>(one.role))}, c.session.text(one.note)});
        if (!table.rows.empty()) blocks.push_back(std::move(table));
    }
    if (blocks.empty()) blocks.push_back(Paragraph{std::string{w.commitments_none}});
    return blocks;
}

}  // namespace kiemkring::report::sections
