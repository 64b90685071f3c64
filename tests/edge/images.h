// Picture files made by hand.
#pragma once

#include <cstdint>
#include <string>

namespace kiemkring::test {

/// An RGB picture with a pattern that does not compress well. `depth` 8 or 16.
std::string png(std::uint32_t width, std::uint32_t height, int depth = 8);
/// One whose head says so many pixels and that has hardly any.
std::string hollow_png(std::uint32_t width, std::uint32_t height);
/// A JPEG with an EXIF block in front: this orientation, a position and a serial number.
std::string with_exif(const std::string& jpeg, int orientation);
/// A PNG that moves: a second frame over the first.
std::string moving_png(std::uint32_t width, std::uint32_t height);
/// 16 x 8, as phones and web pages have it.
std::string webp();
/// 16 x 8, in the colours of a printer.
std::string cmyk_jpeg();
/// Two pages, the first lying, the second standing.
std::string pdf();
/// Width and height as the head of a JPEG says.
std::pair<int, int> size_of_jpeg(const std::string& jpeg);
/// 3 on a screen, 4 of a printer.
int colours_of_jpeg(const std::string& jpeg);

}  // namespace kiemkring::test
