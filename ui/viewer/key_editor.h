/// key_editor.h: gives keys to what they do, without two meanings for one key.
#pragma once
#include "ui/viewer/key_map.h"
#include <QHash>
#include <QWidget>
#include <functional>
#include <vector>

class QGridLayout;
class QLabel;

namespace nodewise::widgets {
class Button;
}

namespace nodewise::viewer {

/// What a key means where it stays: "getting about", "everywhere".
struct TakenKey {
    QString meaning, where;
};
/// Nothing for keys that are free.
using TakenKeys = std::function<std::optional<TakenKey>(const QKeyEvent&)>;

/// One row a command, two rows abreast, under a heading for the pictures, the call and the
/// outlining: press its button, then the new key; Backspace takes the key away. A key of another
/// command changes places with it; a taken key is refused in a sentence.
/// Shows and changes ViewerHabits. objectName: keyEditor; a row's button is key_fit, key_loupe …
class KeyEditor final : public QWidget {
    Q_OBJECT
public:
    explicit KeyEditor(TakenKeys taken, QWidget* parent = nullptr);
    void reset();  ///< The keys as delivered.

protected:
    void keyPressEvent(QKeyEvent* event) override;
    /// While it waits, every key is the answer: also those of shortcuts and of the buttons.
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    int addPart(QGridLayout* grid, const QString& title, const std::vector<KeyScope>& scopes,
                int line);
    void addRow(QGridLayout* grid, ViewerCommand command, int line, int column);
    void refresh();
    void wait(std::optional<ViewerCommand> command);
    void take(KeyPlace key);

    TakenKeys m_taken;
    QHash<int, widgets::Button*> m_buttons;  ///< By command.
    QLabel* m_note = nullptr;
    std::optional<ViewerCommand> m_waiting;
};

}  // namespace nodewise::viewer
