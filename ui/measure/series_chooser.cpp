#include "ui/measure/series_chooser.h"
#include "ui/text/number_text.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/type_scale.h"
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

constexpr int kRowHeight = 112;

QString nameOf(const dicom::SeriesInfo& series) {
    const QString name = QString::fromStdString(series.description);
    return name.isEmpty() ? SeriesChooser::tr("Series without a name") : name;
}

QString detailOf(const dicom::SeriesInfo& series) {
    QStringList parts{QString::fromStdString(series.modality),
                      SeriesChooser::tr("%n image(s)", nullptr, series.dims[2]),
                      QStringLiteral("%1 × %2").arg(series.dims[0]).arg(series.dims[1])};
    if (series.spacing[2] > 0)
        parts << text::millimetres(series.spacing[2], 2);
    if (series.obstacle)
        parts << SeriesChooser::tr("no regular grid");
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

SeriesChooser::SeriesChooser(models::ImportModel& import, QWidget* parent)
    : QWidget(parent)
    , m_import(import) {
    setObjectName(QStringLiteral("seriesChooser"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* head = new HeaderStrip(this);
    head->setTitle(tr("Which series"));
    auto* cancel =
        new Button(QStringLiteral("cancelChoiceButton"), tr("Cancel"), ButtonKind::Compact, head);
    head->addRight(cancel);
    outer->addWidget(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(32, 24, 32, 32);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    connect(cancel, &QPushButton::clicked, this, &SeriesChooser::cancelled);
    connect(&import, &models::ImportModel::pictureReady, this, &SeriesChooser::takePicture);
}

void SeriesChooser::showFound() {
    qDeleteAll(m_rows);
    m_rows.clear();
    const auto& found = m_import.found();
    for (int at = 0; at < static_cast<int>(found.size()); ++at) {
        const auto& series = found[static_cast<std::size_t>(at)];
        auto* row = new ActionRow(QStringLiteral("series_%1").arg(at), kRowHeight, this);
        row->setTexts(nameOf(series), detailOf(series));
        row->setPicture({});
        row->setMaximumWidth(760);
        connect(row, &QAbstractButton::clicked, this, [this, at] { Q_EMIT chosen(at); });
        m_column->insertWidget(at, row);
        m_rows << row;
    }
    if (!m_rows.isEmpty())
        m_rows.front()->setFocus(Qt::OtherFocusReason);
    m_import.drawPictures();
}

void SeriesChooser::takePicture(int index, const QImage& picture) {
    if (index >= 0 && index < m_rows.size())
        m_rows[index]->setPicture(picture);
}

}  // namespace nodewise::measure_screen
