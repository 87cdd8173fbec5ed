#include "ui/measure/arriving_page.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/strips.h"
#include <QVBoxLayout>

namespace nodewise::measure_screen {

namespace {

constexpr int kStripWidth = 420, kStripEdge = 16;

}  // namespace

ArrivingPage::ArrivingPage(QWidget* parent)
    : QWidget(parent)
    , m_header(new widgets::HeaderStrip(this))
    , m_view(new viewer::SliceView(&m_viewer, viewer::ViewPlane::Axial, this))
    , m_strip(new widgets::ProgressStrip(this)) {
    setObjectName(QStringLiteral("arrivingPage"));
    m_view->setObjectName(QStringLiteral("arrivingView"));
    m_view->setLarge(true);
    m_strip->setObjectName(QStringLiteral("arrivingStrip"));
    m_viewer.setCrosshairShown(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    connect(m_strip, &widgets::ProgressStrip::cancelRequested, this,
            &ArrivingPage::cancelRequested);
}

void ArrivingPage::showSlice(const VolumePtr& slice, const QString& title) {
    m_viewer.setVolume(slice);
    m_header->setTitle(title);
    m_strip->start(tr("Reading the images"));
    m_strip->raise();
}

void ArrivingPage::setProgress(double fraction) {
    m_strip->setProgress(fraction);
}

void ArrivingPage::clear() {
    m_strip->finish();
    m_viewer.setVolume(nullptr);
}

void ArrivingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int high = m_strip->sizeHint().height();
    m_strip->setGeometry(kStripEdge, height() - high - kStripEdge, kStripWidth, high);
}

}  // namespace nodewise::measure_screen
