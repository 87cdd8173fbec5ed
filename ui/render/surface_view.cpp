#include "ui/render/surface_view.h"
#include "ui/render/pick.h"
#include "ui/render/surface_view_private.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QtConcurrentRun>
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::render {
namespace {

/// A hand that only wanted to click moves less.
constexpr double kStillPx = 3;
constexpr double kDegreesAPixel = 0.5, kKeyDegrees = 10, kZoomStep = 1.15;
/// The node fills this share of the picture at first.
constexpr double kOpeningShare = 0.62;
/// Of the button in the corner, px.
constexpr int kEdge = 8, kBelowWords = 30;

QString sentenceOf(GlProblem problem) {
    switch (problem) {
    case GlProblem::SwitchedOff:
        return SurfaceView::tr(
            "3‑D is switched off. Slices, measurements and feedback work as usual.");
    case GlProblem::TooOld:
        return SurfaceView::tr(
            "3‑D needs OpenGL 3.2. This display offers less; everything else works.");
    case GlProblem::Platform:
    case GlProblem::NoContext:
        break;
    case GlProblem::None:
        return {};
    }
    return SurfaceView::tr(
        "This display has no OpenGL, so there is no 3‑D view. Everything else works.");
}

}  // namespace

SurfaceView::SurfaceView(const GlSupport& support, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>()) {
    setObjectName(QStringLiteral("surfaceView"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Node surface in 3‑D"));
    if (support.available()) {
        d->canvas = new GlCanvas(this);
        d->overlay = new SurfaceOverlay(this);
        d->method = methodFor(support);
        buildLooks();
        return;
    }
    d->placeholder = new QLabel(sentenceOf(support.problem), this);
    d->placeholder->setObjectName(QStringLiteral("surfacePlaceholder"));
    d->placeholder->setWordWrap(true);
    d->placeholder->setAlignment(Qt::AlignCenter);
    d->placeholder->setMargin(24);
    // Part of the pictures: their colours in every theme.
    QPalette colours = d->placeholder->palette();
    colours.setColor(QPalette::Window, Qt::black);
    colours.setColor(QPalette::WindowText, widgets::image::kText);
    d->placeholder->setPalette(colours);
    d->placeholder->setAutoFillBackground(true);
    setAccessibleDescription(d->placeholder->text());
}

SurfaceView::~SurfaceView() {
    for (const auto& stop : {d->stop, d->volumeStop})
        if (stop)
            stop->stop();
}

bool SurfaceView::has3d() const {
    return d->canvas != nullptr;
}

bool SurfaceView::building() const {
    return d->watcher != nullptr;
}

// ---- the scene ---------------------------------------------------------------------------------

void SurfaceView::setScene(SurfaceScene scene) {
    if (!has3d())
        return;
    clearScene();
    auto stop = std::make_shared<StopFlag>();
    d->stop = stop;
    d->overlay->setBusy(true);
    d->watcher = std::make_unique<QFutureWatcher<BuiltScene>>();
    connect(d->watcher.get(), &QFutureWatcher<BuiltScene>::finished, this, &SurfaceView::takeScene);
    // The worker keeps its own scene and flag: it may outlive this view.
    d->watcher->setFuture(
        QtConcurrent::run([scene = std::move(scene), stop] { return buildScene(scene, *stop); }));
}

void SurfaceView::clearScene() {
    if (!has3d())
        return;
    if (d->stop)
        d->stop->stop();
    d->stop.reset();
    d->watcher.reset();
    d->built = {};
    d->canvas->setScene(d->built);
    d->overlay->setBusy(false);
    d->overlay->setScene(d->built);
}

void SurfaceView::takeScene() {
    d->built = d->watcher->result();
    d->watcher.release()->deleteLater();
    d->stop.reset();
    d->canvas->setScene(d->built);
    d->overlay->setBusy(false);
    d->overlay->setScene(d->built);
    d->closer = 1;
    aim();
    Q_EMIT sceneReady();
}

// ---- the camera --------------------------------------------------------------------------------

/// The node, or without one the whole block.
void SurfaceView::aim() {
    const bool surfaces = !d->built.surfaces.empty();
    d->camera.focus = surfaces ? d->built.focus : d->block.centre();
    d->radiusMm = surfaces ? d->built.radiusMm : d->block.radiusMm();
    showCamera();
}

void SurfaceView::showCamera() {
    if (!has3d())
        return;
    d->camera.fit(d->radiusMm, QSizeF(size()), kOpeningShare * d->closer);
    d->canvas->setCamera(d->camera);
    d->overlay->setCamera(d->camera, directionText());
    setAccessibleDescription(directionText());
}

void SurfaceView::turnBy(double azimuthDeg, double elevationDeg) {
    d->camera.turn(azimuthDeg, elevationDeg);
    moving();
    showCamera();
    Q_EMIT directionChanged();
}

void SurfaceView::lookFrom(double azimuthDeg, double elevationDeg) {
    d->openingAzimuth = azimuthDeg;
    d->openingElevation = elevationDeg;
    d->camera.azimuthDeg = d->camera.elevationDeg = 0;
    turnBy(azimuthDeg, elevationDeg);
}

QString SurfaceView::directionText() const {
    const VectorLps out = d->camera.outward();
    struct Part {
        double size;
        QString word;
    };
    std::vector<Part> parts{{std::abs(out.x), out.x > 0 ? tr("left") : tr("right")},
                            {std::abs(out.y), out.y > 0 ? tr("behind") : tr("front")},
                            {std::abs(out.z), out.z > 0 ? tr("above") : tr("below")}};
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::size);
    QStringList words;
    for (const Part& part : parts)
        if (part.size > 0.35)
            words.append(part.word);
    //: Where the reader stands, as in "from left, behind".
    return tr("from %1").arg(words.join(QStringLiteral(", ")));
}

QImage SurfaceView::picture() {
    return has3d() ? grab().toImage() : QImage();
}

void SurfaceView::closerBy(double factor) {
    d->closer = std::clamp(d->closer * factor, 0.1, 6.0);
    moving();
    showCamera();
}

// ---- events ------------------------------------------------------------------------------------

void SurfaceView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return turnBy(-kKeyDegrees, 0);
    case Qt::Key_Right:
        return turnBy(kKeyDegrees, 0);
    case Qt::Key_Up:
        return turnBy(0, kKeyDegrees);
    case Qt::Key_Down:
        return turnBy(0, -kKeyDegrees);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return closerBy(kZoomStep);
    case Qt::Key_Minus:
        return closerBy(1 / kZoomStep);
    case Qt::Key_V:
        // Without Shift the letter belongs to the screen round the view.
        if (d->looks != nullptr && d->looks->isEnabled() && event->modifiers() == Qt::ShiftModifier)
            return nextLook();
        return QWidget::keyPressEvent(event);
    case Qt::Key_Home:
        d->closer = 1;
        return lookFrom(d->openingAzimuth, d->openingElevation);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SurfaceView::mousePressEvent(QMouseEvent* event) {
    d->dragging = event->button() == Qt::LeftButton;
    d->lastDrag = d->pressedAt = event->position();
}

void SurfaceView::mouseMoveEvent(QMouseEvent* event) {
    if (!d->dragging)
        return;
    const QPointF by = event->position() - d->lastDrag;
    d->lastDrag = event->position();
    // The surface follows the hand: the camera goes the other way.
    turnBy(-by.x() * kDegreesAPixel, by.y() * kDegreesAPixel);
}

void SurfaceView::mouseReleaseEvent(QMouseEvent* event) {
    const bool moved = (event->position() - d->pressedAt).manhattanLength() > kStillPx;
    if (!std::exchange(d->dragging, false) || moved)
        return;
    const PickRay ray = rayThrough(d->camera, event->position(), QSizeF(size()));
    auto place = pickPlace(d->built, ray);
    if (volumeShown())
        if (const auto inside = pickPlace(d->block, d->look, ray);
            inside && (!place || distance(ray.from, *inside) < distance(ray.from, *place)))
            place = inside;
    if (place)
        Q_EMIT placePicked(*place);
}

void SurfaceView::wheelEvent(QWheelEvent* event) {
    closerBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void SurfaceView::resizeEvent(QResizeEvent*) {
    for (QWidget* child : {static_cast<QWidget*>(d->canvas), static_cast<QWidget*>(d->overlay),
                           static_cast<QWidget*>(d->placeholder)})
        if (child != nullptr)
            child->setGeometry(rect());
    if (d->looks != nullptr)
        d->looks->move(width() - d->looks->width() - kEdge, kBelowWords);
    showCamera();
}

void SurfaceView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Qt::black);
}

void SurfaceView::changeEvent(QEvent* event) {
    if (d->placeholder != nullptr && event->type() == QEvent::PaletteChange) {
        // On the black of a picture in both themes.
        QPalette palette = d->placeholder->palette();
        palette.setColor(QPalette::WindowText, widgets::Theme::of(widgets::ThemeKind::Reading).dim);
        if (palette != d->placeholder->palette())
            d->placeholder->setPalette(palette);
    }
    QWidget::changeEvent(event);
}

}  // namespace nodewise::render
