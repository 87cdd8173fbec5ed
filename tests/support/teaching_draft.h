/// teaching_draft.h: the author's folder of a case made from the real neck CT of the shared data.
#pragma once
#include "support/data_archive.h"
#include "volume/volume_io.h"
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace nodewise::test {

inline void writeFile(const QString& name, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// Where the author's node lies: an ellipsoid of 14 × 16 × 20 mm deep to the left
/// sternocleidomastoid, drawn on the grid of the series.
inline constexpr ContinuousIndex kDraftCentre{292, 230, 30};

/// Draws the outline on the grid of `image` and writes it as NRRD labels (1 = n1).
[[nodiscard]] inline bool writeDraftOutline(const CtVolume& image, const QString& file) {
    const GridGeometry& grid = image.geometry();
    const PointLps centre = grid.toPatient(kDraftCentre);
    LabelGrid outline{grid, std::vector<std::uint16_t>(grid.voxelCount(), 0), {{1, "n1"}}};
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const VectorLps d = grid.toPatient(grid.indexOf(at)) - centre;
        outline.labels[at] = d.x * d.x / 49 + d.y * d.y / 64 + d.z * d.z / 100 <= 1 ? 1 : 0;
    }
    return writeLabelGrid(outline, file.toStdString()).has_value();
}

/// pack.json, rights.json, case and truth beside `images` (the unpacked series) in `folder`.
inline void writeDraftTexts(const QString& folder) {
    writeFile(
        folder + QStringLiteral("/pack.json"),
        R"({"format":"nodewise-pack","formatVersion":1,"id":"7d2b3c1a-9a55-4c38-8a0e-2f6d1b0c9e11",
                  "title":"Teaching draft","version":"0.1.0","licence":"GPL-3.0-only","languages":["en"],
                  "authors":[{"name":"A. Author"}],"changes":"first draft"})");
    writeFile(
        folder + QStringLiteral("/rights.json"),
        R"({"cases":[{"case":"draft-1","source":"pyCERR sample series","licence":"GPL-3.0-only",
                  "permission":"sample data of a public repository","deidentified":true,
                  "deidentification":"by the publisher; stored without headers"}]})");
    writeFile(folder + QStringLiteral("/cases/draft-1/case.json"),
              R"({"id":"draft-1","title":"Real neck, left side","image":{"kind":"volume"},
                  "truthKind":"teaching_draft","difficulty":2,"edition":"TNM9",
                  "history":{"site":"oropharynx_p16neg","primarySide":"left","p16":"neg","primary":"tonsil"},
                  "nodes":[{"id":"n1","side":"left","level":"IIa"}],"concepts":["margin/oropharynx/none"],
                  "build":{"images":"../../images","labels":"../../outline.nrrd","regions":{"n1":1}}})");
    writeFile(folder + QStringLiteral("/truth/draft-1/truth.json"),
              R"({"nodes":[{"id":"n1","kind":"teaching_draft","side":"left","level":"IIa","label":1,
                  "grade":"G0","margin":"smooth","fat":"clean"}],"source":"drawn by the author"})");
}

}  // namespace nodewise::test
