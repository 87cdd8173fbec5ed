/// pack_source.h: an author's folder with one small real-looking case, to build packs from.
#pragma once
#include "serial/file_io.h"
#include "serial/json.h"
#include "volume/volume_io.h"
#include <QTemporaryDir>
#include <string>

namespace nodewise::test {

namespace fs = std::filesystem;

/// A ball of 45 HU and 16 mm across in fat, on a grid of 1 × 1 × 2 mm; label 4 is its outline,
/// label 9 a block of muscle beside it.
struct BallPhantom {
    GridGeometry grid = GridGeometry::axisAligned({40, 36, 18}, {1, 1, 2}, {-20, -18, 100});
    PointLps centre{2, 1, 116};
    double radiusMm = 8;

    [[nodiscard]] LabelGrid labels() const {
        LabelGrid out{grid, std::vector<std::uint16_t>(grid.voxelCount(), 0), {}};
        for (std::size_t at = 0; at < out.labels.size(); ++at) {
            const PointLps point = grid.toPatient(grid.indexOf(at));
            if (distance(point, centre) <= radiusMm)
                out.labels[at] = 4;
            else if (point.x > 12)
                out.labels[at] = 9;
        }
        return out;
    }
    [[nodiscard]] VolumePtr volume() const {
        const LabelGrid outline = labels();
        CtVolume::Int16Voxels voxels(grid.voxelCount(), -100);
        for (std::size_t at = 0; at < voxels.size(); ++at)
            if (outline.labels[at] != 0)
                voxels[at] = outline.labels[at] == 4 ? 45 : 60;
        return *CtVolume::create(grid, std::move(voxels));
    }
};

/// Writes and changes the files of a source folder.
class PackSource {
public:
    PackSource() {
        write("pack.json", R"({"format": "nodewise-pack", "formatVersion": 1,
            "id": "0a4f6a64-0d5e-4b8e-9d0a-0c9a3a5c2b11", "title": "Ball", "version": "1.2.0",
            "languages": ["en", "de"], "licence": "CC-BY-4.0",
            "authors": [{"name": "A. Author", "orcid": "0000-0002-1825-0097"}]})");
        write("rights.json", R"({"cases": [{"case": "ball-1", "source": "a phantom",
            "licence": "CC-BY-4.0", "permission": "none needed", "deidentified": true}]})");
        write("i18n/de.json", R"({"cases": {"ball-1": {"title": "Kugel"}}})");
        write("cases/ball-1/case.json", R"({"id": "ball-1", "title": "Ball in fat",
            "image": {"kind": "volume"}, "truthKind": "teaching_draft", "difficulty": 2,
            "edition": "TNM9", "history": {"site": "larynx", "primarySide": "left",
            "p16": "unknown", "primary": "supraglottis"},
            "nodes": [{"id": "n1", "side": "left", "level": "III"}]})");
        write("truth/ball-1/truth.json", R"({"nodes": [{"id": "n1", "side": "left", "level": "III",
            "label": 4, "grade": "G0", "margin": "smooth", "fat": "clean"}],
            "structures": {"sternocleidomastoid_left": 9}, "source": "a formula"})");
        put("cases/ball-1/images/volume.nrrd", *BallPhantom().volume());
        put("truth/ball-1/labels.nrrd", BallPhantom().labels());
    }

    [[nodiscard]] fs::path folder() const {
        return fs::path(m_dir.path().toStdString()) / "source";
    }
    /// A place beside the source folder.
    [[nodiscard]] fs::path beside(const std::string& name) const {
        return fs::path(m_dir.path().toStdString()) / name;
    }

    void write(const std::string& name, const std::string& text) const {
        if (!serial::writeFileAtomically(folder() / name, text))
            qFatal("cannot write %s", name.c_str());
    }
    void put(const std::string& name, const CtVolume& volume) const {
        fs::create_directories((folder() / name).parent_path());
        if (!writeVolume(volume, folder() / name))
            qFatal("cannot write %s", name.c_str());
    }
    void put(const std::string& name, const LabelGrid& labels) const {
        fs::create_directories((folder() / name).parent_path());
        if (!writeLabelGrid(labels, folder() / name))
            qFatal("cannot write %s", name.c_str());
    }
    [[nodiscard]] serial::Json json(const std::string& name) const {
        return *serial::parseJson(*serial::readFile(folder() / name));
    }
    void writeJson(const std::string& name, const serial::Json& json) const {
        write(name, serial::toJsonText(json, true));
    }

private:
    QTemporaryDir m_dir;
};

}  // namespace nodewise::test
