// What one audience, or one person, has been told: every record as encoded text with the version that changed it last.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/session/record.h"

namespace kiemkring::live {

/// Answers what a client that has seen a version still misses. Removed records are remembered up to a bound; who has
/// seen less than that gets everything.
class RecordCache {
public:
    static constexpr std::size_t gone_max = 2000;

    /// Begins empty at `version`; what came before is unknown.
    explicit RecordCache(domain::Version version) : floor_(version), head_(version) {}

    /// True when the text is new or different.
    bool put(domain::RecordKey key, std::string text, domain::Version version);
    /// True when there was such a record.
    bool remove(domain::RecordKey key, domain::Version version);
    /// Sets the version that everybody of this audience has been told.
    void told(domain::Version version) { head_ = version; }

    /// The version that everybody of this audience has been told.
    [[nodiscard]] domain::Version head() const { return head_; }
    [[nodiscard]] bool can_resume(domain::Version have) const { return have != 0 && have >= floor_ && have <= head_; }

    /// Points into the cache: good until it changes.
    struct Missing {
        std::vector<std::string_view> put;
        std::vector<domain::RecordKey> gone;
    };
    /// Everything when `have` is 0, else what changed after it; only when can_resume(have).
    [[nodiscard]] Missing missing_since(domain::Version have) const;
    [[nodiscard]] std::vector<domain::RecordKey> keys() const;
    [[nodiscard]] const std::string* find(domain::RecordKey key) const;

private:
    struct Entry {
        domain::Version changed{};
        std::string text;
    };
    std::map<domain::RecordKey, Entry> records_;
    std::map<domain::RecordKey, domain::Version> gone_;
    std::set<std::pair<domain::Version, domain::RecordKey>> oldest_gone_;
    domain::Version floor_, head_;
};

}  // namespace kiemkring::live
