#include "ui/models/exports.h"
#include "archive/signature.h"
#include "exchange/answer_file.h"
#include "exchange/call_tables.h"
#include "exchange/reader_study.h"
#include "exchange/xapi.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include "session/events_json.h"
#include <QCoreApplication>
#include <algorithm>

namespace nodewise::models {

namespace {

namespace fs = std::filesystem;

QString say(const char* text) {
    return QCoreApplication::translate("Exports", text);
}

Result<Exported> writeText(const fs::path& file, const std::string& text, std::size_t rows) {
    if (auto ok = serial::writeFileAtomically(file, text); !ok)
        return fail(ok.error());
    return Exported{rows, 0};
}

/// The codebook goes beside the table: a table that nobody can read is none.
Result<Exported> writeTable(exchange::CallTable which, const ExportSource& source,
                            const fs::path& file) {
    const auto table = exchange::callTable(which, source.calls);
    fs::path beside = file;
    beside.replace_filename(serial::pathText(file.stem()) + "_codebook.csv");
    if (auto ok = serial::writeFileAtomically(beside, exchange::codebook().text); !ok)
        return fail(ok.error());
    return writeText(file, table.text, table.rows);
}

Result<Exported> writeEvents(const ExportSource& source, const fs::path& file) {
    std::string text;
    for (const session::Event& event : source.events)
        text += serial::toJsonText(session::toJson(event)) + "\n";
    return writeText(file, text, source.events.size());
}

Result<Exported> writeXapi(const ExportSource& source, const fs::path& file) {
    exchange::XapiOptions options;
    options.appVersion = source.appVersion;
    const std::string text = exchange::xapiLines(source.calls, source.events, options);
    return writeText(file, text,
                     static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
}

Result<Exported> writeStudy(ExportKind kind, const ExportSource& source, const fs::path& file) {
    const auto study = exchange::readerStudy(source.calls);
    if (kind == ExportKind::Imrmc) {
        const auto text = exchange::imrmcText(study);
        return text ? writeText(file, *text, study.ratings.size())
                    : Result<Exported>(fail(text.error()));
    }
    const auto crossed = exchange::crossedPart(study);
    if (auto ok = exchange::writeRjafroc(file, crossed); !ok)
        return fail(ok.error());
    return Exported{crossed.ratings.size(), study.items.size() - crossed.items.size()};
}

Result<archive::KeyPair> keyOf(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error))
        if (auto ok = archive::writeKeyFile(file, archive::generateKey("Nodewise")); !ok)
            return fail(ok.error());
    return archive::readKeyFile(file);
}

Result<Exported> writeAnswers(const ExportSource& source, const fs::path& file) {
    const auto key = keyOf(source.key);
    if (!key)
        return fail(key.error());
    const auto answers = exchange::answersOf(
        source.events, {source.profile, source.pseudonym, source.appVersion, {}});
    if (!answers)
        return fail(answers.error());
    NullJobControl job;
    if (auto ok = exchange::writeAnswers(file, *answers, *key, job); !ok)
        return fail(ok.error());
    return Exported{answers->events.size(), 0};
}

}  // namespace

QString exportName(ExportKind kind) {
    switch (kind) {
    case ExportKind::Calls:
        return say(QT_TRANSLATE_NOOP("Exports", "Calls as a table (CSV)"));
    case ExportKind::Scores:
        return say(QT_TRANSLATE_NOOP("Exports", "Scores as a table (CSV)"));
    case ExportKind::Json:
        return say(QT_TRANSLATE_NOOP("Exports", "The whole log (JSON lines)"));
    case ExportKind::Xapi:
        return say(QT_TRANSLATE_NOOP("Exports", "Statements for a learning record store (xAPI)"));
    case ExportKind::Imrmc:
        return say(QT_TRANSLATE_NOOP("Exports", "Reader study for iMRMC"));
    case ExportKind::Rjafroc:
        return say(QT_TRANSLATE_NOOP("Exports", "Reader study for RJafroc"));
    case ExportKind::Answers:
        return say(QT_TRANSLATE_NOOP("Exports", "Answer file for your director"));
    }
    return {};
}

QString exportFile(ExportKind kind) {
    static constexpr std::array<const char*, 7> kFiles{"calls.csv",        "scores.csv",
                                                       "log.jsonl",        "statements.jsonl",
                                                       "nodewise.imrmc",   "nodewise-rjafroc.xlsx",
                                                       "answers.nwanswers"};
    return QString::fromLatin1(kFiles[static_cast<std::size_t>(kind)]);
}

QString exportFilter(ExportKind kind) {
    const QString ending = exportFile(kind).section(QLatin1Char('.'), -1);
    return exportName(kind).section(QStringLiteral(" ("), 0, 0) + QStringLiteral(" (*.") + ending +
           QLatin1Char(')');
}

Result<Exported> writeExport(ExportKind kind, const ExportSource& source, const fs::path& file) {
    switch (kind) {
    case ExportKind::Calls:
        return writeTable(exchange::CallTable::Calls, source, file);
    case ExportKind::Scores:
        return writeTable(exchange::CallTable::Scores, source, file);
    case ExportKind::Json:
        return writeEvents(source, file);
    case ExportKind::Xapi:
        return writeXapi(source, file);
    case ExportKind::Imrmc:
    case ExportKind::Rjafroc:
        return writeStudy(kind, source, file);
    case ExportKind::Answers:
        return writeAnswers(source, file);
    }
    return Exported{};
}

}  // namespace nodewise::models
