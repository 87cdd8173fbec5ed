/// key_sheet.h: every key of a screen on one sheet, over the views, never modal.
#pragma once
#include "ui/viewer/viewer_keys.h"
#include <QFrame>
#include <QList>
#include <QString>
#include <functional>
#include <initializer_list>

class QGridLayout;

namespace nodewise::viewer {

struct KeyRow {
    QString key, meaning;
};

/// A column of a sheet.
struct KeyGroup {
    QString title;
    QList<KeyRow> rows;
};

/// The keys of these commands in a row; what Shift or Ctrl they all share is said once.
[[nodiscard]] QString keysOf(std::initializer_list<ViewerCommand> commands);
/// "Shift + 0 … 3" as long as the grades lie there.
[[nodiscard]] QString gradeKeys();

/// What the probability is given with: one row as long as its keys are those delivered, else two.
[[nodiscard]] QList<KeyRow> probabilityRows();

/// The keys of the pictures, as the person has set them.
[[nodiscard]] KeyGroup viewerKeyGroup();

/// Closed with ?, Escape or its button. The rows are asked for whenever it opens.
class KeySheet final : public QFrame {
    Q_OBJECT
public:
    KeySheet(const QString& objectName, std::function<QList<KeyGroup>()> groups, QWidget* parent);
    /// Shows it in the middle of the parent, or hides it.
    void toggle();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();

    std::function<QList<KeyGroup>()> m_groups;
    QWidget* m_content = nullptr;
    QWidget* m_before = nullptr;  ///< Where the focus was.
};

}  // namespace nodewise::viewer
