#include "ui/practice/replay_screen.h"
#include "ui/text/number_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

namespace nodewise::practice {

using widgets::TextStyle;
using widgets::TextTone;

namespace {

constexpr double kColumn = 72, kGap = 16;
constexpr double kFullDwellS = 5;  ///< From here on a bin is painted at full strength.

QString planeName(session::PathPlane plane) {
    return plane == session::PathPlane::Axial     ? ReplayScreen::tr("axial")
           : plane == session::PathPlane::Coronal ? ReplayScreen::tr("coronal")
                                                  : ReplayScreen::tr("sagittal");
}

}  // namespace

ReplayView::ReplayView(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("replayView"));
    setAccessibleName(tr("Dwell on the coronal picture"));
    setMinimumSize(420, 320);
}

void ReplayView::setReplay(const std::optional<models::Replay>& replay) {
    m_replay = replay;
    update();
}

void ReplayView::paintDwell(QPainter& painter, const QRectF& box,
                            const session::SearchSummary& search, const QString& title) const {
    const widgets::Theme& theme = widgets::Theme::of(this);
    const double height = box.height() / double(std::max<std::size_t>(1, search.dwell.size()));
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < search.dwell.size(); ++i) {
        if (search.dwell[i] <= 0)
            continue;
        // The first bin lies at the feet, so at the lower edge.
        const QRectF bin(box.left(), box.bottom() - double(i + 1) * height, box.width(), height);
        const double share = std::min(1.0, search.dwell[i] / kFullDwellS);
        QColor colour = widgets::image::viridis(share);
        painter.fillRect(bin.adjusted(0, 0, 0, 0.5), colour);
    }
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    widgets::paintText(painter, QRectF(box.left() - 8, box.bottom() + 4, box.width() + 16, 16),
                       Qt::AlignCenter, title, TextStyle::Small, theme.dim);
}

void ReplayView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::black);
    if (!m_replay)
        return;
    const double side = std::min<double>(height() - 48, width() - 2 * (kColumn + kGap) - 32);
    const QRectF picture(16, 16, side, side);
    painter.drawImage(picture, m_replay->coronal);
    const QRectF own(picture.right() + kGap, 16, kColumn, side),
        book(own.right() + kGap, 16, kColumn, side);
    paintDwell(painter, own, m_replay->search, tr("you"));
    paintDwell(painter, book, m_replay->reference, tr("by the book"));
    // What was never on screen is hatched over the picture.
    const auto& seen = m_replay->search.seen;
    const double bin = side / double(std::max<std::size_t>(1, seen.size()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(QColor(255, 255, 255, 70), Qt::BDiagPattern));
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (!seen[i])
            painter.drawRect(QRectF(picture.left(), picture.bottom() - double(i + 1) * bin,
                                    picture.width(), bin));
    const double length = m_replay->extent.highMm - m_replay->extent.lowMm;
    const double y = picture.bottom() - (m_replay->nodeZ - m_replay->extent.lowMm) / length * side;
    painter.setPen(QPen(widgets::image::kMark, 1.5));
    painter.drawLine(QPointF(picture.left(), y), QPointF(book.right(), y));
}

ReplayScreen::ReplayScreen(models::ReplayModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new widgets::HeaderStrip(this))
    , m_view(new ReplayView(this))
    , m_summary(widgets::makeWrapped({}, TextStyle::Base, TextTone::Text, this))
    , m_steps(
          new widgets::DataTable(QStringLiteral("replaySteps"), tr("Steps of the search"), this))
    , m_done(new widgets::Button(QStringLiteral("replayDoneButton"), tr("Done"),
                                 widgets::ButtonKind::Compact, this)) {
    setObjectName(QStringLiteral("replayScreen"));
    m_summary->setObjectName(QStringLiteral("replaySummary"));
    m_head->setTitle(tr("Search path"));
    m_head->addRight(m_done);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    auto* aside = new QVBoxLayout;
    aside->setContentsMargins(24, 24, 24, 16);
    aside->setSpacing(12);
    m_summary->setFixedWidth(352);
    aside->addWidget(m_summary);
    m_steps->setFixedWidth(352);
    aside->addWidget(m_steps, 1);
    row->addLayout(aside);
    column->addLayout(row, 1);
    connect(m_done, &QPushButton::clicked, this, &ReplayScreen::closed);
    connect(&model, &models::ReplayModel::changed, this, &ReplayScreen::refresh);
    refresh();
}

void ReplayScreen::refresh() {
    const auto& replay = m_model.replay();
    m_view->setReplay(replay);
    m_head->setGroups(replay ? QList<QStringList>{{replay->title}} : QList<QStringList>{});
    m_summary->setText(replay ? m_model.summary() : m_model.nothing());
    std::vector<QStringList> rows;
    if (replay)
        for (const auto& step : replay->call.trace.path)
            rows.push_back({planeName(step.plane), text::millimetres(step.positionMm),
                            text::withUnit(text::number(step.seconds, 1), QStringLiteral("s"))});
    m_steps->setTable({tr("Plane"), tr("Place"), tr("Time")}, rows, {1, 2});
}

QList<QWidget*> ReplayScreen::focusRegions() const {
    return {m_head, m_steps};
}

QWidget* ReplayScreen::openingFocus() const {
    return m_done;
}

}  // namespace nodewise::practice
