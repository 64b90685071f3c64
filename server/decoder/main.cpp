// kiemkring-decoder: reads an upload from standard input, writes a thumbnail and a large picture to standard output. Started by the
// server for each upload (pictures/decoder.cpp); the exit code says why there is nothing (pictures/verdicts.h).
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

#include "decoder/confine.h"
#include "decoder/picture.h"
#include "pictures/verdicts.h"

namespace {

std::string read_all() {
    std::string all;
    std::array<char, 65536> part{};
    for (;;) {
        const auto count = ::read(STDIN_FILENO, part.data(), part.size());
        if (count <= 0) return all;
        all.append(part.data(), static_cast<std::size_t>(count));
    }
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace kiemkring;
    if (argc != 3) return EXIT_FAILURE;
    const std::string_view name = argv[1];
    const auto kind = name == "plan" ? decoder::Kind::plan : name == "logo" ? decoder::Kind::logo : decoder::Kind::photo;
    decoder::limit_resources();
    if (!decoder::start_library()) return EXIT_FAILURE;
    // The library is loaded: from here on files can be read, and nothing else reached.
    if (!decoder::forbid_system_calls()) return EXIT_FAILURE;

    const auto picture = decoder::decode(read_all(), kind, std::atoi(argv[2]));
    if (!picture) return picture.error();
    const auto head = std::to_string(picture->width) + ' ' + std::to_string(picture->height) + ' ' +
                      std::to_string(picture->thumbnail.size()) + ' ' + std::to_string(picture->large.size()) + '\n';
    if (!write_all(head) || !write_all(picture->thumbnail) || !write_all(picture->large)) return EXIT_FAILURE;
    ::_exit(pictures::verdict::decoded);
}
