/// first_start_page.h: nothing read yet: one large way in, two small ones, name and exam if wanted.
#pragma once
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace nodewise::widgets {
class ActionRow;
class Button;
class PictureView;
}  // namespace nodewise::widgets

namespace nodewise::today {

class FirstStartPage final : public QWidget {
    Q_OBJECT
public:
    FirstStartPage(models::TodayModel& model, models::Thumbnails& thumbnails,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    void openCaseRequested(const nodewise::models::CaseLocator& where);
    void openPackRequested();
    void importRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildColumn(QVBoxLayout* column);
    void buildFields(QVBoxLayout* column);
    void refresh();
    void start();
    void keepName();
    void keepExam();
    models::TodayModel& m_model;
    models::Thumbnails& m_thumbnails;
    widgets::PictureView* m_picture;
    widgets::Button* m_start = nullptr;
    QLabel* m_startNote = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_exam = nullptr;
    QLabel* m_examProblem = nullptr;
    QLabel* m_missing = nullptr;
};

}  // namespace nodewise::today
