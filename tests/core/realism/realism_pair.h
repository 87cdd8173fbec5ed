/// realism_pair.h: the real neck CT of the shared data and a drawn one under the same conditions.
#pragma once
#include "dicom/series.h"
#include "realism_measures.h"
#include "support/data_archive.h"
#include "synthesis/render.h"
#include <QTemporaryDir>
#include <optional>

namespace nodewise::test {

/// 1 × 1 × 3 mm, no contrast, as the real series; the kernel and the dose of an old scanner.
inline synthesis::Recipe plainScan(std::uint32_t seed) {
    synthesis::Recipe recipe;
    recipe.seed = seed;
    recipe.patient.fatScale = 0.8;
    recipe.patient.ageYears = 62;
    recipe.phase = {46, 44, 46, 24};
    recipe.scanner.columns = 256;
    recipe.scanner.pixelMm = 1;
    recipe.scanner.slices = 60;
    recipe.scanner.sliceMm = 3;
    recipe.scanner.topMm = 98;
    recipe.scanner.kernelSigmaMm = 1.0;
    recipe.scanner.noiseHu = 10;
    recipe.scanner.streakHu = 3;
    return recipe;
}

inline RealismBox drawnBox() {
    return {40, 216, 20, 236, 0, 80, 98};
}

/// The series lies head first: its hyoid body stands at z = -189.
inline RealismBox realBox() {
    return {165, 345, 125, 325, -189, 90, 110};
}

/// Nothing when the archive is missing or does not load.
inline std::optional<VolumePtr> realNeck() {
    static QTemporaryDir folder;
    if (!unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), folder.path()))
        return std::nullopt;
    NullJobControl job;
    const std::filesystem::path path(folder.path().toStdString());
    const auto found = dicom::scanSeries(std::array{path}, job);
    if (!found || found->series.empty())
        return std::nullopt;
    const auto volume = dicom::loadSeries(found->series.front(), job);
    return volume ? std::optional(*volume) : std::nullopt;
}

inline std::optional<VolumePtr> drawnNeck(std::uint32_t seed) {
    NullJobControl job;
    const auto volume = synthesis::renderVolume(plainScan(seed), job);
    return volume ? std::optional(*volume) : std::nullopt;
}

}  // namespace nodewise::test
