/// gallery.h: the shared controls in their states on one sheet, for looking at and for tests.
#pragma once
#include <QWidget>

class QVBoxLayout;

namespace nodewise::widgets {

/// Laid out like the components sheet of the design, so that the two can be held side by side.
class Gallery final : public QWidget {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

private:
    void addButtons(QVBoxLayout* column);
    void addChoices(QVBoxLayout* column);
    void addMarks(QVBoxLayout* column);
    void addFields(QVBoxLayout* column);
    void addStrips(QVBoxLayout* column);
};

}  // namespace nodewise::widgets
