/// miss_list.h: calls made with certainty that differ; a row opens the feedback again.
#pragma once
#include "ui/models/progress_model.h"
#include "ui/models/thumbnails.h"
#include <QFrame>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace nodewise::widgets {
class ActionRow;
}

namespace nodewise::dashboard {

class MissList final : public QFrame {
    Q_OBJECT
public:
    MissList(models::ProgressModel& model, models::Thumbnails& thumbnails,
             QWidget* parent = nullptr);
    void showRows();

Q_SIGNALS:
    void reviewRequested(const nodewise::session::CallId& call);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPictures();
    void showEnds();
    models::ProgressModel& m_model;
    models::Thumbnails& m_thumbnails;
    QLabel *m_aside, *m_none;
    QVBoxLayout* m_rows;
    std::vector<models::MissRow> m_misses;
    std::vector<widgets::ActionRow*> m_widgets;
};

}  // namespace nodewise::dashboard
