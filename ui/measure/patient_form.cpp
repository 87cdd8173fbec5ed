#include "ui/measure/patient_form.h"
#include "ui/text/term_text.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/type_scale.h"
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

/// −1 days: not known.
constexpr int kUnknown = -1;

}  // namespace

PatientForm::PatientForm(models::MeasureModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_site(new ComboBox(QStringLiteral("siteCombo"), tr("Site of the primary"), this))
    , m_p16(new ComboBox(QStringLiteral("p16Combo"), tr("p16"), this))
    , m_side(new ComboBox(QStringLiteral("primarySideCombo"), tr("Side of the primary"), this))
    , m_biopsy(new ComboBox(QStringLiteral("biopsyCombo"), tr("Biopsy"), this))
    , m_infection(new CheckRow(QStringLiteral("infectionCheck"), tr("Infection"), this))
    , m_radiotherapy(new CheckRow(QStringLiteral("radiotherapyCheck"), tr("Radiotherapy"), this)) {
    setObjectName(QStringLiteral("patientForm"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(makeLabel(tr("Patient"), TextStyle::Head, TextTone::Strong, this));
    m_site->addItem(tr("Site not given"));
    for (const auto& [site, word] : allWords<Site>())
        m_site->addItem(text::siteName(site), static_cast<int>(site));
    m_p16->addItem(tr("p16 not known"), static_cast<int>(P16Status::Unknown));
    for (const P16Status status : {P16Status::Positive, P16Status::Negative})
        m_p16->addItem(text::p16Name(status), static_cast<int>(status));
    for (const auto& [side, word] : allWords<PrimarySide>())
        // Whole where there is little room.
        m_side->addItem(side == PrimarySide::Unknown ? tr("Side not known")
                                                     : text::primarySideName(side),
                        static_cast<int>(side));
    m_biopsy->addItem(tr("No biopsy known"), kUnknown);
    m_biopsy->addItem(tr("Biopsy within 1 week"), 7);
    m_biopsy->addItem(tr("Biopsy within 4 weeks"), 28);
    m_biopsy->addItem(tr("Biopsy longer ago"), 60);
    for (ComboBox* combo : {m_site, m_p16, m_side, m_biopsy}) {
        combo->setProperty("narrow", true);
        combo->setCompact(true);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
        column->addWidget(combo);
        connect(combo, &QComboBox::activated, this, &PatientForm::take);
    }
    column->addWidget(m_infection);
    column->addWidget(m_radiotherapy);
    connect(m_infection, &QCheckBox::clicked, this, &PatientForm::take);
    connect(m_radiotherapy, &QCheckBox::clicked, this, &PatientForm::take);
    connect(&model, &models::MeasureModel::patientChanged, this, &PatientForm::refresh);
    connect(&model, &models::MeasureModel::seriesChanged, this, &PatientForm::refresh);
    refresh();
}

void PatientForm::take() {
    exchange::WorkPatient patient;
    if (m_site->currentIndex() > 0)
        patient.site = static_cast<Site>(m_site->currentData().toInt());
    patient.p16 = static_cast<P16Status>(m_p16->currentData().toInt());
    patient.primarySide = static_cast<PrimarySide>(m_side->currentData().toInt());
    if (const int days = m_biopsy->currentData().toInt(); days != kUnknown)
        patient.biopsyDays = days;
    patient.infection = m_infection->isChecked();
    patient.radiotherapy = m_radiotherapy->isChecked();
    m_model.setPatient(patient);
}

void PatientForm::refresh() {
    const auto& patient = m_model.patient();
    m_site->setCurrentIndex(patient.site ? m_site->findData(static_cast<int>(*patient.site)) : 0);
    m_p16->setCurrentIndex(m_p16->findData(static_cast<int>(patient.p16)));
    m_side->setCurrentIndex(m_side->findData(static_cast<int>(patient.primarySide)));
    int row = 0;
    if (patient.biopsyDays)
        row = *patient.biopsyDays <= 7 ? 1 : *patient.biopsyDays <= 28 ? 2 : 3;
    m_biopsy->setCurrentIndex(row);
    m_infection->setChecked(patient.infection);
    m_radiotherapy->setChecked(patient.radiotherapy);
}

}  // namespace nodewise::measure_screen
