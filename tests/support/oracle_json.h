/// oracle_json.h: reads the shared oracles; a missing file ends the test.
#pragma once
#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <cmath>
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

}  // namespace nodewise::tests
