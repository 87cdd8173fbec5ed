#include "casepack/remedy_card.h"
#include "base/embedded_file.h"
#include "casepack/schemas.h"
#include "serial/json.h"
#include "serial/schema.h"
#include <algorithm>

namespace nodewise::casepack {

std::span<const EmbeddedFile> remedyData();

namespace {

using serial::Json;

Translations translationsOf(const Json& json) {
    Translations texts;
    for (const Json::Member& member : json.members())
        texts[member.name] = member.value.string();
    return texts;
}

const Json& sources() {
    static const Json kSources = [] {
        for (const EmbeddedFile& file : remedyData())
            if (file.name.ends_with("/sources.json"))
                if (auto json = serial::parseJson(file.text, std::string(file.name)))
                    return *std::move(json);
        return Json::object();
    }();
    return kSources;
}

/// E01 … E16, then P1 … P15: by letter, then by number.
bool before(const RemedyCard& a, const RemedyCard& b) {
    const auto rank = [](const std::string& code) {
        return std::pair{code.front(), std::stoi(code.substr(1))};
    };
    return rank(a.code) < rank(b.code);
}

std::vector<RemedyCard> loadCards() {
    std::vector<RemedyCard> cards;
    for (const EmbeddedFile& file : remedyData()) {
        if (file.name.ends_with("/sources.json"))
            continue;
        auto card = readRemedyCard(file.text, std::string(file.name));
        // Built in and covered by a test: a card that cannot be read is left out, never a crash.
        if (card)
            cards.push_back(*std::move(card));
    }
    std::sort(cards.begin(), cards.end(), before);
    return cards;
}

}  // namespace

const std::string& textIn(const Translations& texts, std::string_view language) {
    static const std::string kNone;
    const std::string_view bare = language.substr(0, language.find_first_of("-_"));
    for (const std::string_view wanted : {language, bare, std::string_view("en")})
        if (const auto found = texts.find(std::string(wanted)); found != texts.end())
            return found->second;
    return texts.empty() ? kNone : texts.begin()->second;
}

std::optional<std::string> citationOf(std::string_view key) {
    const Json* citation = sources().find(key);
    return citation && citation->isString() ? std::optional(citation->string()) : std::nullopt;
}

Result<RemedyCard> readRemedyCard(std::string_view text, const std::string& path) {
    const auto json = serial::parseJson(text, path);
    if (!json)
        return fail(json.error());
    const auto schema = schemaText("remedy");
    if (!schema)
        return fail(ErrorCode::Internal, "no schema of the name remedy", path);
    if (auto checked = serial::checkSchema(*json, *schema, path); !checked)
        return fail(checked.error());
    RemedyCard card;
    card.code = json->find("code")->string();
    card.title = translationsOf(*json->find("title"));
    card.text = translationsOf(*json->find("text"));
    for (const Json& source : json->find("sources")->elements()) {
        if (!citationOf(source.string()))
            return fail(ErrorCode::ValueOutOfRange,
                        "sources.json has no citation \"" + source.string() + "\"", path,
                        "/sources");
        card.sources.push_back(source.string());
    }
    card.pictureCase = CaseId(json->find("picture")->find("case")->string());
    card.pictureNode = NodeId(json->find("picture")->find("node")->string());
    if (const Json* seed = json->find("picture")->find("seed"))
        card.pictureSeed = static_cast<std::uint32_t>(seed->number());
    if (const Json* up = json->find("picture")->find("upMm"))
        card.pictureUpMm = up->number();
    return card;
}

std::span<const RemedyCard> remedyCards() {
    static const std::vector<RemedyCard> kCards = loadCards();
    return kCards;
}

const RemedyCard* remedyCard(std::string_view code) {
    for (const RemedyCard& card : remedyCards())
        if (card.code == code)
            return &card;
    return nullptr;
}

}  // namespace nodewise::casepack
