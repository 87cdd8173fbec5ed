/// key_editor.h: gives letters to what they do on the views, without two meanings for one key.
#pragma once
#include "ui/viewer/key_map.h"
#include <QHash>
#include <QList>
#include <QWidget>

class QLabel;

namespace nodewise::widgets {
class Button;
}

namespace nodewise::viewer {

/// A letter that means something on a screen and stays there: "Perinodal fat", "Read".
struct TakenKey {
    QChar letter;
    QString meaning, where;
};

/// One row a command: press its button, then the new key. A key of another command changes places
/// with it; a taken key is refused in a sentence. Shows and changes ViewerHabits. objectName:
/// keyEditor; a row's button is key_fit, key_loupe …
class KeyEditor final : public QWidget {
    Q_OBJECT
public:
    explicit KeyEditor(const QList<TakenKey>& taken, QWidget* parent = nullptr);
    void reset();  ///< The keys as delivered.

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void wait(std::optional<ViewerCommand> command);
    void take(KeyPlace key);

    QList<TakenKey> m_taken;
    QHash<int, widgets::Button*> m_buttons;  ///< By command.
    QLabel* m_note = nullptr;
    std::optional<ViewerCommand> m_waiting;
};

}  // namespace nodewise::viewer
