// Uploads that come in pieces, until they are complete. A piece says where it begins; one that does not fit on what is here is
// told how far it is, so a phone that lost its connection goes on from there. Kept in memory: after a restart it begins anew.
#pragma once

#include <algorithm>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "edge/buckets.h"

namespace kiemkring::edge {

class Uploads {
public:
    static constexpr std::size_t upload_bytes_max = 12 * 1024 * 1024;
    static constexpr std::size_t bytes_max = 64 * 1024 * 1024;  ///< of all together
    static constexpr std::size_t unfinished_max = 500;
    static constexpr std::chrono::minutes kept{10};  ///< without a new piece

    /// Who sends what: nobody else can add to it.
    using Name = std::pair<std::string, std::string>;

    enum class Trouble { wrong_offset, too_large, busy };
    struct Piece {
        std::uint64_t offset{}, total{};
        std::string bytes;
    };

    /// The whole upload when this was the last piece; else nothing yet.
    std::expected<std::optional<std::string>, Trouble> add(const Name& name, Piece piece, Moment now) {
        forget(now);
        if (piece.total > upload_bytes_max || piece.bytes.size() > piece.total || piece.offset > piece.total - piece.bytes.size())
            return std::unexpected(Trouble::too_large);
        auto known = unfinished_.find(name);
        // Another file under the same name: what came of the earlier one is of no use.
        if (known != unfinished_.end() && known->second.total != piece.total) known = erase(known);
        if ((known == unfinished_.end() ? 0 : known->second.bytes.size()) != piece.offset)
            return std::unexpected(Trouble::wrong_offset);
        if (piece.offset == 0 && piece.bytes.size() == piece.total) return std::optional{std::move(piece.bytes)};
        if (bytes_ + piece.bytes.size() > bytes_max || (known == unfinished_.end() && unfinished_.size() >= unfinished_max))
            return std::unexpected(Trouble::busy);

        auto& upload = unfinished_[name];
        upload.total = piece.total;
        upload.at = now;
        upload.bytes += piece.bytes;
        bytes_ += piece.bytes.size();
        if (upload.bytes.size() < upload.total) return std::nullopt;
        std::optional complete{std::move(upload.bytes)};
        bytes_ -= complete->size();
        unfinished_.erase(name);
        return complete;
    }

    /// How much of it is here.
    [[nodiscard]] std::uint64_t offset(const Name& name) const {
        const auto known = unfinished_.find(name);
        return known == unfinished_.end() ? 0 : known->second.bytes.size();
    }

private:
    struct Upload {
        std::uint64_t total{};
        std::string bytes;
        Moment at{};
    };
    using All = std::map<Name, Upload>;

    All::iterator erase(All::iterator upload) {
        bytes_ -= upload->second.bytes.size();
        unfinished_.erase(upload);
        return unfinished_.end();
    }
    void forget(Moment now) {
        for (auto upload = unfinished_.begin(); upload != unfinished_.end();) {
            if (now - upload->second.at > kept) {
                bytes_ -= upload->second.bytes.size();
                upload = unfinished_.erase(upload);
            } else {
                ++upload;
            }
        }
    }

    All unfinished_;
    std::size_t bytes_{};
};

}  // namespace kiemkring::edge
