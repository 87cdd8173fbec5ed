#include "ui/render/gl_canvas.h"
#include "ui/render/volume_actor.h"
#include "ui/widgets/theme.h"
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <array>
#include <vtkActor.h>
#include <vtkCallbackCommand.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkCommand.h>
#include <vtkContourFilter.h>
#include <vtkDoubleArray.h>
#include <vtkFloatArray.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkLight.h>
#include <vtkLookupTable.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>

namespace nodewise::render {
namespace {

vtkNew<vtkPolyData> toPolyData(const BuiltSurface& surface) {
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    vtkNew<vtkFloatArray> normals;
    normals->SetNumberOfComponents(3);
    for (std::size_t n = 0; n < surface.mesh.vertices.size(); ++n) {
        const PointLps p = surface.mesh.vertices[n];
        const VectorLps v = surface.normals[n];
        points->InsertNextPoint(p.x, p.y, p.z);
        normals->InsertNextTuple3(v.x, v.y, v.z);
    }
    vtkNew<vtkCellArray> cells;
    for (const auto& triangle : surface.mesh.triangles) {
        const std::array<vtkIdType, 3> ids{triangle[0], triangle[1], triangle[2]};
        cells->InsertNextCell(3, ids.data());
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetPolys(cells);
    data->GetPointData()->SetNormals(normals);
    if (!surface.values.empty()) {
        vtkNew<vtkDoubleArray> values;
        for (const double value : surface.values)
            values->InsertNextValue(value);
        data->GetPointData()->SetScalars(values);
    }
    return data;
}

vtkNew<vtkLookupTable> rampTable(const BuiltScene& scene) {
    constexpr int steps = 128;
    vtkNew<vtkLookupTable> table;
    table->SetNumberOfTableValues(steps);
    table->SetRange(scene.rampLowMm, scene.rampHighMm);
    for (int n = 0; n < steps; ++n) {
        const QColor colour = widgets::image::viridis(n / (steps - 1.0));
        table->SetTableValue(n, colour.redF(), colour.greenF(), colour.blueF(), 1);
    }
    // Where no width could be fitted the surface is plain, not VTK's dark red.
    table->SetNanColor(0.55, 0.57, 0.6, 1);
    return table;
}

vtkNew<vtkActor> surfaceActor(const BuiltSurface& surface, vtkPolyData* data,
                              const BuiltScene& scene) {
    const SurfaceLook look = lookOf(surface.kind);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->SetScalarVisibility(surface.values.empty() ? 0 : 1);
    if (!surface.values.empty()) {
        mapper->SetLookupTable(rampTable(scene));
        mapper->UseLookupTableScalarRangeOn();
        mapper->InterpolateScalarsBeforeMappingOn();
    }
    vtkNew<vtkActor> actor;
    actor->SetMapper(mapper);
    vtkProperty* property = actor->GetProperty();
    property->SetColor(look.colour.redF(), look.colour.greenF(), look.colour.blueF());
    property->SetOpacity(look.opacity);
    property->SetAmbient(0.12);
    property->SetDiffuse(0.85);
    property->SetSpecular(0.15);
    property->SetSpecularPower(20);
    // Closed surfaces: the far side behind a see-through one would only add murk.
    property->SetBackfaceCulling(look.opacity < 1 ? 1 : 0);
    return actor;
}

/// The white line where the values cross `mm`.
vtkNew<vtkActor> lineActor(vtkPolyData* data, double mm) {
    vtkNew<vtkContourFilter> line;
    line->SetInputData(data);
    line->SetValue(0, mm);
    line->Update();
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(line->GetOutput());
    mapper->ScalarVisibilityOff();
    mapper->SetRelativeCoincidentTopologyLineOffsetParameters(0, -8);
    vtkNew<vtkActor> actor;
    actor->SetMapper(mapper);
    actor->GetProperty()->SetColor(1, 1, 1);
    actor->GetProperty()->SetLineWidth(2);
    actor->GetProperty()->LightingOff();
    return actor;
}

}  // namespace

class GlCanvas::Private {
public:
    explicit Private(GlCanvas& owner)
        : canvas(owner) {
        window->SetReadyForRendering(false);
        window->SetOwnContext(0);
        window->SetMultiSamples(0);
        window->SetFrameBlitModeToNoBlit();
        window->AddRenderer(renderer);
        renderer->SetBackground(0, 0, 0);
        observer->SetClientData(this);
        observer->SetCallback(&Private::onWindowEvent);
        for (const auto event :
             {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
              vtkCommand::WindowIsDirectEvent, vtkCommand::WindowSupportsOpenGLEvent})
            window->AddObserver(event, observer);
    }
    ~Private() { window->RemoveObserver(observer); }

    static void onWindowEvent(vtkObject*, unsigned long event, void* self, void* data) {
        auto& d = *static_cast<Private*>(self);
        switch (event) {
        case vtkCommand::WindowMakeCurrentEvent:
            d.makeCurrent();
            break;
        case vtkCommand::WindowIsCurrentEvent:
            *static_cast<bool*>(data) = d.isCurrent();
            break;
        case vtkCommand::WindowIsDirectEvent:
        case vtkCommand::WindowSupportsOpenGLEvent:
            *static_cast<int*>(data) = 1;
            break;
        default:
            break;
        }
    }

    [[nodiscard]] bool isCurrent() const {
        return canvas.context() != nullptr && QOpenGLContext::currentContext() == canvas.context();
    }
    /// Never the widget's own makeCurrent(): that binds Qt's framebuffer behind VTK's back.
    void makeCurrent() const {
        if (!isCurrent() && canvas.context() != nullptr && surface != nullptr)
            canvas.context()->makeCurrent(surface);
    }
    void placeCamera() {
        const PointLps at = camera.position();
        const VectorLps up = camera.up();
        vtkCamera* eye = renderer->GetActiveCamera();
        eye->SetFocalPoint(camera.focus.x, camera.focus.y, camera.focus.z);
        eye->SetPosition(at.x, at.y, at.z);
        eye->SetViewUp(up.x, up.y, up.z);
        eye->SetViewAngle(camera.viewAngleDeg);
        renderer->ResetCameraClippingRange();
    }
    void copyTo(GLuint framebuffer, QSize size);

    GlCanvas& canvas;
    QSurface* surface = nullptr;
    std::unique_ptr<VolumeActor> volume;
    const std::vector<std::int16_t>* volumeValues = nullptr;
    Turntable camera;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkCallbackCommand> observer;
};

void GlCanvas::Private::copyTo(GLuint framebuffer, QSize size) {
    vtkOpenGLState* state = window->GetState();
    state->PushFramebufferBindings();
    vtkOpenGLFramebufferObject* picture = window->GetDisplayFramebuffer();
    picture->Bind(vtkOpenGLFramebufferObject::GetReadMode());
    picture->ActivateReadBuffer(0);
    state->vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    QOpenGLExtraFunctions* gl = canvas.context()->extraFunctions();
    gl->glDisable(GL_SCISSOR_TEST);
    gl->glBlitFramebuffer(0, 0, size.width(), size.height(), 0, 0, size.width(), size.height(),
                          GL_COLOR_BUFFER_BIT, GL_NEAREST);
    // VTK leaves its own alpha; the window behind must not shine through.
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0, 0, 0, 1);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->PopFramebufferBindings();
}

GlCanvas::GlCanvas(QWidget* parent)
    : QOpenGLWidget(parent)
    , d(std::make_unique<Private>(*this)) {
    setObjectName(QStringLiteral("glCanvas"));
    setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
    setFocusPolicy(Qt::NoFocus);
}

GlCanvas::~GlCanvas() {
    releaseContext();
}

void GlCanvas::releaseContext() {
    if (d->surface == nullptr)
        return;
    d->makeCurrent();
    d->window->Finalize();
    d->window->SetReadyForRendering(false);
    d->surface = nullptr;
    if (context() != nullptr) {
        disconnect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlCanvas::releaseContext);
        doneCurrent();
    }
}

void GlCanvas::initializeGL() {
    releaseContext();
    d->surface = context()->surface();
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlCanvas::releaseContext,
            Qt::UniqueConnection);
    d->window->SetForceMaximumHardwareLineWidth(1);
    d->window->SetReadyForRendering(true);
    d->window->SetMapped(1);
    d->window->SetOwnContext(0);
    d->window->OpenGLInitContext();
}

void GlCanvas::resizeGL(int width, int height) {
    const double ratio = devicePixelRatioF();
    d->window->SetSize(std::max(1, qRound(width * ratio)), std::max(1, qRound(height * ratio)));
    d->window->SetDPI(qRound(72 * ratio));
}

void GlCanvas::paintGL() {
    vtkOpenGLState* state = d->window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    d->placeCamera();
    d->window->Render();
    const int* size = d->window->GetSize();
    d->copyTo(defaultFramebufferObject(), {size[0], size[1]});
    state->Pop();
}

void GlCanvas::setScene(const BuiltScene& scene) {
    if (d->surface != nullptr)
        d->makeCurrent();  // Old actors give their buffers back.
    d->renderer->RemoveAllViewProps();
    if (d->volume)
        d->renderer->AddVolume(d->volume->prop());
    for (const BuiltSurface& surface : scene.surfaces) {
        const vtkNew<vtkPolyData> shape = toPolyData(surface);
        d->renderer->AddActor(surfaceActor(surface, shape, scene));
        if (scene.lineAtMm > 0 && !surface.values.empty())
            d->renderer->AddActor(lineActor(shape, scene.lineAtMm));
    }
    update();
}

void GlCanvas::setVolume(const VolumeBlock& block, VolumeLook look, VolumeMethod method) {
    if (d->surface != nullptr)
        d->makeCurrent();
    const bool wanted = !block.empty() && look != VolumeLook::None;
    if (d->volume && (!wanted || d->volumeValues != block.values.get())) {
        d->renderer->RemoveVolume(d->volume->prop());
        d->volume.reset();
    }
    d->volumeValues = wanted ? block.values.get() : nullptr;
    if (wanted && !d->volume) {
        d->volume = std::make_unique<VolumeActor>(block, method);
        d->renderer->AddVolume(d->volume->prop());
    }
    if (wanted)
        d->volume->setLook(look);
    update();
}

void GlCanvas::setDraft(bool draft) {
    if (!d->volume)
        return;
    d->volume->setDraft(draft, devicePixelRatioF());
    update();
}

void GlCanvas::setCamera(const Turntable& camera) {
    d->camera = camera;
    update();
}

}  // namespace nodewise::render
