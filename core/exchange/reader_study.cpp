#include "exchange/reader_study.h"
#include "exchange/csv_text.h"
#include "exchange/workbook.h"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace nodewise::exchange {

namespace {

using session::CallRecord;
using ItemKey = std::tuple<std::string, std::string, std::string>;  // pack, case, node

ItemKey keyOf(const CallRecord& call) {
    return {call.ref.pack.value, call.ref.caseId.value, call.node.id.value};
}

bool enters(const CallRecord& call) {
    return call.score && call.score->counts && call.answer.probability;
}

/// First call of each reader on each item, in the order of reader and item.
std::map<std::pair<std::string, ItemKey>, const CallRecord*>
firstCalls(std::span<const CallRecord> calls) {
    std::map<std::pair<std::string, ItemKey>, const CallRecord*> first;
    for (const CallRecord& call : calls) {
        if (!enters(call))
            continue;
        const CallRecord*& kept = first[{call.profile.value, keyOf(call)}];
        const auto age = [](const CallRecord& c) { return std::tie(c.committed, c.id.value); };
        if (!kept || age(call) < age(*kept))
            kept = &call;
    }
    return first;
}

template <class Key>
std::map<Key, int> numbered(const std::set<Key>& keys) {
    std::map<Key, int> numbers;
    for (const Key& key : keys)
        numbers.emplace(key, static_cast<int>(numbers.size()) + 1);
    return numbers;
}

std::string idOf(int number) {
    return std::to_string(number);
}

Result<void> checkStudy(const ReaderStudy& study) {
    const auto positives = std::ranges::count_if(study.items, &StudyItem::positive);
    if (study.readers.empty() || positives == 0 ||
        positives == static_cast<std::ptrdiff_t>(study.items.size()))
        return fail(ErrorCode::InvalidArgument,
                    "a reader study needs a reader, a node with ENE and a node without; found " +
                        std::to_string(study.readers.size()) + " readers, " +
                        std::to_string(positives) + " of " + std::to_string(study.items.size()) +
                        " nodes with ENE");
    return {};
}

std::string joinedNumbers(std::size_t count) {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i)
        text += (i == 1 ? "" : ", ") + std::to_string(i);
    return text;
}

Sheet truthSheet(const ReaderStudy& study) {
    Sheet sheet{"TRUTH", {{"CaseID", "LesionID", "Weight", "ReaderID", "ModalityID", "Paradigm"}}};
    const std::string readers = joinedNumbers(study.readers.size());
    for (std::size_t i = 0; i < study.items.size(); ++i) {
        std::vector<Cell> row{static_cast<double>(i + 1), study.items[i].positive ? 1.0 : 0.0, 0.0,
                              readers, std::string("1")};
        // The paradigm stands below its heading, the design below the paradigm.
        if (i < 2)
            row.emplace_back(std::string(i == 0 ? "ROC" : "FCTRL"));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Sheet ratingSheet(const ReaderStudy& study, bool positive) {
    Sheet sheet{positive ? "TP" : "FP", {{"ReaderID", "ModalityID", "CaseID"}}};
    if (positive)
        sheet.rows.front().emplace_back(std::string("LesionID"));
    sheet.rows.front().emplace_back(std::string(positive ? "TP_Rating" : "FP_Rating"));
    for (const StudyRating& rating : study.ratings) {
        if (study.items[static_cast<std::size_t>(rating.item - 1)].positive != positive)
            continue;
        std::vector<Cell> row{static_cast<double>(rating.reader), 1.0,
                              static_cast<double>(rating.item)};
        if (positive)
            row.emplace_back(1.0);
        row.emplace_back(rating.probability);
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Sheet keySheet(const ReaderStudy& study) {
    Sheet sheet{"KEY", {{"Kind", "Number", "Pack", "Version", "Case", "Node"}}};
    for (std::size_t i = 0; i < study.readers.size(); ++i)
        sheet.rows.push_back({std::string("reader"), static_cast<double>(i + 1), study.readers[i]});
    for (std::size_t i = 0; i < study.items.size(); ++i) {
        const StudyItem& item = study.items[i];
        sheet.rows.push_back({std::string("case"), static_cast<double>(i + 1), item.pack,
                              item.packVersion, item.caseId, item.node});
    }
    return sheet;
}

}  // namespace

ReaderStudy readerStudy(std::span<const CallRecord> calls) {
    const auto first = firstCalls(calls);
    std::set<std::string> readerKeys;
    std::set<ItemKey> itemKeys;
    for (const auto& [key, call] : first) {
        readerKeys.insert(key.first);
        itemKeys.insert(key.second);
    }
    const auto readers = numbered(readerKeys);
    const auto items = numbered(itemKeys);
    ReaderStudy study;
    study.readers.assign(readerKeys.begin(), readerKeys.end());
    study.items.resize(items.size());
    for (const auto& [key, call] : first) {
        const int item = items.at(key.second);
        study.items[static_cast<std::size_t>(item - 1)] = {
            call->ref.pack.value, call->ref.packVersion, call->ref.caseId.value,
            call->node.id.value, referencePositive(*call->score)};
        study.ratings.push_back({readers.at(key.first), item, *call->answer.probability});
    }
    return study;
}

ReaderStudy crossedPart(const ReaderStudy& study) {
    std::vector<std::size_t> ratings(study.items.size(), 0);
    for (const StudyRating& rating : study.ratings)
        ++ratings[static_cast<std::size_t>(rating.item - 1)];
    ReaderStudy result;
    result.readers = study.readers;
    std::vector<int> number(study.items.size(), 0);
    for (std::size_t i = 0; i < study.items.size(); ++i)
        if (ratings[i] == study.readers.size()) {
            result.items.push_back(study.items[i]);
            number[i] = static_cast<int>(result.items.size());
        }
    for (const StudyRating& rating : study.ratings)
        if (const int item = number[static_cast<std::size_t>(rating.item - 1)]; item > 0)
            result.ratings.push_back({rating.reader, item, rating.probability});
    return result;
}

Result<std::string> imrmcText(const ReaderStudy& study) {
    if (auto ok = checkStudy(study); !ok)
        return fail(ok.error());
    const auto positives = std::ranges::count_if(study.items, &StudyItem::positive);
    std::string text = "Nodewise reader study: probability that imaging shows extranodal "
                       "extension\r\n";
    for (std::size_t i = 0; i < study.readers.size(); ++i)
        text += "reader " + std::to_string(i + 1) + " is " + study.readers[i] + "\r\n";
    for (std::size_t i = 0; i < study.items.size(); ++i)
        text += "case " + std::to_string(i + 1) + " is " + study.items[i].pack + " " +
                study.items[i].caseId + " " + study.items[i].node + "\r\n";
    text += "N0: " + std::to_string(static_cast<std::ptrdiff_t>(study.items.size()) - positives) +
            "\r\nN1: " + std::to_string(positives) +
            "\r\nNR: " + std::to_string(study.readers.size()) + "\r\nNM: 1\r\nBEGIN DATA:\r\n";
    for (std::size_t i = 0; i < study.items.size(); ++i)
        text += csvLine({"-1", std::to_string(i + 1), "0", study.items[i].positive ? "1" : "0"});
    for (const StudyRating& rating : study.ratings)
        text +=
            csvLine({idOf(rating.reader), idOf(rating.item), "1", csvNumber(rating.probability)});
    return text;
}

Result<void> writeRjafroc(const std::filesystem::path& file, const ReaderStudy& study) {
    if (auto ok = checkStudy(study); !ok)
        return ok;
    if (study.ratings.size() != study.readers.size() * study.items.size())
        return fail(ErrorCode::InvalidArgument,
                    "not every reader rated every node; take the crossed part of the study");
    return writeWorkbook(file, {truthSheet(study), ratingSheet(study, false),
                                ratingSheet(study, true), keySheet(study)});
}

}  // namespace nodewise::exchange
