#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace nodewise::viewer {
namespace {

constexpr int kGapPx = 1;

}  // namespace

PlaneLayout::PlaneLayout(ViewerModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("planeLayout"));
    for (const ViewPlane plane : kViewPlanes) {
        auto* slice = new SliceView(model, plane, this);
        m_views[static_cast<std::size_t>(plane)] = slice;
        connect(slice, &SliceView::maximiseRequested, this, &PlaneLayout::maximiseSender);
        connect(slice, &SliceView::planeRequested, this, &PlaneLayout::followPlaneRequest);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    arrange();
}

SliceView* PlaneLayout::view(ViewPlane plane) const {
    return m_views[static_cast<std::size_t>(plane)];
}

SliceView* PlaneLayout::activeView() const {
    return view(m_model->activePlane());
}

void PlaneLayout::setViewLayout(ViewLayout layout) {
    if (layout == m_layout)
        return;
    m_layout = layout;
    m_maximised = false;
    arrange();
    Q_EMIT viewLayoutChanged();
}

void PlaneLayout::setLargePlane(ViewPlane plane) {
    m_large = plane;
    m_model->setActivePlane(plane);
    arrange();
    Q_EMIT viewLayoutChanged();
}

void PlaneLayout::setMaximised(bool maximised) {
    if (maximised == m_maximised)
        return;
    m_maximised = maximised;
    arrange();
    Q_EMIT viewLayoutChanged();
}

void PlaneLayout::setFourthView(QWidget* widget) {
    delete m_fourth;
    m_fourth = widget;
    if (widget != nullptr)
        widget->setParent(this);
    arrange();
    Q_EMIT layoutsChanged();
}

QList<ViewLayout> PlaneLayout::layouts() const {
    QList<ViewLayout> all{ViewLayout::One, ViewLayout::OnePlusTwo};
    if (m_fourth != nullptr)
        all << ViewLayout::OnePlusSolid << ViewLayout::TwoByTwo;
    return all;
}

void PlaneLayout::nextLayout() {
    const QList<ViewLayout> all = layouts();
    setViewLayout(all[(all.indexOf(m_layout) + 1) % all.size()]);
}

void PlaneLayout::setSmallColumnWidth(int pixels) {
    m_smallWidth = pixels;
    arrange();
}

void PlaneLayout::maximiseSender() {
    if (const auto* slice = qobject_cast<SliceView*>(sender()))
        m_model->setActivePlane(slice->plane());
    setMaximised(!m_maximised);
}

void PlaneLayout::followPlaneRequest(ViewPlane plane) {
    setLargePlane(plane);
    view(plane)->setFocus(Qt::ShortcutFocusReason);
}

// ---- arrangement -------------------------------------------------------------------------------

void PlaneLayout::arrange() {
    const ViewPlane alone = m_maximised ? m_model->activePlane() : m_large;
    const bool one = m_maximised || m_layout == ViewLayout::One;
    std::array<QRect, 4> places{};
    if (one) {
        places[0] = rect();
    } else if (m_layout != ViewLayout::TwoByTwo) {
        const int column = std::min(m_smallWidth, width() / 2);
        const int left = width() - column - kGapPx;
        const int upper = (height() - kGapPx) / 2;
        places[0] = {0, 0, left, height()};
        places[1] = {left + kGapPx, 0, column, upper};
        places[2] = {left + kGapPx, upper + kGapPx, column, height() - upper - kGapPx};
        places[3] = places[2];
    } else {
        const int left = (width() - kGapPx) / 2, upper = (height() - kGapPx) / 2;
        const int right = width() - left - kGapPx, lower = height() - upper - kGapPx;
        places = {QRect{0, 0, left, upper}, QRect{left + kGapPx, 0, right, upper},
                  QRect{0, upper + kGapPx, left, lower},
                  QRect{left + kGapPx, upper + kGapPx, right, lower}};
    }
    const bool solid = m_layout == ViewLayout::OnePlusSolid && m_fourth != nullptr;
    std::size_t next = 1;
    for (const ViewPlane plane : kViewPlanes) {
        SliceView* slice = view(plane);
        const bool first = plane == (one ? alone : m_large);
        const bool shown = first || (!one && !(solid && next == 2));
        slice->setLarge(first);
        slice->setVisible(shown);
        if (shown)
            slice->setGeometry(places[first ? 0 : next++]);
    }
    if (m_fourth != nullptr) {
        const bool shown = !one && (solid || m_layout == ViewLayout::TwoByTwo);
        m_fourth->setGeometry(places[3]);
        m_fourth->setVisible(shown);
    }
    // Tab goes from the large view to the small ones.
    QWidget* before = view(one ? alone : m_large);
    for (const ViewPlane plane : kViewPlanes)
        if (view(plane) != before && !one) {
            setTabOrder(before, view(plane));
            before = view(plane);
        }
    update();
}

void PlaneLayout::resizeEvent(QResizeEvent*) {
    arrange();
}

void PlaneLayout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), widgets::Theme::of(this).line);
    // The place of a 3-D view that nobody gave.
    if (m_layout == ViewLayout::TwoByTwo && !m_maximised && m_fourth == nullptr)
        painter.fillRect(rect().adjusted(width() / 2 + kGapPx, height() / 2 + kGapPx, 0, 0),
                         Qt::black);
}

bool PlaneLayout::handleKey(const QKeyEvent& event) {
    const auto command = viewerCommandFor(event);
    if (!command)
        return false;
    if (*command == ViewerCommand::Maximise) {
        setMaximised(!m_maximised);
        return true;
    }
    if (*command <= ViewerCommand::PlaneSagittal) {
        setLargePlane(static_cast<ViewPlane>(*command));
        return true;
    }
    if (*command == ViewerCommand::NextLayout) {
        nextLayout();
        return true;
    }
    if (*command == ViewerCommand::Cine || *command == ViewerCommand::CopyPicture) {
        Q_EMIT commandRequested(*command);
        return true;
    }
    return activeView()->execute(*command);
}

void PlaneLayout::keyPressEvent(QKeyEvent* event) {
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

}  // namespace nodewise::viewer
