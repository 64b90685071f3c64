#include "edge/images.h"

#include <array>

namespace kiemkring::test {
namespace {

void put32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
}

std::uint32_t crc(const std::string& bytes) {
    std::uint32_t value = 0xffffffff;
    for (const char c : bytes) {
        value ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >> 1) : value >> 1;
    }
    return ~value;
}

void put_chunk(std::string& out, const std::string& type, const std::string& content) {
    put32(out, static_cast<std::uint32_t>(content.size()));
    out += type + content;
    put32(out, crc(type + content));
}

/// A zlib stream of blocks that are not compressed.
std::string zlib(const std::string& bytes) {
    std::string out = "\x78\x01";
    for (std::size_t at = 0; at < bytes.size() || at == 0;) {
        const auto count = std::min<std::size_t>(65535, bytes.size() - at);
        out += static_cast<char>(at + count == bytes.size());
        out += static_cast<char>(count);
        out += static_cast<char>(count >> 8);
        out += static_cast<char>(~count);
        out += static_cast<char>(~count >> 8);
        out += bytes.substr(at, count);
        at += count;
        if (count == 0) break;
    }
    std::uint32_t a = 1, b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    put32(out, b << 16 | a);
    return out;
}

/// The beginning of a PNG.
std::string png_head(std::uint32_t width, std::uint32_t height, int depth) {
    std::string out{"\x89PNG\r\n\x1a\n", 8}, head;
    put32(head, width);
    put32(head, height);
    head += static_cast<char>(depth);
    head += std::string{"\2\0\0\0", 4};
    put_chunk(out, "IHDR", head);
    return out;
}

std::string png_of(std::uint32_t width, std::uint32_t height, int depth, const std::string& rows) {
    auto out = png_head(width, height, depth);
    put_chunk(out, "IDAT", zlib(rows));
    put_chunk(out, "IEND", {});
    return out;
}

}  // namespace

std::string moving_png(std::uint32_t width, std::uint32_t height) {
    const std::string row = '\0' + std::string(3 * width, '\x60');
    std::string rows;
    for (std::uint32_t y = 0; y < height; ++y) rows += row;
    std::uint32_t number = 0;
    const auto frame = [&] {
        std::string control;
        put32(control, number++);
        put32(control, width);
        put32(control, height);
        return control + std::string{"\0\0\0\0\0\0\0\0\0\1\0\2\0\0", 14};
    };
    auto out = png_head(width, height, 8);
    put_chunk(out, "acTL", std::string{"\0\0\0\2\0\0\0\0", 8});
    put_chunk(out, "fcTL", frame());
    put_chunk(out, "IDAT", zlib(rows));
    put_chunk(out, "fcTL", frame());
    std::string second;
    put32(second, number++);
    put_chunk(out, "fdAT", second + zlib(rows));
    put_chunk(out, "IEND", {});
    return out;
}

std::string webp() {
    return {
        "\122\111\106\106\024\001\000\000\127\105\102\120\126\120\070\130\012\000\000\000\010\000\000\000"
        "\017\000\000\007\000\000\126\120\070\040\064\000\000\000\260\001\000\235\001\052\020\000\010\000"
        "\003\200\132\045\260\002\164\001\011\035\313\034\000\376\361\177\053\124\352\242\142\000\170\055"
        "\315\361\120\256\275\337\175\260\077\056\074\316\017\061\001\000\000\000\105\130\111\106\272\000"
        "\000\000\105\170\151\146\000\000\111\111\052\000\010\000\000\000\006\000\022\001\003\000\001\000"
        "\000\000\001\000\000\000\032\001\005\000\001\000\000\000\126\000\000\000\033\001\005\000\001\000"
        "\000\000\136\000\000\000\050\001\003\000\001\000\000\000\002\000\000\000\023\002\003\000\001\000"
        "\000\000\001\000\000\000\151\207\004\000\001\000\000\000\146\000\000\000\000\000\000\000\070\143"
        "\000\000\350\003\000\000\070\143\000\000\350\003\000\000\006\000\000\220\007\000\004\000\000\000"
        "\060\062\061\060\001\221\007\000\004\000\000\000\001\002\003\000\000\240\007\000\004\000\000\000"
        "\060\061\060\060\001\240\003\000\001\000\000\000\377\377\000\000\002\240\004\000\001\000\000\000"
        "\020\000\000\000\003\240\004\000\001\000\000\000\010\000\000\000\000\000\000\000",
        284};
}

std::string cmyk_jpeg() {
    return {
        "\377\330\377\356\000\016\101\144\157\142\145\000\144\000\000\000\000\000\377\333\000\103\000\020"
        "\013\014\016\014\012\020\016\015\016\022\021\020\023\030\050\032\030\026\026\030\061\043\045\035"
        "\050\072\063\075\074\071\063\070\067\100\110\134\116\100\104\127\105\067\070\120\155\121\127\137"
        "\142\147\150\147\076\115\161\171\160\144\170\134\145\147\143\377\300\000\024\010\000\010\000\020"
        "\004\103\021\000\115\021\000\131\021\000\113\021\000\377\304\000\025\000\001\001\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\000\007\377\304\000\024\020\001\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\377\332\000\016\004\103\000\115\000\131\000\113\000\000"
        "\077\000\240\047\351\372\200\000\377\331",
        178};
}

std::string png(std::uint32_t width, std::uint32_t height, int depth) {
    std::string rows;
    for (std::uint32_t y = 0; y < height; ++y) {
        rows += '\0';
        for (std::uint32_t x = 0; x < width * 3 * static_cast<std::uint32_t>(depth) / 8; ++x)
            rows += static_cast<char>((x * 7 + y * 13) ^ (x * y >> 5));
    }
    return png_of(width, height, depth, rows);
}

std::string hollow_png(std::uint32_t width, std::uint32_t height) { return png_of(width, height, 8, std::string(1000, '\0')); }

std::string with_exif(const std::string& jpeg, int orientation) {
    std::string tiff{"MM\0\x2a\0\0\0\x08\0\x03", 10};
    tiff += std::string{"\x01\x12\0\x03\0\0\0\x01\0", 9} + static_cast<char>(orientation) + std::string(2, '\0');
    tiff += std::string{"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32", 12};        // the position stands at 50
    tiff += std::string{"\xa4\x31\0\x02\0\0\0\x0b\0\0\0\x60", 12};        // a serial number at 96
    tiff += std::string(4, '\0');
    tiff += std::string{"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0", 18};
    tiff.resize(96);
    tiff += "SERIAL4711";
    tiff += '\0';
    const std::string block = std::string{"Exif\0\0", 6} + tiff;
    std::string head{"\xff\xe1", 2};
    head += static_cast<char>((block.size() + 2) >> 8);
    head += static_cast<char>(block.size() + 2);
    return jpeg.substr(0, 2) + head + block + jpeg.substr(2);
}

std::string pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<<>>>>endobj\n"
           "4 0 obj<</Length 40>>stream\n0.2 0.5 0.3 rg 100 100 400 300 re f    \nendstream endobj\n"
           "5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 800]/Contents 4 0 R/Resources<<>>>>endobj\n"
           "trailer<</Root 1 0 R>>\n%%EOF";
}

namespace {

int byte_of(const std::string& bytes, std::size_t at) { return static_cast<int>(static_cast<unsigned char>(bytes.at(at))); }

/// Where the head of a JPEG is; 0 when there is none.
std::size_t head_of(const std::string& jpeg) {
    for (std::size_t at = 2; at + 9 < jpeg.size();) {
        const int marker = byte_of(jpeg, at + 1);
        if (marker >= 0xc0 && marker <= 0xc2) return at;
        at += 2 + static_cast<std::size_t>(byte_of(jpeg, at + 2) << 8 | byte_of(jpeg, at + 3));
    }
    return 0;
}

}  // namespace

std::pair<int, int> size_of_jpeg(const std::string& jpeg) {
    const auto at = head_of(jpeg);
    if (at == 0) return {};
    return {byte_of(jpeg, at + 7) << 8 | byte_of(jpeg, at + 8), byte_of(jpeg, at + 5) << 8 | byte_of(jpeg, at + 6)};
}

int colours_of_jpeg(const std::string& jpeg) {
    const auto at = head_of(jpeg);
    return at == 0 ? 0 : byte_of(jpeg, at + 9);
}

}  // namespace kiemkring::test
