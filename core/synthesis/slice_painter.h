/// slice_painter.h: distances become HU, pixel by pixel, with partial volume.
#pragma once
#include "synthesis/slice_evaluator.h"
#include "synthesis/slice_plane.h"
#include "synthesis/tissue_texture.h"
#include "synthesis/vessel_filling.h"
#include <vector>

namespace nodewise::synthesis {

/// Draws slices of one scene; one a thread.
class SlicePainter {
public:
    /// `columns` (even) is how many pixels a side the pictures have; 0 = as the scanner.
    explicit SlicePainter(const Scene& scene, int columns = 0);
    [[nodiscard]] int columns() const { return m_columns; }

    /// Mean of two sub-slices (four above 2 mm) about the plane, before kernel and noise: one HU a
    /// pixel.
    void paint(const SlicePlane& plane, std::vector<float>& hu);

    /// Labels at the voxel centres of the plane: 0 background, 1 + node index, or
    /// kFirstPartLabel + PartSide.
    void label(const SlicePlane& plane, std::vector<std::uint16_t>& labels);

    static constexpr std::uint16_t kFirstPartLabel = 100;

private:
    [[nodiscard]] SliceGrid coarseGrid(const SlicePlane& plane) const;
    void paintSubSlice(float weight, const SlicePlane& plane, std::vector<float>& hu);
    float startRow(const SlicePlane& plane, int row);
    void paintRow(float weight, float x0, float y, float* hu);
    void spreadRow(int row);
    void spread(const float* plane, float t, float* out) const;
    [[nodiscard]] float pixel(std::size_t i, float x, float y) const;
    [[nodiscard]] float fatAt(std::size_t i, float x, float y) const;
    [[nodiscard]] float scarAt(float x, float y) const;
    [[nodiscard]] float nodeCover(std::size_t i, float x, float y, float d) const;
    [[nodiscard]] std::uint16_t coverOf(std::size_t i, float x, float y) const;
    void fillFibres(const SlicePlane& plane);
    void drawFibre(const Fibre& fibre, const SlicePlane& plane);
    [[nodiscard]] std::uint8_t idAt(Field f, std::size_t i) const;

    const Scene* m_scene;
    TissueTexture m_texture;
    float m_pixel;
    int m_columns;
    bool m_metal;  ///< Crowns are metal.
    VesselFilling m_vessels;
    float m_skinMm;  ///< Thick after radiotherapy.
    FieldSlice m_fields;
    std::array<std::vector<float>, kFieldCount> m_row;
    std::array<bool, kFieldCount> m_active{};
    std::vector<float> m_between;  ///< 1 in the planes between muscles of the nape, where m_planes.
    bool m_planes = false;
    std::vector<float> m_tone;  ///< HU to add to muscle, where m_toned.
    bool m_toned = false;
    std::vector<float> m_fibre;  ///< Weight of strands, one a pixel.
    bool m_hasFibres = false;
    float m_z = 0;       ///< Of the row at work.
    float m_height = 0;  ///< The same in the straight neck.
    int m_coarseRow = 0;
    std::size_t m_fineRow = 0;
};

}  // namespace nodewise::synthesis
