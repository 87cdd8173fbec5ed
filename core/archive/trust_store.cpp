#include "archive/trust_store.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include <algorithm>

namespace nodewise::archive {

using serial::Json;

Result<TrustStore> TrustStore::load(const std::filesystem::path& file) {
    TrustStore store;
    const auto text = serial::readFile(file, std::size_t{16} << 20);
    if (!text && text.error().code == ErrorCode::FileNotFound)
        return store;
    if (!text)
        return fail(text.error());
    const auto json = serial::parseJson(*text, serial::pathText(file));
    if (!json)
        return fail(json.error());
    const serial::Reader reader(*json, serial::pathText(file));
    if (reader.string("format") != "nodewise-trust" || reader.integer("version") != 1)
        reader.refuse(ErrorCode::VersionUnsupported,
                      "the list of known keys is of another version");
    const serial::Reader pins = reader.at("pins");
    for (const std::string& subject : pins.names())
        for (const serial::Reader& element : pins.at(subject).elements()) {
            const auto key = parsePublicKey(element.string());
            if (key)
                store.pin(subject, *key);
            else
                element.refuse(ErrorCode::JsonInvalid, key.error().detail);
        }
    if (auto read = reader.result(); !read)
        return fail(read.error());
    return store;
}

Result<void> TrustStore::save(const std::filesystem::path& file) const {
    Json pins = Json::object();
    for (const auto& [subject, keys] : m_keysOfSubject)
        pins.set(subject, Json::arrayOf(keys));
    Json json = Json::object();
    json.set("format", "nodewise-trust").set("version", 1).set("pins", std::move(pins));
    return serial::writeFileAtomically(file, serial::toJsonText(json, true));
}

Standing TrustStore::standing(const std::string& subject, std::span<const PublicKey> keys) const {
    const auto before = m_keysOfSubject.find(subject);
    if (before != m_keysOfSubject.end() && !before->second.empty()) {
        const bool same = std::any_of(keys.begin(), keys.end(), [&](const PublicKey& key) {
            return before->second.contains(publicKeyText(key));
        });
        return same ? Standing::Known : Standing::ChangedKey;
    }
    if (keys.empty())
        return Standing::Unsigned;
    const bool met =
        std::any_of(keys.begin(), keys.end(), [&](const PublicKey& key) { return isPinned(key); });
    return met ? Standing::Known : Standing::UnknownKey;
}

bool TrustStore::isPinned(const PublicKey& key) const {
    const std::string text = publicKeyText(key);
    return std::any_of(m_keysOfSubject.begin(), m_keysOfSubject.end(),
                       [&](const auto& subject) { return subject.second.contains(text); });
}

void TrustStore::pin(const std::string& subject, const PublicKey& key) {
    m_keysOfSubject[subject].insert(publicKeyText(key));
}

void TrustStore::forget(const PublicKey& key) {
    for (auto& [subject, keys] : m_keysOfSubject)
        keys.erase(publicKeyText(key));
}

}  // namespace nodewise::archive
