#include "ui/read/call_foot.h"
#include "ui/text/call_text.h"
#include "ui/text/number_text.h"
#include "ui/viewer/key_sheet.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/type_scale.h"
#include <QVBoxLayout>

namespace nodewise::read {

using models::ReadingModel;
using models::ReadingState;
using namespace widgets;

CallFoot::CallFoot(ReadingModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_summary(makeLabel({}, TextStyle::Note, TextTone::Text, this))
    , m_gaps(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_progress(new ProgressStrip(this))
    , m_commit(new Button(QStringLiteral("submitCallButton"), {}, ButtonKind::Foot, this)) {
    setObjectName(QStringLiteral("callFoot"));
    m_summary->setObjectName(QStringLiteral("callSummary"));
    m_gaps->setObjectName(QStringLiteral("callGaps"));
    m_summary->setWordWrap(true);
    m_gaps->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("commitProgress"));
    m_progress->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(4);
    column->addWidget(m_summary);
    column->addWidget(m_gaps);
    column->addWidget(m_progress);
    column->addSpacing(8);
    column->addWidget(m_commit);
    m_commit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto showKey = [this] {
        m_commit->setKeyHint(viewer::keysOf({viewer::ViewerCommand::CommitCall}));
    };
    connect(&viewer::ViewerHabits::instance(), &viewer::ViewerHabits::changed, this, showKey);
    showKey();
    connect(m_commit, &QPushButton::clicked, this, &CallFoot::press);
    connect(m_progress, &ProgressStrip::cancelRequested, &m_model, &ReadingModel::cancelOpening);
    connect(&m_model, &ReadingModel::draftChanged, this, &CallFoot::showDraft);
    connect(&m_model, &ReadingModel::stateChanged, this, &CallFoot::showState);
    connect(&m_model, &ReadingModel::refused, this, &CallFoot::showDraft);
    connect(&m_model, &ReadingModel::progressed, this,
            [this](double fraction) { m_progress->setProgress(fraction); });
    showState();
}

void CallFoot::setCompact(bool compact) {
    m_compact = compact;
    showDraft();
}

void CallFoot::press() {
    if (m_model.state() == ReadingState::Ungraded)
        m_model.gradeAgain();
    else
        m_model.commit();
}

void CallFoot::showDraft() {
    const int number = m_model.currentNode() + 1;
    const bool again = m_model.state() == ReadingState::Ungraded;
    m_commit->setText(again ? tr("Compare again") : tr("Commit node %1").arg(number));
    m_commit->setEnabled(m_model.canCommit() || again);
    const NodeCall call = m_model.draft();
    const QString summary = text::callSummary(call);
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty() && !m_compact);
    QStringList sentences;
    if (again)
        sentences << tr("Your call is saved.") << m_model.problem();
    else if (m_model.state() == ReadingState::Calling)
        for (const text::CallGap gap : m_model.gaps())
            sentences << text::gapSentence(gap, call);
    m_gaps->setText(sentences.join(QLatin1Char(' ')));
    m_gaps->setVisible(!sentences.isEmpty());
    m_commit->setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

void CallFoot::showState() {
    if (m_model.state() == ReadingState::Committing)
        m_progress->start(tr("Comparing with the reference"));
    else
        m_progress->finish();
    showDraft();
}

}  // namespace nodewise::read
