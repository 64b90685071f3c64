// What a PDF says, read by poppler.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "report/scratch.h"

namespace kiemkring::report {

inline std::string text_of(const std::string& pdf) {
    const auto path = scratch_path("report.pdf");
    std::ofstream{path, std::ios::binary} << pdf;
    std::string text;
    if (auto* pipe = popen(("pdftotext -layout " + path.string() + " -").c_str(), "r")) {
        std::array<char, 4096> part{};
        while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), count);
        CHECK(pclose(pipe) == 0);
    }
    std::filesystem::remove(path);
    return text;
}

}  // namespace kiemkring::report
