#include "ui/viewer/slice_view.h"
#include "ui/viewer/paint_furniture.h"
#include "ui/viewer/slice_job.h"
#include "ui/viewer/slice_tool.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/theme.h"
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace nodewise::viewer {
namespace {

/// A picture that took longer than this is made in the background next time.
constexpr double kSlowMs = 24;

QString objectNameOf(ViewPlane plane) {
    switch (plane) {
    case ViewPlane::Axial:
        return QStringLiteral("sliceViewAxial");
    case ViewPlane::Coronal:
        return QStringLiteral("sliceViewCoronal");
    case ViewPlane::Sagittal:
        break;
    }
    return QStringLiteral("sliceViewSagittal");
}

/// The same gray picture: only what is drawn over it differs.
bool sameImage(const SliceScene& a, const SliceScene& b) {
    return a.volume == b.volume && a.view == b.view && a.cursor == b.cursor &&
           a.window == b.window && a.slab == b.slab && a.colours == b.colours &&
           a.fusion == b.fusion && a.size == b.size && a.devicePixelRatio == b.devicePixelRatio;
}

}  // namespace

SliceView::SliceView(ViewerModel* model, ViewPlane plane, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_plane(plane)
    , m_job(std::make_unique<SliceJob>())
    , m_tool(std::make_unique<SliceTool>(*model, *this)) {
    setPlane(plane);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu);
    connect(model, &ViewerModel::pictureChanged, this, &SliceView::refresh);
    connect(model, &ViewerModel::toolChanged, this, [this] { m_tool->followTool(); });
    connect(m_job.get(), &SliceJob::ready, this, &SliceView::takeImage);
}

SliceView::~SliceView() = default;

void SliceView::setPlane(ViewPlane plane) {
    m_plane = plane;
    setObjectName(objectNameOf(plane));
    setAccessibleName(tr("%1 view").arg(planeName(plane)));
    refresh();
}

void SliceView::setLarge(bool large) {
    m_large = large;
    refresh();
}

void SliceView::setTextShown(bool shown) {
    m_textShown = shown;
    refresh();
}

SliceScene SliceView::currentScene() const {
    SliceScene scene = sceneOf(*m_model, m_plane, size(), devicePixelRatioF());
    scene.large = m_large;
    scene.textShown = m_textShown;
    scene.draft = m_tool->draft();
    scene.stroke = m_tool->stroke();
    scene.strokeMm = m_tool->strokeMm();
    scene.strokeErases = m_tool->erases();
    return scene;
}

PointLps SliceView::patientPointAt(QPointF pixel) const {
    return m_model->planeOf(m_plane, size()).toPatient({pixel.x(), pixel.y()});
}

QPointF SliceView::pixelOf(PointLps point) const {
    const PixelPoint at = m_model->planeOf(m_plane, size()).toPixel(point);
    return {at.x, at.y};
}

std::optional<double> SliceView::valueAt(QPointF pixel) const {
    if (!m_model->volume())
        return std::nullopt;
    return m_model->valueAt(patientPointAt(pixel));
}

QImage SliceView::exportImage(QSize pictureSize, double devicePixelRatio) const {
    SliceScene scene = currentScene();
    scene.size = pictureSize;
    scene.devicePixelRatio = devicePixelRatio;
    scene.large = true;
    scene.active = false;
    scene.draft.reset();
    scene.stroke.clear();
    return pictureOf(scene);
}

bool SliceView::pending() const {
    return m_job->busy();
}

// ---- painting ----------------------------------------------------------------------------------

void SliceView::refresh() {
    describe();
    update();
}

void SliceView::describe() {
    // Cheap when nothing listens; QWidget tells assistive programs only about a
    // real change.
    const SliceScene scene = sceneOf(*m_model, m_plane, size(), 1);
    QString words = spokenSlice(scene);
    if (const auto value = m_model->valueAt(m_model->cursor()))
        words += QStringLiteral(", ") + tr("value at the cursor %1").arg(std::lround(*value));
    if (words != accessibleDescription())
        setAccessibleDescription(words);
}

void SliceView::takeImage(const QImage& image, const SliceScene& scene, double ms) {
    m_lastMs = ms;
    m_image = image;
    m_shown = scene;
    update();
}

void SliceView::paintEvent(QPaintEvent*) {
    const SliceScene now = currentScene();
    QPainter painter(this);
    if (!sameImage(now, m_shown) || m_image.isNull()) {
        if (m_lastMs > kSlowMs) {
            m_job->request(now);
        } else {
            m_job->drop();
            QElapsedTimer timer;
            timer.start();
            m_image = renderImage(now);
            m_lastMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            m_shown = now;
        }
    }
    // Lines and texts belong to the picture below them, also while a newer one is
    // in work.
    SliceScene scene = now;
    scene.volume = m_shown.volume;
    scene.view = m_shown.view;
    scene.cursor = m_shown.cursor;
    scene.window = m_shown.window;
    scene.windowName = m_shown.windowName;
    scene.slab = m_shown.slab;
    const bool fits = m_shown.size == now.size && !m_image.isNull();
    if (fits)
        paintScene(painter, scene, m_image);
    else
        painter.fillRect(rect(), Qt::black);
    if (m_loupe && fits)
        paintLoupe(painter);
    if (m_model->activePlane() == m_plane && m_model->volume()) {
        painter.setPen(widgets::Theme::of(this).edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    Q_EMIT painted();
}

/// A round glass at the pointer: two and a half times as large, sampled anew
/// from the volume.
void SliceView::paintLoupe(QPainter& painter) const {
    constexpr int side = 180;
    constexpr double power = 2.5;
    SliceScene scene = m_shown;
    scene.size = {side, side};
    const double mm = mmPerPixelOf(m_shown.volume->geometry(), m_shown.view, size()) / power;
    const VectorLps from = patientPointAt(m_pointer) - m_shown.volume->geometry().centre();
    scene.view.fieldMm = mm * side;
    scene.view.panRightMm = dot(from, scene.view.directions.right);
    scene.view.panDownMm = dot(from, scene.view.directions.down);
    QPainterPath glass;
    glass.addEllipse(m_pointer, side / 2.0, side / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(glass);
    painter.drawImage(m_pointer - QPointF(side / 2.0, side / 2.0), renderImage(scene));
    painter.restore();
    painter.setPen(QPen(widgets::image::kText, 1.5));
    painter.drawPath(glass);
}

void SliceView::setLoupe(bool shown) {
    if (m_loupe == shown)
        return;
    m_loupe = shown;
    update();
}

void SliceView::keyReleaseEvent(QKeyEvent* event) {
    const KeyPlace loupe = ViewerHabits::instance().keys().key(ViewerCommand::Loupe);
    // Shift may have been let go before the key itself.
    const bool same =
        loupe.key != 0 ? event->key() == loupe.key : letterOfKey(*event) == loupe.letter;
    if (m_loupe && !event->isAutoRepeat() && same)
        return setLoupe(false);
    QWidget::keyReleaseEvent(event);
}

void SliceView::resizeEvent(QResizeEvent*) {
    refresh();
}

// ---- mouse -------------------------------------------------------------------------------------

void SliceView::stepByWheel(const QWheelEvent& event) {
    m_wheelRest += event.angleDelta().y();
    const int steps = m_wheelRest / 120;
    m_wheelRest -= steps * 120;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        m_model->zoomBy(m_plane, std::pow(1.15, steps), event.position(), size());
    else
        m_model->stepSlices(m_plane, steps);
}

void SliceView::wheelEvent(QWheelEvent* event) {
    stepByWheel(*event);
    event->accept();
}

QPointF SliceView::placeOf(const QMouseEvent& event) const {
    // An event names the pixel's corner; the person points at its middle.
    const double half = 0.5 / devicePixelRatioF();
    return event.position() + QPointF(half, half);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
    m_model->setActivePlane(m_plane);
    m_tool->press(placeOf(*event), event->button(), event->modifiers().testFlag(Qt::ShiftModifier));
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = placeOf(*event);
    m_pointer = at;
    if (m_loupe)
        update();
    m_tool->move(at);
    if (event->buttons() == Qt::NoButton)
        setCursor(m_tool->cursorAt(at));
    if (m_model->volume())
        Q_EMIT hovered(patientPointAt(at), valueAt(at));
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
    m_tool->release(placeOf(*event), event->button());
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_tool->closeLine())
        Q_EMIT maximiseRequested();
}

void SliceView::leaveEvent(QEvent*) {
    unsetCursor();
    setLoupe(false);
}

void SliceView::focusInEvent(QFocusEvent* event) {
    m_model->setActivePlane(m_plane);
    QWidget::focusInEvent(event);
}

}  // namespace nodewise::viewer
