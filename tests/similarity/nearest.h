// Figures of how well the likeness of texts agrees with people.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

struct LabelledText {
    std::string text, label;
};

/// How many in a hundred have a nearest neighbour of the same label. Of several that are as near each counts its part.
double nearest_has_same_label(const std::vector<LabelledText>& texts);
/// Rank correlation of two rows of the same length; equal values share their rank.
double spearman(const std::vector<double>& one, const std::vector<double>& other);
/// RFC 4180, with spaces allowed before a field: rows of fields.
std::vector<std::vector<std::string>> read_csv(const std::string& path);
