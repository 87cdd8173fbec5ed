/// weak_concept_list.h: the three concepts with the lowest skill, each on a scale of its own.
#pragma once
#include "ui/models/progress_model.h"
#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace nodewise::dashboard {

class WeakConceptList final : public QFrame {
    Q_OBJECT
public:
    explicit WeakConceptList(models::ProgressModel& model, QWidget* parent = nullptr);
    void showRows();

private:
    models::ProgressModel& m_model;
    QVBoxLayout* m_rows;
    QLabel* m_note;
};

}  // namespace nodewise::dashboard
