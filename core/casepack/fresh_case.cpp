#include "casepack/fresh_case.h"
#include "archive/sha256.h"
#include "casepack/pack_layout.h"
#include "casepack/pack_writer.h"
#include "casepack/work_folder.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include <charconv>

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

using serial::Json;

constexpr std::string_view kFreshPrefix = "fresh-";

std::uint32_t numberFrom(const std::string& hex) {
    std::uint32_t value = 0;
    std::from_chars(hex.data(), hex.data() + 8, value, 16);
    return value;
}

Result<Json> readJson(const fs::path& file) {
    const auto text = serial::readFile(file);
    if (!text)
        return fail(text.error());
    return serial::parseJson(*text, serial::pathText(file));
}

Result<void> writeJson(const fs::path& file, const Json& json) {
    return serial::writeFileAtomically(file, serial::toJsonText(json, true));
}

/// What a licence without adaptations is called in SPDX: "CC-BY-ND-4.0".
bool allowsAdaptations(const std::string& licence) {
    return licence.find("-ND") == std::string::npos;
}

/// "Starter 7 · larynx" -> "Fresh · larynx": the number would tell the template.
std::string freshTitle(const std::string& title, const std::string& language) {
    const std::string head = language.starts_with("de") ? "Neu" : "Fresh";
    constexpr std::string_view kDot = " \u00B7 ";
    const auto dot = title.find(kDot);
    return dot == std::string::npos ? head : head + title.substr(dot);
}

/// One template on its way into an author's folder.
class FreshFolder {
public:
    FreshFolder(const Pack& pack, const CaseRecord& record, const FreshPlan& plan, fs::path folder)
        : m_pack(pack)
        , m_record(record)
        , m_plan(plan)
        , m_folder(std::move(folder)) {}

    [[nodiscard]] Result<void> write() const {
        for (const auto part :
             {&FreshFolder::writePack, &FreshFolder::writeRights, &FreshFolder::writeCase,
              &FreshFolder::writeTexts, &FreshFolder::copyTeaching})
            if (auto ok = (this->*part)(); !ok)
                return ok;
        return {};
    }

    [[nodiscard]] Result<void> writeRecipe(std::uint32_t seed) const {
        auto json = readJson(m_pack.folder() / recipeFile(m_record.id));
        if (!json)
            return fail(json.error());
        json->set("seed", seed);
        return writeJson(m_folder / recipeFile(m_plan.caseId), *json);
    }

private:
    [[nodiscard]] Result<void> writePack() const {
        const PackInfo& from = m_pack.info();
        Json authors = Json::array();
        for (const Author& author : from.authors) {
            Json one = Json::object().set("name", author.name);
            if (!author.orcid.empty())
                one.set("orcid", author.orcid);
            authors.push(std::move(one));
        }
        Json json = Json::object();
        json.set("format", "nodewise-pack").set("formatVersion", kFormatVersion);
        json.set("id", m_plan.pack.value).set("title", "Nodewise fresh cases");
        json.set("version", "1.0.0").set("languages", Json::arrayOf(from.languages));
        json.set("licence", from.licence).set("authors", std::move(authors));
        json.set("changes", "Another neck, drawn from the recipe of a case of \"" + from.title +
                                "\", version " + from.version + ".");
        return writeJson(m_folder / kPackFile, json);
    }

    [[nodiscard]] Result<void> writeRights() const {
        const auto rights = m_pack.rights(m_record.id);
        if (!rights)
            return fail(rights.error());
        Json one = Json::object();
        one.set("case", m_plan.caseId.value).set("source", rights->source);
        one.set("licence", rights->licence).set("permission", rights->permission);
        one.set("deidentified", rights->deidentified);
        if (!rights->deidentification.empty())
            one.set("deidentification", rights->deidentification);
        return writeJson(m_folder / kRightsFile,
                         Json::object().set("cases", Json::array().push(std::move(one))));
    }

    [[nodiscard]] Result<void> writeCase() const {
        auto json = readJson(m_pack.folder() / caseFile(m_record.id));
        if (!json)
            return fail(json.error());
        json->set("id", m_plan.caseId.value);
        json->set("title", freshTitle(m_record.title, m_pack.info().languages.front()));
        return writeJson(m_folder / caseFile(m_plan.caseId), *json);
    }

    [[nodiscard]] Result<void> writeTexts() const {
        const auto& languages = m_pack.info().languages;
        for (std::size_t i = 1; i < languages.size(); ++i) {
            const auto said = m_pack.find(m_record.id, languages[i]);
            if (!said)
                return fail(said.error());
            Json texts = Json::object();
            texts.set("title", freshTitle(said->title, languages[i]));
            texts.set("primary", said->history.primaryText);
            texts.set("examination", said->history.examinationText);
            const Json cases = Json::object().set(m_plan.caseId.value, std::move(texts));
            if (auto ok = writeJson(m_folder / ("i18n/" + languages[i] + ".json"),
                                    Json::object().set("cases", cases));
                !ok)
                return ok;
        }
        return {};
    }

    [[nodiscard]] Result<void> copyTeaching() const {
        const auto text = serial::readFile(m_pack.folder() / teachingFile(m_record.id));
        if (!text)
            return text.error().code == ErrorCode::FileNotFound ? Result<void>()
                                                                : fail(text.error());
        return serial::writeFileAtomically(m_folder / teachingFile(m_plan.caseId), *text);
    }

    const Pack& m_pack;
    const CaseRecord& m_record;
    const FreshPlan& m_plan;
    fs::path m_folder;
};

/// Another seed may help: the finding does not fit into this neck.
bool isOfTheNeck(ErrorCode code) {
    return code == ErrorCode::TruthInconsistent || code == ErrorCode::InvalidArgument;
}

}  // namespace

FreshPlan freshPlan(const PackId& pack, const CaseId& templateCase, int number) {
    const std::string source = "nodewise fresh case\n" + pack.value + "\n" + templateCase.value;
    const std::string hex = archive::sha256Hex(source + "\n" + std::to_string(number));
    FreshPlan plan;
    plan.caseId = CaseId(std::string(kFreshPrefix) + hex.substr(0, 16));
    // A UUID of one's own making (version 8, RFC 9562).
    plan.pack = PackId(hex.substr(16, 8) + "-" + hex.substr(24, 4) + "-8" + hex.substr(28, 3) +
                       "-a" + hex.substr(31, 3) + "-" + hex.substr(34, 12));
    plan.firstSeed = numberFrom(archive::sha256Hex(source)) +
                     static_cast<std::uint32_t>(number) * static_cast<std::uint32_t>(kFreshTries);
    return plan;
}

bool isFresh(const CaseRecord& record) {
    return record.id.value.starts_with(kFreshPrefix);
}

bool isTemplate(const CaseRecord& record) {
    return record.imageKind == ImageKind::Recipe && !isFresh(record);
}

Result<PackInfo> makeFreshCase(const Pack& pack, const CaseId& templateCase, int number,
                               const fs::path& outFile, JobControl& job, unsigned threads) {
    const auto record = pack.find(templateCase);
    if (!record)
        return fail(record.error());
    if (!isTemplate(*record))
        return fail(ErrorCode::FormatUnknown, "only cases drawn from a recipe can be made afresh",
                    {}, templateCase.value);
    if (!allowsAdaptations(pack.info().licence))
        return fail(ErrorCode::RightsMissing,
                    "the licence of this pack allows no adaptations: " + pack.info().licence);
    const WorkFolder work(outFile);
    const FreshPlan plan = freshPlan(pack.info().id, templateCase, number);
    const FreshFolder folder(pack, *record, plan, work.path());
    if (auto ok = folder.write(); !ok)
        return fail(ok.error());
    for (int attempt = 0;; ++attempt) {
        if (auto ok = folder.writeRecipe(plan.seed(attempt)); !ok)
            return fail(ok.error());
        auto built = buildPack(work.path(), outFile, job, threads);
        if (built)
            return std::move(built->info);
        if (!isOfTheNeck(built.error().code) || attempt + 1 == kFreshTries)
            return fail(built.error());
    }
}

}  // namespace nodewise::casepack
