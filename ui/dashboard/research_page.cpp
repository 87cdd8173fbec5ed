#include "ui/dashboard/research_page.h"
#include "archive/sha256.h"
#include "casepack/fresh_case.h"
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

QStringList rowOf(const QString& name, const QString& version, const Completion& done,
                  std::size_t cases) {
    return {name, version, ResearchPage::tr("%1 of %2").arg(done.cases.size()).arg(cases),
            QString::number(done.calls), QString::number(done.scored)};
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
    const auto done = completionOf(ofGroup() ? m_group.calls() : m_learner.allCalls());
    std::vector<QStringList> rows;
    std::vector<std::string> protocol;
    Completion fresh;
    std::size_t freshCases = 0;
    for (const auto& pack : m_library.packs()) {
        Completion one;
        if (const auto found = done.find(pack.id.value); found != done.end())
            one = found->second;
        // What an older version of the pack had and this one has not is no part of it.
        std::erase_if(one.cases, [&](const std::string& id) {
            return std::ranges::find(pack.cases, CaseId(id), &casepack::CaseRecord::id) ==
                   pack.cases.end();
        });
        protocol.push_back(pack.id.value + "@" + pack.version.toStdString());
        // Each fresh case is a pack of its own; to the reader they are one.
        if (pack.cases.empty() || !casepack::isFresh(pack.cases.front())) {
            rows.push_back(rowOf(pack.name, pack.version, one, pack.cases.size()));
            continue;
        }
        fresh.cases.merge(one.cases);
        fresh.calls += one.calls;
        fresh.scored += one.scored;
        freshCases += pack.cases.size();
    }
    if (freshCases > 0)
        rows.push_back(rowOf(tr("Fresh cases"), {}, fresh, freshCases));
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
