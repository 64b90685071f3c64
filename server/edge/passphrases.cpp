#include "edge/passphrases.h"

#include <sodium.h>

namespace kiemkring::edge {
namespace {

std::string make_hash(std::string& passphrase) {
    char text[crypto_pwhash_STRBYTES]{};
    const int failed = crypto_pwhash_str_alg(text, passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                             crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(passphrase.data(), passphrase.size());
    return failed ? std::string{} : std::string{text};
}

}  // namespace

Passphrases::Passphrases(std::function<void(Work)> on_live_thread) : on_live_thread_{std::move(on_live_thread)} {
    std::string random(32, '\0');
    randombytes_buf(random.data(), random.size());
    nobodys_hash_ = make_hash(random);
    for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
}

Passphrases::~Passphrases() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Passphrases::hash(std::string passphrase, std::move_only_function<void(std::string)> done) {
    return enqueue([this, passphrase = std::move(passphrase), done = std::move(done)]() mutable {
        on_live_thread_([done = std::move(done), hash = make_hash(passphrase)]() mutable { done(std::move(hash)); });
    });
}

bool Passphrases::verify(std::optional<std::string> hash, std::string passphrase,
                         std::move_only_function<void(bool)> done) {
    return enqueue([this, hash = std::move(hash), passphrase = std::move(passphrase), done = std::move(done)]() mutable {
        const std::string& against = hash ? *hash : nobodys_hash_;
        const bool equal = crypto_pwhash_str_verify(against.c_str(), passphrase.data(), passphrase.size()) == 0 && hash;
        sodium_memzero(passphrase.data(), passphrase.size());
        on_live_thread_([done = std::move(done), equal]() mutable { done(equal); });
    });
}

bool Passphrases::enqueue(Work work) {
    {
        const std::lock_guard lock{mutex_};
        if (busy_ + waiting_.size() >= workers + waiting_max) return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void Passphrases::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        Work next = std::move(waiting_.front());
        waiting_.pop_front();
        ++busy_;
        lock.unlock();
        next();
        next = nullptr;
        lock.lock();
        --busy_;
    }
}

}  // namespace kiemkring::edge
