#include "ui/measure/own_call.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/key_sheet.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

OwnCall::OwnCall(models::MeasureModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_probability(new ProbabilityScale(this))
    , m_grade(new SegmentedChoice(this))
    , m_commit(new Button(QStringLiteral("showAnswerButton"), tr("Show the core's answer"),
                          ButtonKind::Foot, this))
    , m_given(makeLabel({}, TextStyle::Value, TextTone::Strong, this))
    , m_asking(new QWidget(this)) {
    setObjectName(QStringLiteral("ownCall"));
    m_probability->setObjectName(QStringLiteral("ownProbability"));
    m_probability->setLabel(tr("ENE on imaging, your probability"));
    m_grade->setObjectName(QStringLiteral("ownGrade"));
    m_grade->setLabel(tr("Your grade"));
    std::vector<Segment> segments;
    for (const Grade grade : {Grade::G0, Grade::G1, Grade::G2, Grade::G3})
        segments.push_back({QString::number(gradeNumber(grade)),
                            text::gradeName(grade),
                            {},
                            text::gradeWord(grade)});
    m_grade->setSegments(segments);
    m_given->setObjectName(QStringLiteral("ownCallGiven"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Your call"), TextStyle::Head, TextTone::Strong, this));
    auto* asking = new QVBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(8);
    asking->addWidget(m_probability);
    asking->addWidget(m_grade);
    asking->addWidget(makeWrapped(tr("The core's grade and probability follow your own."),
                                  TextStyle::Note, TextTone::Dim, m_asking));
    asking->addWidget(m_commit);
    column->addWidget(m_asking);
    column->addWidget(m_given);
    connect(m_probability, &ProbabilityScale::probabilityChanged, this, &OwnCall::take);
    connect(m_grade, &SegmentedChoice::chosenChanged, this, &OwnCall::take);
    connect(m_commit, &QPushButton::clicked, this, [this] {
        if (m_model.current() >= 0)
            m_model.commit(m_model.current());
    });
    connect(&model, &models::MeasureModel::nodesChanged, this, &OwnCall::refresh);
    connect(&model, &models::MeasureModel::currentChanged, this, &OwnCall::refresh);
    connect(&viewer::ViewerHabits::instance(), &viewer::ViewerHabits::changed, this,
            &OwnCall::showKeys);
    showKeys();
    refresh();
}

void OwnCall::showKeys() {
    using C = viewer::ViewerCommand;
    m_probability->setKeyHint(viewer::keysOf({C::ProbabilityLess, C::ProbabilityMore}));
    m_grade->setHint(viewer::gradeKeys());
    m_commit->setKeyHint(viewer::keysOf({C::CommitCall}));
}

void OwnCall::take() {
    if (m_model.current() < 0)
        return;
    const auto grade = m_grade->chosen();
    m_model.setOwn(m_model.current(), grade ? std::optional(gradeFromNumber(*grade)) : std::nullopt,
                   m_probability->probability());
}

void OwnCall::refresh() {
    const auto* node = m_model.currentNode();
    setVisible(node != nullptr);
    if (!node)
        return;
    const auto& work = node->work;
    m_probability->setProbability(work.ownProbability);
    m_grade->setChosen(work.ownGrade ? std::optional(gradeNumber(*work.ownGrade)) : std::nullopt);
    m_commit->setEnabled(m_model.canCommit(m_model.current()));
    m_asking->setVisible(!work.committed);
    m_given->setVisible(work.committed);
    if (work.committed && work.ownGrade && work.ownProbability)
        //: %1 is a grade, %2 a share.
        m_given->setText(
            tr("%1, ENE on imaging %2")
                .arg(text::gradeName(*work.ownGrade), text::percent(*work.ownProbability)));
}

bool OwnCall::answer(viewer::ViewerCommand command) {
    using C = viewer::ViewerCommand;
    const auto* node = m_model.currentNode();
    if (!node || node->work.committed)
        return false;
    switch (command) {
    case C::ProbabilityLess:
        m_probability->step(-5);
        return true;
    case C::ProbabilityMore:
        m_probability->step(5);
        return true;
    case C::ProbabilityOneLess:
        m_probability->step(-1);
        return true;
    case C::ProbabilityOneMore:
        m_probability->step(1);
        return true;
    case C::Grade0:
    case C::Grade1:
    case C::Grade2:
    case C::Grade3:
        m_grade->press(static_cast<int>(command) - static_cast<int>(C::Grade0));
        return true;
    case C::CommitCall:
        if (!m_commit->isEnabled())
            return false;
        m_commit->click();
        return true;
    default:
        return false;
    }
}

}  // namespace nodewise::measure_screen
