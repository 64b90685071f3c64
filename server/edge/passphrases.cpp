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
}

bool Passphrases::hash(std::string passphrase, std::move_only_function<void(std::string)> done) {
    return workers_.run([this, passphrase = std::move(passphrase), done = std::move(done)]() mutable {
        on_live_thread_([done = std::move(done), hash = make_hash(passphrase)]() mutable { done(std::move(hash)); });
    });
}

bool Passphrases::verify(std::optional<std::string> hash, std::string passphrase,
                         std::move_only_function<void(bool)> done) {
    return workers_.run([this, hash = std::move(hash), passphrase = std::move(passphrase), done = std::move(done)]() mutable {
        const std::string& against = hash ? *hash : nobodys_hash_;
        const bool equal = crypto_pwhash_str_verify(against.c_str(), passphrase.data(), passphrase.size()) == 0 && hash;
        sodium_memzero(passphrase.data(), passphrase.size());
        on_live_thread_([done = std::move(done), equal]() mutable { done(equal); });
    });
}

}  // namespace kiemkring::edge
