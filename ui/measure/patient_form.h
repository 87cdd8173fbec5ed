/// patient_form.h: what the reader knows of the patient: site, p16, side, biopsy, infection.
#pragma once
#include "ui/models/measure_model.h"
#include <QWidget>

namespace nodewise::widgets {
class CheckRow;
class ComboBox;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

/// Nothing is preselected; no name is asked. objectName: patientForm.
class PatientForm final : public QWidget {
    Q_OBJECT
public:
    explicit PatientForm(models::MeasureModel& model, QWidget* parent = nullptr);

private:
    void take();
    void refresh();

    models::MeasureModel& m_model;
    widgets::ComboBox *m_site, *m_p16, *m_side, *m_biopsy;
    widgets::CheckRow *m_infection, *m_radiotherapy;
};

}  // namespace nodewise::measure_screen
