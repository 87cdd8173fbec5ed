/// gl_slice_peer.h: frames of VTK's OpenGL slices, the peer of `bench_slices`.
#pragma once
#include "volume/ct_volume.h"
#include "volume/slice_plane.h"
#include <memory>

namespace nodewise {

/// A hidden window of 1024 × 1024 that shows a plane of a volume; every frame moves the plane by a
/// little, as a wheel would, so that nothing is taken from a cache.
class GlSlicePeer {
public:
    /// Axial planes by vtkImageSliceMapper, all others by vtkImageResliceMapper. Null without GL.
    static std::unique_ptr<GlSlicePeer> make(const CtVolume& volume, const SlicePlane& plane,
                                             bool axial);
    ~GlSlicePeer();
    GlSlicePeer(const GlSlicePeer&) = delete;
    GlSlicePeer& operator=(const GlSlicePeer&) = delete;

    /// Draws the next frame and waits until it is finished.
    void frame();

private:
    GlSlicePeer();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace nodewise
