#include "ui/bench/bench_picture.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/type_scale.h"
#include <QVBoxLayout>

namespace nodewise::bench {

using namespace widgets;

namespace {

constexpr double kFieldMm = 56;
constexpr Window kOpening{350, 60, false};

}  // namespace

BenchPicture::BenchPicture(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setObjectName(name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_view = new viewer::SliceView(&m_viewer, viewer::ViewPlane::Axial, this);
    m_viewer.setReadOnly(true);
    m_viewer.setTool(viewer::Tool::Window);
    m_viewer.setCrosshairShown(false);
    m_missing = makeLabel({}, TextStyle::Base, TextTone::Dim, m_view);
    m_missing->setAlignment(Qt::AlignCenter);
    auto* over = new QVBoxLayout(m_view);
    over->addWidget(m_missing);
    m_missing->setAttribute(Qt::WA_TransparentForMouseEvents);
    column->addWidget(m_view, 1);
    m_foot = new QWidget(this);
    m_foot->setProperty("surface", QStringLiteral("panel"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* lines = new QVBoxLayout(m_foot);
    lines->setContentsMargins(12, 6, 12, 6);
    lines->setSpacing(0);
    m_title = makeLabel({}, TextStyle::Head, TextTone::Strong, m_foot);
    m_caption = makeLabel({}, TextStyle::Note, TextTone::Dim, m_foot);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_caption->setObjectName(name + QStringLiteral("Caption"));
    m_caption->setMinimumWidth(10);
    lines->addWidget(m_title);
    lines->addWidget(m_caption);
    column->addWidget(m_foot);
}

void BenchPicture::setTexts(const QString& title, const QString& caption) {
    m_title->setText(title);
    m_caption->setText(caption);
    m_caption->setToolTip(caption);
    m_foot->setVisible(!title.isEmpty());
}

void BenchPicture::showImage(const VolumePtr& image, PointLps place) {
    if (m_viewer.volume() == image) {
        if (m_anew)
            m_viewer.showSpot(place, kFieldMm);
        m_anew = false;
        return;
    }
    const bool first = m_anew || !m_viewer.volume();
    const Window window = m_viewer.volume() ? m_viewer.window() : kOpening;
    const PointLps cursor = first ? place : m_viewer.cursor();
    const auto state = m_viewer.view(viewer::ViewPlane::Axial);
    m_viewer.setVolume(image, kOpening);
    m_viewer.setReadOnly(true);
    m_viewer.setTool(viewer::Tool::Window);
    m_viewer.setCrosshairShown(false);
    m_viewer.setWindow(window);
    if (first) {
        m_viewer.showSpot(place, kFieldMm);
    } else {
        m_viewer.setCursor(cursor);
        m_viewer.setView(viewer::ViewPlane::Axial, state);
    }
    m_anew = false;
    m_missing->clear();
}

void BenchPicture::setPiece(const std::shared_ptr<const synthesis::NodePiece>& piece,
                            PointLps place, bool outlines) {
    showImage(piece->image, place);
    viewer::OverlaySet overlays;
    if (outlines) {
        overlays.labels.push_back({viewer::OverlayRole::StrandedFat,
                                   piece->marks,
                                   synthesis::kBeyondMark,
                                   QStringLiteral("E"),
                                   {}});
        overlays.labels.push_back({viewer::OverlayRole::Capsule,
                                   piece->marks,
                                   synthesis::kCapsuleMark,
                                   QStringLiteral("C"),
                                   {}});
    }
    m_viewer.setOverlays(std::move(overlays));
}

void BenchPicture::setImage(const VolumePtr& image, PointLps place) {
    showImage(image, place);
}

void BenchPicture::setMissing(const QString& sentence) {
    // An earlier picture stays until the next one is there: no black flash while a dial is turned.
    if (!hasPicture() || m_anew)
        m_missing->setText(sentence);
    if (m_anew && hasPicture())
        m_viewer.setVolume(nullptr);
}

void linkPictures(const std::vector<BenchPicture*>& pictures) {
    for (BenchPicture* one : pictures)
        for (BenchPicture* other : pictures) {
            if (one == other)
                continue;
            QObject::connect(&one->viewer(), &viewer::ViewerModel::windowChanged, other,
                             [one, other] {
                                 if (one->hasPicture() && other->hasPicture())
                                     other->viewer().setWindow(one->viewer().window());
                             });
            QObject::connect(&one->viewer(), &viewer::ViewerModel::cursorChanged, other,
                             [one, other] {
                                 // Only from the one that is moved by hand: slices of different
                                 // thickness would pull each other to their middles.
                                 if (one->view()->hasFocus() && other->hasPicture())
                                     other->viewer().setCursor(one->viewer().cursor());
                             });
        }
}

}  // namespace nodewise::bench
