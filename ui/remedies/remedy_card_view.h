/// remedy_card_view.h: one remedy card: a link with its name, and the card below it once opened.
#pragma once
#include <QPointer>
#include <QWidget>

class QLabel;

namespace nodewise::casepack {
struct RemedyCard;
}

namespace nodewise::widgets {
class Button;
}

namespace nodewise::remedies {

class RemedyPictures;

/// Folded: "P6  Contact with muscle or vessel". Open: picture with caption, text, citations. The
/// picture is asked for when the card is opened first. Object names: "cardButton_P6",
/// "cardText_P6", "cardPicture_P6".
class RemedyCardView final : public QWidget {
    Q_OBJECT
public:
    /// @pre the card is one of casepack::remedyCards(). `pictures` may be null (no picture) and may
    /// go first. `linkText` empty = code and title.
    RemedyCardView(const casepack::RemedyCard& card, RemedyPictures* pictures, QWidget* parent,
                   const QString& linkText = {});
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void opened();

private:
    void build();
    void showPicture();

    const casepack::RemedyCard& m_card;
    QPointer<RemedyPictures> m_pictures;
    widgets::Button* m_link;
    QWidget* m_body = nullptr;
    QLabel *m_picture = nullptr, *m_caption = nullptr;
};

}  // namespace nodewise::remedies
