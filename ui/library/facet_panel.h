/// facet_panel.h: the questions to filter by, with a count for each answer.
#pragma once
#include "ui/models/cases_model.h"
#include <QFrame>
#include <map>

class QVBoxLayout;

namespace nodewise::widgets {
class CheckRow;
class RangeSlider;
}  // namespace nodewise::widgets

namespace nodewise::library {

class FacetPanel final : public QFrame {
    Q_OBJECT
public:
    explicit FacetPanel(models::CasesModel& model, QWidget* parent = nullptr);

private:
    struct Block {
        QWidget* box = nullptr;
        QVBoxLayout* rows = nullptr;
        std::map<QString, widgets::CheckRow*> checks;
    };
    void buildBlock(models::Facet facet, QVBoxLayout* column);
    void buildDifficulty(QVBoxLayout* column);
    void refresh();
    void showBlock(models::Facet facet);

    models::CasesModel& m_model;
    std::map<models::Facet, Block> m_blocks;
    widgets::RangeSlider* m_difficulty = nullptr;
};

}  // namespace nodewise::library
