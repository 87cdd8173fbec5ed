#include "ui/widgets/strips.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <cmath>

namespace nodewise::widgets {

namespace {
constexpr int kOfferCancelMs = 300;
}

AbstainsStrip::AbstainsStrip(const QString& sentence, QWidget* parent)
    : QFrame(parent)
    , m_sentence(makeWrapped({}, TextStyle::Base, TextTone::Text, this)) {
    setProperty("class", QStringLiteral("strip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(50, 12, 16, 12);
    layout->addWidget(m_sentence);
    setMinimumHeight(44);
    setSentence(sentence);
}

void AbstainsStrip::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void AbstainsStrip::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, 2, height()), theme.close);
    paintIcon(painter, QRectF(18, (height() - 20) / 2.0, 20, 20), QStringLiteral("warning"),
              theme.close);
}

ProgressStrip::ProgressStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(new ElideLabel(TextStyle::Base, TextTone::Text, this))
    , m_percent(makeLabel({}, TextStyle::Base, TextTone::Dim, this))
    , m_bar(new QProgressBar(this))
    , m_detail(new ElideLabel(TextStyle::Note, TextTone::Dim, this))
    , m_cancel(
          new Button(QStringLiteral("cancelJobButton"), tr("Cancel"), ButtonKind::Compact, this)) {
    setProperty("class", QStringLiteral("box"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setObjectName(QStringLiteral("jobProgressBar"));
    m_detail->setElideMode(Qt::ElideRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(m_text, 1);
    head->addWidget(m_percent);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_detail, 1);
    foot->addWidget(m_cancel);
    layout->addLayout(foot);
    // The row keeps its height while Cancel is not offered yet.
    auto policy = m_cancel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_cancel->setSizePolicy(policy);
    m_offerCancel.setSingleShot(true);
    m_offerCancel.setInterval(kOfferCancelMs);
    connect(&m_offerCancel, &QTimer::timeout, m_cancel, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    hide();
}

void ProgressStrip::start(const QString& text) {
    m_cancel->hide();
    m_cancel->setEnabled(true);
    setDetail({});
    setProgress(0, text);
    m_bar->setAccessibleName(text);
    m_offerCancel.start();
    show();
}

void ProgressStrip::setProgress(double fraction, const QString& text) {
    m_bar->setValue(static_cast<int>(std::lround(fraction * 1000)));
    m_percent->setText(withUnit(QString::number(static_cast<int>(std::floor(fraction * 100))),
                                QStringLiteral("%")));
    if (!text.isEmpty())
        m_text->setText(text);
}

void ProgressStrip::setDetail(const QString& detail) {
    m_detail->setText(detail);
}

void ProgressStrip::finish() {
    m_offerCancel.stop();
    hide();
}

}  // namespace nodewise::widgets
