/// search_field.h: a line to type words into, with its key shown while it is empty.
#pragma once
#include <QLineEdit>

namespace nodewise::library {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace nodewise::library
