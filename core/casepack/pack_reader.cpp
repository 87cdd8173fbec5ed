#include "archive/sha256.h"
#include "archive/trust_store.h"
#include "archive/zip_reader.h"
#include "casepack/pack_content.h"
#include "casepack/unpacked_packs.h"
#include "serial/file_io.h"
#include <system_error>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

Trust trustOf(archive::Standing standing) {
    switch (standing) {
    case archive::Standing::Unsigned:
        return Trust::Unsigned;
    case archive::Standing::UnknownKey:
        return Trust::UnknownKey;
    case archive::Standing::Known:
        return Trust::Known;
    case archive::Standing::ChangedKey:
        return Trust::ChangedKey;
    }
    return Trust::Unsigned;
}

/// Puts the pack's path into an error; what was named as path is the place inside the pack.
Error insidePack(Error error, const fs::path& file) {
    if (error.code == ErrorCode::Cancelled)
        return error;
    if (!error.path.empty() && error.path != serial::pathText(file))
        error.place = error.place.empty() ? error.path : error.path + "#" + error.place;
    error.path = serial::pathText(file);
    return error;
}

/// Looks the signing keys up and pins those met for the first time.
Result<Trust> findTrust(const PackId& pack, const std::vector<archive::PublicKey>& keys,
                        const fs::path& trustFile) {
    if (trustFile.empty())
        return keys.empty() ? Trust::Unsigned : Trust::UnknownKey;
    auto store = archive::TrustStore::load(trustFile);
    if (!store)
        return fail(store.error());
    const auto standing = store->standing(pack.value, keys);
    const bool newHere =
        standing == archive::Standing::UnknownKey || standing == archive::Standing::Known;
    if (!newHere)
        return trustOf(standing);
    const archive::TrustStore before = *store;
    for (const archive::PublicKey& key : keys)
        if (standing == archive::Standing::UnknownKey || store->isPinned(key))
            store->pin(pack.value, key);
    if (*store != before)
        if (auto saved = store->save(trustFile); !saved)
            return fail(saved.error());
    return trustOf(standing);
}

/// Unpacks unless this very file has been unpacked before and is unharmed.
Result<VerifiedParts> unpackAndVerify(const fs::path& file, const fs::path& folder,
                                      JobControl& job) {
    std::error_code problem;
    if (fs::exists(folder, problem)) {
        auto verified = verifyParts(folder, job);
        if (verified || verified.error().code == ErrorCode::Cancelled)
            return verified;
        fs::remove_all(folder, problem);
    }
    const auto unpacked = archive::extractZip(file, folder, {}, job);
    // Somebody else may have unpacked the same pack meanwhile: the check below tells.
    if (!unpacked && !fs::exists(folder, problem))
        return fail(unpacked.error());
    auto verified = verifyParts(folder, job);
    if (!verified)
        fs::remove_all(folder, problem);
    return verified;
}

}  // namespace

/// Fills a Pack.
class PackReader {
public:
    static Result<PackPtr> read(const fs::path& file, const fs::path& folder,
                                const fs::path& trustFile, JobControl& job) {
        const auto verified = unpackAndVerify(file, folder, job);
        if (!verified)
            return fail(verified.error());
        const auto keys = verifySignatures(folder, *verified);
        if (!keys)
            return fail(keys.error());
        auto records = readRecords(folder, verified->parts, job);
        if (!records)
            return fail(records.error());
        const auto trust = findTrust(records->info.id, *keys, trustFile);
        if (!trust)
            return fail(trust.error());
        const auto pack = std::make_shared<Pack>();
        pack->m_info = std::move(records->info);
        pack->m_info.trust = *trust;
        pack->m_info.manifestHash = verified->manifestHash;
        for (const archive::PublicKey& key : *keys)
            pack->m_info.signers.push_back(
                {archive::keyId(key), archive::fingerprint(key), archive::publicKeyText(key)});
        pack->m_cases = std::move(records->cases);
        pack->m_rights = std::move(records->rights);
        pack->m_texts = std::move(records->texts);
        pack->m_file = file;
        pack->m_folder = folder;
        return PackPtr(pack);
    }
};

Result<PackPtr> openPack(const fs::path& file, const fs::path& workFolder,
                         const fs::path& trustFile, JobControl& job) {
    const auto hash = archive::sha256OfFile(file, job);
    if (!hash)
        return fail(hash.error());
    auto pack = PackReader::read(file, workFolder / hash->substr(0, 32), trustFile, job);
    if (!pack)
        return fail(insidePack(pack.error(), file));
    noteUse((*pack)->folder());
    return pack;
}

}  // namespace nodewise::casepack
