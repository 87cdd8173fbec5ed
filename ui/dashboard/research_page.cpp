#include "ui/dashboard/research_page.h"
#include "archive/sha256.h"
#include "ui/text/number_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <algorithm>
#include <map>
#include <set>

namespace nodewise::dashboard {

using models::ExportKind;
using widgets::ButtonKind;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

struct Completion {
    std::set<std::string> cases;
    int calls = 0, scored = 0;
};

/// By pack: how many of its cases were called.
std::map<std::string, Completion> completionOf(const std::vector<session::CallRecord>& calls) {
    std::map<std::string, Completion> result;
    for (const auto& call : calls) {
        Completion& one = result[call.ref.pack.value];
        one.cases.insert(call.ref.caseId.value);
        ++one.calls;
        one.scored += call.score && call.score->counts ? 1 : 0;
    }
    return result;
}

}  // namespace

ResearchPage::ResearchPage(models::Learner& learner, models::Group& group,
                           models::CaseLibrary& library, QWidget* parent)
    : QWidget(parent)
    , m_learner(learner)
    , m_group(group)
    , m_library(library)
    , m_whose(new widgets::SegmentedChoice(this))
    , m_completion(
          new widgets::DataTable(QStringLiteral("completionTable"), tr("Completion"), this))
    , m_protocol(widgets::makeWrapped({}, TextStyle::Note, TextTone::Dim, this)) {
    setObjectName(QStringLiteral("researchPage"));
    m_protocol->setObjectName(QStringLiteral("protocolLabel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 24);
    row->setSpacing(48);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(makeLabel(tr("Export"), TextStyle::Section, TextTone::Strong, this));
    m_whose->setObjectName(QStringLiteral("exportWhose"));
    m_whose->setLabel(tr("Whose calls"));
    m_whose->setSegments({{QStringLiteral("own"), tr("Yours"), {}, {}},
                          {QStringLiteral("group"), tr("The group's"), {}, {}}});
    m_whose->setChosen(0);
    left->addWidget(m_whose);
    for (const ExportKind kind : models::kExportKinds) {
        auto* button = new widgets::Button(
            QStringLiteral("export_") + models::exportFile(kind).section(QLatin1Char('.'), 0, 0) +
                QLatin1Char('_') + models::exportFile(kind).section(QLatin1Char('.'), -1),
            models::exportName(kind), ButtonKind::Plain, this);
        left->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this,
                [this, kind] { Q_EMIT exportRequested(kind); });
    }
    auto* certificate = new widgets::Button(QStringLiteral("certificateButton"),
                                            tr("Certificate as PDF"), ButtonKind::Plain, this);
    left->addWidget(certificate, 0, Qt::AlignLeft);
    left->addWidget(widgets::makeWrapped(
        tr("No name leaves the program: a reader is a random identifier, in an answer file your "
           "pseudonym."),
        TextStyle::Note, TextTone::Dim, this));
    left->addStretch(1);
    row->addLayout(left, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(makeLabel(tr("Completion"), TextStyle::Section, TextTone::Strong, this));
    right->addWidget(m_completion);
    right->addWidget(m_protocol);
    right->addStretch(1);
    row->addLayout(right, 1);
    connect(certificate, &QPushButton::clicked, this, &ResearchPage::certificateRequested);
    connect(m_whose, &widgets::SegmentedChoice::chosenChanged, this, [this] {
        // A second press clears elsewhere; whose calls there must be.
        if (!m_whose->chosen())
            m_whose->setChosen(0);
        refresh();
    });
    connect(&group, &models::Group::changed, this, &ResearchPage::refresh);
    connect(&library, &models::CaseLibrary::changed, this, &ResearchPage::refresh);
}

bool ResearchPage::ofGroup() const {
    return m_whose->chosen() == std::optional(1);
}

void ResearchPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ResearchPage::refresh() {
    if (!isVisible())
        return;
    const auto done = completionOf(ofGroup() ? m_group.calls() : m_learner.state().calls);
    std::vector<QStringList> rows;
    std::vector<std::string> protocol;
    for (const auto& pack : m_library.packs()) {
        const auto found = done.find(pack.id.value);
        const Completion none, &one = found == done.end() ? none : found->second;
        rows.push_back({pack.name, pack.version,
                        tr("%1 of %2").arg(one.cases.size()).arg(pack.cases.size()),
                        QString::number(one.calls), QString::number(one.scored)});
        protocol.push_back(pack.id.value + "@" + pack.version.toStdString());
    }
    m_completion->setTable(
        {tr("Pack"), tr("Version"), tr("Cases called"), tr("Calls"), tr("Scored")}, rows,
        {2, 3, 4});
    std::sort(protocol.begin(), protocol.end());
    std::string text;
    for (const std::string& line : protocol)
        text += line + "\n";
    m_protocol->setText(
        //: A fingerprint of which packs in which versions are installed.
        tr("Protocol (packs and versions): %1")
            .arg(QString::fromStdString(archive::sha256Hex(text).substr(0, 16))));
}

}  // namespace nodewise::dashboard
