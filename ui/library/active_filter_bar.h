/// active_filter_bar.h: the filters that are set, each to be taken off, and "Clear".
#pragma once
#include "ui/models/cases_model.h"
#include <QWidget>
#include <vector>

class QHBoxLayout;

namespace nodewise::widgets {
class Button;
class Chip;
}  // namespace nodewise::widgets

namespace nodewise::library {

/// 36 high; hidden while no filter is set.
class ActiveFilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit ActiveFilterBar(models::CasesModel& model, QWidget* parent = nullptr);

private:
    void refresh();
    models::CasesModel& m_model;
    QHBoxLayout* m_row;
    widgets::Button* m_clear;
    std::vector<widgets::Chip*> m_chips;
};

}  // namespace nodewise::library
