/// oracle_json.h: reads the shared oracles; a missing file ends the test.
#pragma once
#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <cmath>
#include <map>
#include <vector>

namespace nodewise::tests {

inline QByteArray oracleBytes(const char* name) {
    QFile file(QStringLiteral(NODEWISE_SHARED_DIR "/oracles/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing oracle %s", name);
    return file.readAll();
}

inline QJsonObject oracleJson(const char* name) {
    return QJsonDocument::fromJson(oracleBytes(name)).object();
}

/// A table with a header line: one list of cells a row; `column` finds a name in the header.
struct OracleTable {
    QList<QByteArray> header;
    QList<QList<QByteArray>> rows;

    [[nodiscard]] int column(const char* name) const {
        return static_cast<int>(header.indexOf(name));
    }
};

inline OracleTable oracleCsv(const char* name) {
    OracleTable table;
    for (const QByteArray& line : oracleBytes(name).split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto cells = line.trimmed().split(',');
        if (table.header.isEmpty())
            table.header = cells;
        else
            table.rows.append(cells);
    }
    return table;
}

inline std::vector<double> numbersOf(const QJsonValue& list) {
    std::vector<double> result;
    for (const QJsonValue& value : list.toArray())
        result.push_back(value.toDouble());
    return result;
}

inline bool nearRelative(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance * std::max(std::abs(expected), 1e-300);
}

inline bool nearAbsolute(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

/// Compares the values of one score with one oracle and remembers the greatest error found:
///     const Oracle area("AUC, empirical", "roc/asah_expected.json");
///     QVERIFY(area.relative(value, expected, 1e-9));
/// When NODEWISE_ORACLE_TABLE names a file, `writeTable` (in cleanupTestCase) adds a line a score
/// to it: the table of core/analytics/README.md.
class Oracle {
public:
    Oracle(const char* score, const char* file)
        : m_key{QLatin1String(score), QLatin1String(file)} {}

    [[nodiscard]] bool relative(double value, double expected, double tolerance) const {
        note(std::abs(value - expected) / std::max(std::abs(expected), 1e-300), tolerance, true);
        return nearRelative(value, expected, tolerance);
    }
    [[nodiscard]] bool absolute(double value, double expected, double tolerance) const {
        note(std::abs(value - expected), tolerance, false);
        return nearAbsolute(value, expected, tolerance);
    }

    static void writeTable() {
        QFile file(qEnvironmentVariable("NODEWISE_ORACLE_TABLE"));
        if (file.fileName().isEmpty() || !file.open(QIODevice::Append))
            return;
        for (const auto& [key, row] : rows())
            file.write(
                QStringLiteral("| %1 | `%2` | %3 | %4 %5 | %6 |\n")
                    .arg(key.first, key.second)
                    .arg(row.values)
                    .arg(row.tolerance, 0, 'g', 2)
                    .arg(row.relative ? QLatin1String("relative") : QLatin1String("absolute"))
                    .arg(row.error, 0, 'g', 1)
                    .toUtf8());
    }

private:
    using Key = std::pair<QString, QString>;
    struct Row {
        int values = 0;
        double tolerance = 0, error = 0;
        bool relative = false;
    };
    static std::map<Key, Row>& rows() {
        static std::map<Key, Row> all;
        return all;
    }
    void note(double error, double tolerance, bool relative) const {
        Row& row = rows()[m_key];
        ++row.values;
        row.tolerance = std::max(row.tolerance, tolerance);
        row.relative = relative;
        if (!(error <= row.error))
            row.error = error;
    }

    Key m_key;
};

}  // namespace nodewise::tests
