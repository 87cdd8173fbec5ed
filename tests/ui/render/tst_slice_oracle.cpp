#include "support/neck_phantom.h"
#include "volume/slice_render.h"
#include <QtTest>
#include <array>
#include <cmath>
#include <cstring>
#include <random>
#include <vtkImageData.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>

using namespace nodewise;

namespace {

constexpr ImageSize kSize{160, 140};
constexpr double kOutside = -3000;

/// Slices of an axis-aligned volume by VTK. Its border differs: it has no value from the outermost
/// voxel centres on.
class Reslice {
public:
    explicit Reslice(const CtVolume& volume)
        : m_grid(volume.geometry()) {
        m_image->SetDimensions(m_grid.dims().data());
        m_image->SetSpacing(m_grid.spacing().data());
        m_image->SetOrigin(m_grid.origin().x, m_grid.origin().y, m_grid.origin().z);
        m_image->AllocateScalars(VTK_FLOAT, 1);
        auto* to = static_cast<float*>(m_image->GetScalarPointer());
        for (const std::int16_t value : volume.int16Voxels())
            *to++ = value;
    }

    std::vector<float> operator()(const SlicePlane& plane) const {
        const std::array<VectorLps, 3> columns{normalized(plane.right), normalized(plane.down),
                                               plane.normal()};
        vtkNew<vtkMatrix4x4> axes;
        for (int c = 0; c < 3; ++c) {
            const VectorLps v = columns[static_cast<std::size_t>(c)];
            axes->SetElement(0, c, v.x);
            axes->SetElement(1, c, v.y);
            axes->SetElement(2, c, v.z);
        }
        axes->SetElement(0, 3, plane.origin.x);
        axes->SetElement(1, 3, plane.origin.y);
        axes->SetElement(2, 3, plane.origin.z);
        vtkNew<vtkImageReslice> filter;
        filter->SetInputData(m_image);
        filter->SetResliceAxes(axes);
        filter->SetOutputDimensionality(2);
        filter->SetOutputOrigin(0, 0, 0);
        filter->SetOutputSpacing(length(plane.right), length(plane.down), 1);
        filter->SetOutputExtent(0, kSize.width - 1, 0, kSize.height - 1, 0, 0);
        filter->SetInterpolationModeToLinear();
        filter->SetBackgroundLevel(kOutside);
        filter->SetBorder(0);
        filter->SetNumberOfThreads(1);
        filter->Update();
        const auto* from = static_cast<const float*>(filter->GetOutput()->GetScalarPointer());
        return {from, from + kSize.width * kSize.height};
    }

private:
    GridGeometry m_grid;
    vtkNew<vtkImageData> m_image;
};

}  // namespace

class TestSliceOracle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithVtkImageReslice();
};

void TestSliceOracle::agreesWithVtkImageReslice() {
    const auto phantom = test::makeNeckPhantom();
    const Reslice reslice(*phantom.volume);
    std::mt19937 random(23);
    std::normal_distribution<double> normal;
    std::size_t compared = 0;
    for (int n = 0; n < 40; ++n) {
        VectorLps u = normalized({normal(random), normal(random), normal(random)});
        VectorLps v = normalized(cross(u, {normal(random), normal(random), normal(random)}));
        if (n < 3) {  // The three standard planes.
            u = n == 2 ? VectorLps{0, 1, 0} : VectorLps{1, 0, 0};
            v = n == 0 ? VectorLps{0, 1, 0} : VectorLps{0, 0, -1};
        }
        const double mm = 0.6 + 0.02 * n;
        const PointLps centre =
            PointLps{} + VectorLps{normal(random), normal(random), normal(random)} * 15;
        const SlicePlane plane{centre - u * (mm * 80) - v * (mm * 70), u * mm, v * mm};
        std::vector<float> ours(static_cast<std::size_t>(kSize.width * kSize.height));
        sampleSlice(*phantom.volume, plane, kSize, {}, ours, static_cast<float>(kOutside));
        const std::vector<float> theirs = reslice(plane);
        for (std::size_t p = 0; p < ours.size(); ++p) {
            if (theirs[p] == static_cast<float>(kOutside))
                continue;  // Outside for VTK; our border reaches half a voxel farther.
            ++compared;
            // Steps of up to 1700 HU between neighbours, float coordinates in both.
            QVERIFY2(std::abs(ours[p] - theirs[p]) < 0.25F,
                     qPrintable(QStringLiteral("plane %1 pixel %2: %3 and %4")
                                    .arg(n)
                                    .arg(p)
                                    .arg(static_cast<double>(ours[p]))
                                    .arg(static_cast<double>(theirs[p]))));
        }
    }
    QVERIFY(compared > 300000);
}

QTEST_APPLESS_MAIN(TestSliceOracle)
#include "tst_slice_oracle.moc"
