#include "casepack/volume_cache.h"
#include "serial/file_io.h"
#include <QTemporaryDir>
#include <QTest>
#include <chrono>

using namespace nodewise;
using namespace nodewise::casepack;
namespace fs = std::filesystem;

namespace {

VolumePtr noise(unsigned seed) {
    CtVolume::Int16Voxels voxels(20 * 20 * 20);
    for (auto& voxel : voxels)
        voxel = static_cast<std::int16_t>((seed = seed * 1664525U + 1013904223U) >> 20U);
    return *CtVolume::create(GridGeometry::axisAligned({20, 20, 20}, {1, 1, 1}), std::move(voxels));
}

}  // namespace

class TestVolumeCache : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    NullJobControl m_job;
    [[nodiscard]] fs::path folder() const { return fs::path(m_dir->path().toStdString()) / "c"; }
    /// As if the file had been used that many minutes ago.
    void age(const char* key, int minutes) const {
        fs::last_write_time(folder() / (std::string(key) + ".nrrd"),
                            fs::file_time_type::clock::now() - std::chrono::minutes(minutes));
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatItKept() {
        const VolumeCache cache(folder());
        QVERIFY(!cache.find("a", m_job));
        cache.keep("a", *noise(1));
        QVERIFY(std::ranges::equal(cache.find("a", m_job)->int16Voxels(), noise(1)->int16Voxels()));
    }

    void forgetsTheLeastRecentlyUsed() {
        const VolumeCache cache(folder());
        cache.keep("a", *noise(1));
        const auto bytes = fs::file_size(folder() / "a.nrrd");
        cache.keep("b", *noise(2));
        age("a", 30);
        age("b", 20);
        QVERIFY(cache.find("a", m_job));  // Used now: "b" is the oldest.
        const VolumeCache small(folder(), bytes * 5 / 2);
        small.keep("c", *noise(3));
        QVERIFY(small.find("a", m_job));
        QVERIFY(!small.find("b", m_job));
        QVERIFY(small.find("c", m_job));
    }

    void makesDamagedFilesAnew() {
        const VolumeCache cache(folder());
        cache.keep("a", *noise(1));
        std::string bytes = *serial::readFile(folder() / "a.nrrd");
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
        QVERIFY(serial::writeFileAtomically(folder() / "a.nrrd", bytes).has_value());
        QVERIFY(!cache.find("a", m_job));
        QVERIFY(!fs::exists(folder() / "a.nrrd"));
    }

    void keepsNothingWithoutAFolder() {
        const VolumeCache cache({});
        cache.keep("a", *noise(1));
        QVERIFY(!cache.find("a", m_job));
    }
};

QTEST_APPLESS_MAIN(TestVolumeCache)
#include "tst_volume_cache.moc"
