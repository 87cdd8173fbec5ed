/// key_sheet.h: every key of the reading screen on one sheet, over the views, never modal.
#pragma once
#include <QFrame>

namespace nodewise::read {

/// Closed with ?, Escape or its button. objectName: keySheet.
class KeySheet final : public QFrame {
    Q_OBJECT
public:
    explicit KeySheet(QWidget* parent);
    /// Shows it in the middle of the parent, or hides it.
    void toggle();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_before = nullptr;  ///< Where the focus was.
};

}  // namespace nodewise::read
