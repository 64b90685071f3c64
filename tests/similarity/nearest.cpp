#include "similarity/nearest.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <sstream>
#include <utility>

#include "similarity/likeness.h"

using namespace kiemkring;

double nearest_has_same_label(const std::vector<LabelledText>& labelled) {
    std::vector<std::string> texts;
    for (const auto& one : labelled) texts.push_back(one.text);
    const similarity::Likeness likeness{texts, similarity::Language::dutch};
    double right = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        float nearest = -1;
        double same = 0, all = 0;
        for (std::size_t j = 0; j < texts.size(); ++j) {
            if (i == j) continue;
            if (const auto alike = likeness.between(i, j); alike > nearest) nearest = alike, same = all = 0;
            if (likeness.between(i, j) < nearest) continue;
            ++all;
            if (labelled[i].label == labelled[j].label) ++same;
        }
        if (all > 0) right += same / all;
    }
    return 100 * right / static_cast<double>(texts.size());
}

namespace {

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, std::ranges::less{}, [&](auto i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
        for (auto i = from; i < to; ++i) ranks[order[i]] = static_cast<double>(from + to - 1) / 2;
    }
    return ranks;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

double spearman(const std::vector<double>& one, const std::vector<double>& other) {
    const auto a = ranks(one), b = ranks(other);
    const auto mean_a = mean(a), mean_b = mean(b);
    double together = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        together += (a[i] - mean_a) * (b[i] - mean_b);
        of_a += (a[i] - mean_a) * (a[i] - mean_a);
        of_b += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return together / std::sqrt(of_a * of_b);
}

std::vector<std::vector<std::string>> read_csv(const std::string& path) {
    std::ostringstream whole;
    whole << std::ifstream{path}.rdbuf();
    const auto text = whole.str();

    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string field;
    bool quoted = false, began = false;
    const auto end_field = [&] { row.push_back(std::exchange(field, {})), began = false; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') field += text[++i];
        else if (c == '"' && (quoted || !began)) quoted = !quoted, began = true;
        else if (quoted) field += c;
        else if (c == ',') end_field();
        else if (c == '\n') end_field(), rows.push_back(std::exchange(row, {}));
        else if (c != '\r' && (c != ' ' || began)) field += c, began = true;
    }
    if (began) end_field(), rows.push_back(row);
    return rows;
}
