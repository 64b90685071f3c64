#include "report/zip.h"

#include <zip.h>

#include <memory>
#include <optional>

namespace kiemkring::report {
namespace {

struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Close>;
using Source = std::unique_ptr<zip_source_t, Close>;

std::unexpected<std::string> no_archive() { return std::unexpected(std::string{"there is no memory for an archive"}); }

bool add(zip_t* archive, const PackedFile& file, base::Time at) {
    Source source{zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0)};
    if (!source) return false;
    const auto index = zip_file_add(archive, file.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    (void)source.release();  // the archive has it now
    return zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), std::chrono::system_clock::to_time_t(at), 0) == 0;
}

std::string content_of(zip_source_t* source) {
    zip_stat_t stat;
    std::string bytes;
    if (zip_source_open(source) != 0) return bytes;
    if (zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE)) {
        bytes.resize(stat.size);
        if (zip_source_read(source, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) bytes.clear();
    }
    zip_source_close(source);
    return bytes;
}

std::optional<std::string> file_in(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) return std::nullopt;
    std::string bytes(stat.size, '\0');
    auto* file = zip_fopen_index(archive, index, 0);
    if (!file) return std::nullopt;
    const bool is_read = zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
    return zip_fclose(file) == 0 && is_read ? std::optional{std::move(bytes)} : std::nullopt;
}

}  // namespace

std::expected<std::string, std::string> zip_of(const std::vector<PackedFile>& files, base::Time at) {
    zip_error_t error;
    zip_error_init(&error);
    Source target{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (!target) return no_archive();
    Archive archive{zip_open_from_source(target.get(), ZIP_TRUNCATE, &error)};
    if (!archive) return no_archive();
    zip_source_keep(target.get());  // closing the archive would take it along
    for (const auto& file : files)
        if (!add(archive.get(), file, at)) return no_archive();
    if (zip_close(archive.get()) != 0) return no_archive();
    (void)archive.release();
    auto bytes = content_of(target.get());
    if (bytes.empty()) return no_archive();
    return bytes;
}

bool has_whole_xml(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    Source source{zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error)};
    if (!source) return false;
    Archive archive{zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error)};
    if (!archive) return false;
    (void)source.release();  // the archive has it now
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto file = file_in(archive.get(), static_cast<zip_uint64_t>(i));
        const auto last = file ? file->find_last_not_of("\r\n") : std::string::npos;
        if (last == std::string::npos || (*file)[last] != '>') return false;
    }
    return count > 0;
}

}  // namespace kiemkring::report
