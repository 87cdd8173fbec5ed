#include "exchange/call_tables.h"
#include "exchange/csv_text.h"
#include <vector>

namespace nodewise::exchange {

namespace {

using session::CallRecord;

struct Column {
    std::string name, meaning, unit, values;
    std::string (*cell)(const CallRecord&);
};

template <class T>
std::string wordOrNothing(const std::optional<T>& value) {
    return value ? std::string(word(*value)) : std::string();
}

std::string yesNo(const std::optional<bool>& value) {
    return !value ? std::string() : *value ? "1" : "0";
}

template <class T>
std::string joined(const std::vector<T>& list) {
    std::string result;
    for (const T& element : list)
        result += (result.empty() ? "" : " ") + std::string(word(element));
    return result;
}

/// All words of an enumeration, as the codebook lists them.
template <class T>
std::string choices() {
    std::string result;
    for (const auto& [value, text] : allWords<T>())
        result += (result.empty() ? "" : " ") + std::string(text);
    return result;
}

const char* const kYesNo = "1 yes, 0 no, empty not answered";

std::vector<Column> keyColumns() {
    return {
        {"call", "Identifier of the call", "", "UUID",
         [](const CallRecord& c) { return c.id.value; }},
        {"profile", "Identifier of the reader; random, no name", "", "UUID",
         [](const CallRecord& c) { return c.profile.value; }},
        {"session", "Identifier of the reading of the case", "", "UUID",
         [](const CallRecord& c) { return c.session.value; }},
        {"pack", "Identifier of the case pack", "", "UUID",
         [](const CallRecord& c) { return c.ref.pack.value; }},
        {"pack_version", "Version of the pack that was read", "", "",
         [](const CallRecord& c) { return c.ref.packVersion; }},
        {"case", "Case within the pack", "", "",
         [](const CallRecord& c) { return c.ref.caseId.value; }},
        {"node", "Node within the case", "", "",
         [](const CallRecord& c) { return c.node.id.value; }},
        {"side", "Side of the node as the case names it", "", choices<Side>(),
         [](const CallRecord& c) { return std::string(word(c.node.side)); }},
        {"level", "Neck level of the node as the case names it", "", choices<Level>(),
         [](const CallRecord& c) { return std::string(word(c.node.level)); }},
    };
}

std::vector<Column> answerColumns() {
    return {
        {"committed", "When the call was committed", "", "ISO 8601, UTC",
         [](const CallRecord& c) { return toIso8601(c.committed); }},
        {"mode", "How the case was read", "", choices<session::Mode>(),
         [](const CallRecord& c) { return std::string(word(c.mode)); }},
        {"probability", "Reader's probability that imaging shows ENE", "1", "0 to 1",
         [](const CallRecord& c) { return csvNumber(c.answer.probability); }},
        {"grade", "Reader's iENE grade (HNCIG)", "", choices<Grade>(),
         [](const CallRecord& c) { return wordOrNothing(c.answer.grade); }},
        {"margin", "Reader's finding: margin", "", choices<Margin>(),
         [](const CallRecord& c) { return wordOrNothing(c.answer.margin); }},
        {"fat", "Reader's finding: perinodal fat", "", choices<PerinodalFat>(),
         [](const CallRecord& c) { return wordOrNothing(c.answer.fat); }},
        {"contact", "Reader's finding: adjacent structure", "", choices<Adjacency>(),
         [](const CallRecord& c) {
             return c.answer.contact ? std::string(word(c.answer.contact->kind)) : std::string();
         }},
        {"structure", "Which structure is touched or invaded", "", "",
         [](const CallRecord& c) {
             return c.answer.contact ? c.answer.contact->structure : std::string();
         }},
        {"coalescence", "Reader's finding: coalescent nodes", "", kYesNo,
         [](const CallRecord& c) { return yesNo(c.answer.coalescence); }},
        {"necrosis", "Reader's finding: necrosis", "", kYesNo,
         [](const CallRecord& c) { return yesNo(c.answer.necrosis); }},
        {"cystic", "Reader's finding: cystic node", "", kYesNo,
         [](const CallRecord& c) { return yesNo(c.answer.cystic); }},
        {"hilum", "Reader's finding: fatty hilum", "", kYesNo,
         [](const CallRecord& c) { return yesNo(c.answer.hilum); }},
        {"short_axis_mm", "Axial short axis as drawn", "mm", "",
         [](const CallRecord& c) { return csvNumber(c.answer.shortAxisMm); }},
        {"long_axis_mm", "Axial long axis as drawn", "mm", "",
         [](const CallRecord& c) { return csvNumber(c.answer.longAxisMm); }},
    };
}

std::vector<Column> processColumns() {
    return {
        {"reasons", "Features that carried the call, apart by blanks", "", choices<Feature>(),
         [](const CallRecord& c) { return joined(c.answer.reasons); }},
        {"pene_probability", "Reader's probability that pathology would show ENE", "1", "0 to 1",
         [](const CallRecord& c) { return csvNumber(c.answer.peneProbability); }},
        {"n_category", "Reader's N category; with the last node of a case", "", "",
         [](const CallRecord& c) {
             return c.caseAnswer ? c.caseAnswer->nCategory : std::string();
         }},
        {"seconds", "Time the node was open, pauses left out; descriptive", "s", "",
         [](const CallRecord& c) { return csvNumber(c.trace.seconds); }},
        {"slices_seen", "Different axial pictures shown; descriptive", "1", "",
         [](const CallRecord& c) { return std::to_string(c.trace.slicesSeen); }},
        {"feedback_seen", "Whether the feedback was on screen", "", "1 yes, 0 no",
         [](const CallRecord& c) { return yesNo(c.feedbackSeen); }},
    };
}

std::vector<Column> scoreColumns() {
    return {
        {"truth_kind", "Where the reference comes from", "", choices<TruthKind>(),
         [](const CallRecord& c) { return std::string(word(c.score->truthKind)); }},
        {"counts", "Whether the call enters statistics", "", "1 yes, 0 no",
         [](const CallRecord& c) { return yesNo(c.score->counts); }},
        {"grade", "Reader's iENE grade (HNCIG)", "", choices<Grade>(),
         [](const CallRecord& c) { return wordOrNothing(c.answer.grade); }},
        {"grade_reference", "Reference iENE grade", "", choices<Grade>(),
         [](const CallRecord& c) { return std::string(word(c.score->gradeReference)); }},
        {"probability", "Reader's probability that imaging shows ENE", "1", "0 to 1",
         [](const CallRecord& c) { return csvNumber(c.answer.probability); }},
        {"brier", "(probability - reference)^2 against the iENE reference", "1", "0 best, 1 worst",
         [](const CallRecord& c) { return csvNumber(c.score->brier); }},
        {"log_score", "-ln of the probability given to what was so", "1", "0 best",
         [](const CallRecord& c) { return csvNumber(c.score->logScore); }},
        {"rps", "Ranked probability score of the grade", "1", "0 best, 1 worst",
         [](const CallRecord& c) { return csvNumber(c.score->rps); }},
        {"pene_brier", "Brier score of the pathology question, kept apart", "1", "0 best, 1 worst",
         [](const CallRecord& c) { return csvNumber(c.score->peneBrier); }},
        {"wrong_reason", "Grade agrees, yet the reasons do not carry it", "", "1 yes, 0 no",
         [](const CallRecord& c) { return yesNo(c.score->wrongReason); }},
        {"short_axis_error_mm", "Short axis: given minus reference", "mm", "",
         [](const CallRecord& c) { return csvNumber(c.score->shortAxisErrorMm); }},
        {"long_axis_error_mm", "Long axis: given minus reference", "mm", "",
         [](const CallRecord& c) { return csvNumber(c.score->longAxisErrorMm); }},
        {"errors", "Error codes, apart by blanks", "", choices<TraineeError>(),
         [](const CallRecord& c) { return joined(c.score->errors); }},
    };
}

template <Mark mark>
std::string verdictOf(const CallRecord& call) {
    for (const session::MarkSummary& summary : call.score->marks)
        if (summary.mark == mark)
            return std::string(word(summary.verdict));
    return {};
}

std::vector<Column> verdictColumns() {
    const auto column = [](Mark mark, std::string (*cell)(const CallRecord&)) {
        const std::string name(word(mark));
        return Column{name + "_verdict", "Verdict of the mark \"" + name + "\"", "",
                      choices<Verdict>(), cell};
    };
    return {column(Mark::Detection, verdictOf<Mark::Detection>),
            column(Mark::Level, verdictOf<Mark::Level>),
            column(Mark::Size, verdictOf<Mark::Size>),
            column(Mark::Features, verdictOf<Mark::Features>),
            column(Mark::Grade, verdictOf<Mark::Grade>),
            column(Mark::NCategory, verdictOf<Mark::NCategory>)};
}

std::vector<Column> columnsOf(CallTable which) {
    std::vector<Column> columns = keyColumns();
    const auto add = [&columns](const std::vector<Column>& more) {
        columns.insert(columns.end(), more.begin(), more.end());
    };
    if (which == CallTable::Calls) {
        add(answerColumns());
        add(processColumns());
    } else {
        add(scoreColumns());
        add(verdictColumns());
    }
    return columns;
}

}  // namespace

TableText callTable(CallTable which, std::span<const CallRecord> calls) {
    const std::vector<Column> columns = columnsOf(which);
    std::vector<std::string> cells;
    for (const Column& column : columns)
        cells.push_back(column.name);
    TableText table{csvLine(cells), 0};
    for (const CallRecord& call : calls) {
        if (which == CallTable::Scores && !call.score)
            continue;
        for (std::size_t i = 0; i < columns.size(); ++i)
            cells[i] = columns[i].cell(call);
        table.text += csvLine(cells);
        ++table.rows;
    }
    return table;
}

TableText codebook() {
    TableText table{csvLine({"table", "column", "meaning", "unit", "values"}), 0};
    for (const auto& [which, name] :
         {std::pair{CallTable::Calls, "calls"}, std::pair{CallTable::Scores, "scores"}})
        for (const Column& column : columnsOf(which)) {
            table.text += csvLine({name, column.name, column.meaning, column.unit, column.values});
            ++table.rows;
        }
    return table;
}

}  // namespace nodewise::exchange
