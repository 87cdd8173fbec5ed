#include "ui/render/volume_actor.h"
#include <algorithm>
#include <vtkColorTransferFunction.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPointData.h>
#include <vtkShortArray.h>
#include <vtkSmartPointer.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

namespace nodewise::render {
namespace {

/// Of a picture of a moment: one ray for so many pixels a side, steps so many times as long.
constexpr double kDraftRays = 3, kDraftSteps = 2;

vtkNew<vtkImageData> imageOf(const VolumeBlock& block) {
    vtkNew<vtkShortArray> scalars;
    // VTK only reads; the block keeps the values alive.
    scalars->SetArray(const_cast<short*>(block.values->data()),
                      static_cast<vtkIdType>(block.values->size()), 1);
    vtkNew<vtkImageData> image;
    image->SetDimensions(block.dims.data());
    image->SetSpacing(block.spacing.data());
    image->GetPointData()->SetScalars(scalars);
    return image;
}

vtkNew<vtkMatrix4x4> placeOf(const VolumeBlock& block) {
    vtkNew<vtkMatrix4x4> place;
    for (int column = 0; column < 3; ++column) {
        const VectorLps axis = block.axes[static_cast<std::size_t>(column)];
        place->SetElement(0, column, axis.x);
        place->SetElement(1, column, axis.y);
        place->SetElement(2, column, axis.z);
    }
    place->SetElement(0, 3, block.origin.x);
    place->SetElement(1, 3, block.origin.y);
    place->SetElement(2, 3, block.origin.z);
    return place;
}

}  // namespace

class VolumeActor::Private {
public:
    VolumeBlock block;
    double stepMm = 1;
    vtkNew<vtkVolume> volume;
    vtkSmartPointer<vtkFixedPointVolumeRayCastMapper> processor;
    vtkSmartPointer<vtkGPUVolumeRayCastMapper> card;
};

VolumeActor::VolumeActor(const VolumeBlock& block, VolumeMethod method)
    : d(std::make_unique<Private>()) {
    d->block = block;
    d->stepMm = *std::ranges::min_element(block.spacing) / 2;
    const vtkNew<vtkImageData> image = imageOf(block);
    if (method == VolumeMethod::Processor) {
        d->processor = vtkSmartPointer<vtkFixedPointVolumeRayCastMapper>::New();
        d->processor->SetInputData(image);
        d->processor->AutoAdjustSampleDistancesOff();
        d->volume->SetMapper(d->processor);
    } else {
        d->card = vtkSmartPointer<vtkGPUVolumeRayCastMapper>::New();
        d->card->SetInputData(image);
        d->card->AutoAdjustSampleDistancesOff();
        d->volume->SetMapper(d->card);
    }
    d->volume->SetUserMatrix(placeOf(block));
    setDraft(false, 1);
}

VolumeActor::~VolumeActor() = default;

vtkProp* VolumeActor::prop() const {
    return d->volume;
}

void VolumeActor::setLook(VolumeLook look) {
    vtkNew<vtkColorTransferFunction> colours;
    vtkNew<vtkPiecewiseFunction> opacity;
    for (const LookPoint& point : pointsOf(look)) {
        colours->AddRGBPoint(point.hu, point.colour.redF(), point.colour.greenF(),
                             point.colour.blueF());
        opacity->AddPoint(point.hu, point.opacity);
    }
    vtkVolumeProperty* property = d->volume->GetProperty();
    property->SetColor(colours);
    property->SetScalarOpacity(opacity);
    property->SetScalarOpacityUnitDistance(1);
    property->SetInterpolationTypeToLinear();
    property->ShadeOn();
    property->SetAmbient(0.2);
    property->SetDiffuse(0.8);
    property->SetSpecular(0.1);
    property->SetSpecularPower(10);
}

void VolumeActor::setDraft(bool draft, double pixelRatio) {
    const double rays = draft ? kDraftRays * pixelRatio : std::max(1.0, pixelRatio);
    const double step = draft ? d->stepMm * kDraftSteps : d->stepMm;
    if (d->processor) {
        d->processor->SetImageSampleDistance(static_cast<float>(rays));
        d->processor->SetSampleDistance(static_cast<float>(step));
    } else {
        d->card->SetImageSampleDistance(static_cast<float>(rays));
        d->card->SetSampleDistance(static_cast<float>(step));
    }
}

}  // namespace nodewise::render
