/// case_list_view.h: cards in a grid; arrows walk them, Enter opens.
#pragma once
#include <QListView>

namespace nodewise::library {

class CaseListView final : public QListView {
    Q_OBJECT
public:
    explicit CaseListView(QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

}  // namespace nodewise::library
