/// evidence_csv.h: rows of the shared evidence table, cells in quotes included.
#pragma once
#include "evidence/bivariate_meta.h"
#include "support/oracle_json.h"
#include <QMap>
#include <optional>

namespace nodewise::tests {

using EvidenceRow = QMap<QByteArray, QByteArray>;

/// Cells of one CSV line; double quotes hold commas together.
inline QList<QByteArray> csvCells(const QByteArray& line) {
    QList<QByteArray> cells{QByteArray()};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.append(QByteArray());
        else
            cells.last().append(c);
    }
    return cells;
}

inline QList<EvidenceRow> evidenceRows() {
    QList<EvidenceRow> rows;
    QList<QByteArray> header;
    for (const QByteArray& raw : oracleBytes("evidence.csv").split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        const auto cells = csvCells(line);
        if (header.isEmpty()) {
            header = cells;
            continue;
        }
        EvidenceRow row;
        for (int n = 0; n < header.size() && n < cells.size(); ++n)
            row[header[n]] = cells[n];
        rows.append(row);
    }
    return rows;
}

/// Counts of a row; nothing when the table gives percentages only.
inline std::optional<evidence::StudyCounts> countsOf(const EvidenceRow& row) {
    if (row["TP"].isEmpty() || row["TN"].isEmpty())
        return std::nullopt;
    return evidence::StudyCounts{row["study"].toStdString(), row["TP"].toDouble(),
                                 row["FP"].toDouble(), row["FN"].toDouble(), row["TN"].toDouble()};
}

}  // namespace nodewise::tests
