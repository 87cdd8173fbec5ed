/// next_case_card.h: the large card of Today: two pictures, the case, one way on.
#pragma once
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include <QFrame>

class QLabel;

namespace nodewise::widgets {
class Button;
class PictureView;
}  // namespace nodewise::widgets

namespace nodewise::today {

/// 352 high; pictures 296 and 207, text from 440 on.
class NextCaseCard final : public QFrame {
    Q_OBJECT
public:
    explicit NextCaseCard(models::Thumbnails& thumbnails, QWidget* parent = nullptr);
    /// Nothing: says that every case is read.
    void setCard(const std::optional<models::NextCard>& card);

Q_SIGNALS:
    void openRequested(const nodewise::models::CaseLocator& where);
    void anotherRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showPictures();
    models::Thumbnails& m_thumbnails;
    std::optional<models::NextCard> m_card;
    widgets::PictureView* m_axial;
    widgets::PictureView* m_coronal;
    QLabel *m_kicker, *m_title, *m_history, *m_standing;
    widgets::Button *m_open, *m_another;
};

}  // namespace nodewise::today
