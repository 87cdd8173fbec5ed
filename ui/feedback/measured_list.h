/// measured_list.h: name, value with unit, and what it is to be held against.
#pragma once
#include "ui/text/feedback_text.h"
#include <QWidget>
#include <vector>

class QGridLayout;

namespace nodewise::feedback_screen {

/// Rows of 32 px; what a number means stands in the tooltip and the accessible description.
class MeasuredList final : public QWidget {
    Q_OBJECT
public:
    explicit MeasuredList(QWidget* parent = nullptr);
    void setRows(const std::vector<text::MeasuredRow>& rows);

Q_SIGNALS:
    /// The card behind a number was asked for.
    void cardAsked(const QString& name, const QString& card);

private:
    QWidget* nameOf(const text::MeasuredRow& row);

    QGridLayout* m_grid;
};

}  // namespace nodewise::feedback_screen
