#include "bench/gl_slice_peer.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vtkCamera.h>
#include <vtkImageData.h>
#include <vtkImageProperty.h>
#include <vtkImageResliceMapper.h>
#include <vtkImageSlice.h>
#include <vtkImageSliceMapper.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

namespace nodewise {

struct GlSlicePeer::Parts {
    vtkNew<vtkImageData> image;
    vtkNew<vtkPlane> plane;
    vtkNew<vtkImageSliceMapper> slices;
    vtkNew<vtkImageResliceMapper> reslice;
    vtkNew<vtkImageSlice> actor;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkRenderWindow> window;
    PointLps centre;
    VectorLps normal;
    bool axial = false;
    int turn = 0;

    void setImage(const CtVolume& volume);
    void setCamera(const SlicePlane& at);
};

void GlSlicePeer::Parts::setImage(const CtVolume& volume) {
    const GridGeometry& grid = volume.geometry();
    image->SetDimensions(grid.dims().data());
    image->SetSpacing(grid.spacing().data());
    image->AllocateScalars(VTK_SHORT, 1);
    const auto voxels = volume.int16Voxels();
    std::memcpy(image->GetScalarPointer(), voxels.data(), voxels.size_bytes());
}

/// The frame's field of view, seen from the front of the plane.
void GlSlicePeer::Parts::setCamera(const SlicePlane& at) {
    normal = at.normal();
    centre = at.origin + at.right * 512.0 + at.down * 512.0;
    vtkCamera* camera = renderer->GetActiveCamera();
    camera->ParallelProjectionOn();
    camera->SetParallelScale(length(at.down) * 512);
    const PointLps eye = centre - normal * 500.0;
    camera->SetFocalPoint(centre.x, centre.y, centre.z);
    camera->SetPosition(eye.x, eye.y, eye.z);
    camera->SetViewUp(-at.down.x, -at.down.y, -at.down.z);
    camera->SetClippingRange(1, 1000);
}

GlSlicePeer::GlSlicePeer()
    : m_parts(std::make_unique<Parts>()) {}

GlSlicePeer::~GlSlicePeer() = default;

std::unique_ptr<GlSlicePeer> GlSlicePeer::make(const CtVolume& volume, const SlicePlane& plane,
                                               bool axial) {
    // VTK's window of this platform ends the program when it finds no display.
    if (std::getenv("DISPLAY") == nullptr)
        return nullptr;
    std::unique_ptr<GlSlicePeer> peer(new GlSlicePeer);
    Parts& parts = *peer->m_parts;
    parts.axial = axial;
    parts.setImage(volume);
    if (axial) {
        parts.slices->SetInputData(parts.image);
        parts.slices->SetOrientationToZ();
        parts.actor->SetMapper(parts.slices);
    } else {
        parts.reslice->SetInputData(parts.image);
        parts.reslice->SetSlicePlane(parts.plane);
        parts.actor->SetMapper(parts.reslice);
    }
    parts.actor->GetProperty()->SetColorWindow(350);
    parts.actor->GetProperty()->SetColorLevel(60);
    parts.actor->GetProperty()->SetInterpolationTypeToLinear();
    parts.renderer->AddViewProp(parts.actor);
    parts.window->SetOffScreenRendering(1);
    parts.window->SetMultiSamples(0);
    parts.window->SetSize(1024, 1024);
    parts.window->AddRenderer(parts.renderer);
    parts.setCamera(plane);
    peer->frame();
    return peer;
}

void GlSlicePeer::frame() {
    Parts& parts = *m_parts;
    parts.turn = (parts.turn + 1) % 8;
    if (parts.axial) {
        parts.slices->SetSliceNumber(70 + parts.turn);
    } else {
        const PointLps at = parts.centre + parts.normal * (parts.turn * 0.5);
        parts.plane->SetOrigin(at.x, at.y, at.z);
        parts.plane->SetNormal(parts.normal.x, parts.normal.y, parts.normal.z);
    }
    parts.window->Render();
    parts.window->WaitForCompletion();
}

}  // namespace nodewise
