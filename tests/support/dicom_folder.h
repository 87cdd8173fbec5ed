/// dicom_folder.h: a folder of made DICOM files, and a ramp to recognise them by.
#pragma once
#include "dicom/series.h"
#include "support/dicom_writer.h"
#include <QString>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

namespace nodewise::test {

inline QString wordOf(ErrorCode code) {
    const auto text = errorWord(code);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// A folder of files that is gone after the test.
class Folder {
public:
    QString file(const QString& name) const { return m_dir.filePath(name); }
    Result<dicom::ScanResult> scan() const {
        NullJobControl job;
        const std::vector<std::filesystem::path> paths{m_dir.path().toStdString()};
        return dicom::scanSeries(paths, job);
    }

private:
    QTemporaryDir m_dir;
};

/// Slice k of a stack; voxel (i, j, k) holds i + 10 j + 100 k.
inline CtSlice rampSlice(int k) {
    CtSlice s;
    s.position = {-5, 7, 2.0 * k};
    s.instance = k + 1;
    for (int j = 0; j < s.rows; ++j)
        for (int i = 0; i < s.columns; ++i)
            s.words.push_back(static_cast<quint16>(i + 10 * j + 100 * k));
    return s;
}

inline constexpr int kSlices = 5;

inline int valueAt(const CtVolume& volume, int i, int j, int k) {
    return static_cast<int>(volume.value({i, j, k}));
}

inline void checkRamp(const CtVolume& volume) {
    QCOMPARE(volume.geometry().dims(), (std::array<int, 3>{4, 3, kSlices}));
    for (int k = 0; k < kSlices; ++k)
        for (int j = 0; j < 3; ++j)
            for (int i = 0; i < 4; ++i)
                QCOMPARE(valueAt(volume, i, j, k), i + 10 * j + 100 * k);
}

inline VolumePtr loadOnly(const Result<dicom::ScanResult>& found, dicom::LoadOptions options = {}) {
    if (!found || found->series.size() != 1)
        return nullptr;
    NullJobControl job;
    const auto volume = dicom::loadSeries(found->series.front(), job, options);
    return volume ? *volume : nullptr;
}

/// Cancels after so many questions.
class CancelAfter final : public JobControl {
public:
    explicit CancelAfter(int questions)
        : m_left(questions) {}
    void report(double, std::string_view) override { ++reports; }
    bool cancelled() const override { return --m_left < 0; }
    std::atomic<int> reports{0};

private:
    mutable std::atomic<int> m_left;
};

}  // namespace nodewise::test
