#include "live/record_cache.h"

#include <algorithm>

namespace kiemkring::live {

bool RecordCache::put(domain::RecordKey key, std::string text, domain::Version version) {
    auto& entry = records_[key];
    if (entry.text == text) return false;

    entry = {version, std::move(text)};
    if (auto gone = gone_.find(key); gone != gone_.end()) {
        oldest_gone_.erase({gone->second, key});
        gone_.erase(gone);
    }
    return true;
}

bool RecordCache::remove(domain::RecordKey key, domain::Version version) {
    if (records_.erase(key) == 0) return false;

    gone_[key] = version;
    oldest_gone_.insert({version, key});
    if (gone_.size() > gone_max) {
        const auto [removed_at, oldest] = *oldest_gone_.begin();
        oldest_gone_.erase(oldest_gone_.begin());
        gone_.erase(oldest);
        floor_ = std::max(floor_, removed_at);
    }
    return true;
}

RecordCache::Missing RecordCache::missing_since(domain::Version have) const {
    Missing missing;
    for (const auto& [key, entry] : records_)
        if (have == 0 || entry.changed > have) missing.put.push_back(entry.text);
    if (have != 0)
        for (const auto& [key, version] : gone_)
            if (version > have) missing.gone.push_back(key);
    return missing;
}

std::vector<domain::RecordKey> RecordCache::keys() const {
    std::vector<domain::RecordKey> keys;
    keys.reserve(records_.size());
    for (const auto& [key, entry] : records_) keys.push_back(key);
    return keys;
}

const std::string* RecordCache::find(domain::RecordKey key) const {
    const auto found = records_.find(key);
    return found == records_.end() ? nullptr : &found->second.text;
}

}  // namespace kiemkring::live
