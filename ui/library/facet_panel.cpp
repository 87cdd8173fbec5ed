#include "ui/library/facet_panel.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/range_slider.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/type_scale.h"
#include <QVBoxLayout>

namespace nodewise::library {

using models::Facet;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

QString titleOf(Facet facet) {
    switch (facet) {
    case Facet::Status:
        return FacetPanel::tr("Status");
    case Facet::Site:
        //: Site of the primary tumour.
        return FacetPanel::tr("Site");
    case Facet::Level:
        //: Level of the neck, as in "IIa".
        return FacetPanel::tr("Level");
    case Facet::Truth:
        //: Kind of the reference a case is compared with.
        return FacetPanel::tr("Truth");
    case Facet::Pack:
        return FacetPanel::tr("Pack");
    }
    return {};
}

QString nameOf(Facet facet) {
    static const char* const names[] = {"status", "site", "level", "truth", "pack"};
    return QLatin1String(names[static_cast<int>(facet)]);
}

}  // namespace

FacetPanel::FacetPanel(models::CasesModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model) {
    auto* column =
        widgets::addScrolledColumn(this, QStringLiteral("facetPanel"), 216, {16, 16, 16, 16});
    for (const Facet facet : models::kFacets)
        buildBlock(facet, column);
    buildDifficulty(column);
    column->addStretch(1);
    connect(&model, &models::CasesModel::filterChanged, this, &FacetPanel::refresh);
    refresh();
}

void FacetPanel::buildBlock(Facet facet, QVBoxLayout* column) {
    Block block;
    block.box = new QWidget(this);
    block.rows = new QVBoxLayout(block.box);
    block.rows->setContentsMargins(0, 0, 0, 20);
    block.rows->setSpacing(4);
    block.rows->addWidget(makeLabel(titleOf(facet), TextStyle::Head, TextTone::Strong, block.box));
    column->addWidget(block.box);
    m_blocks[facet] = block;
}

void FacetPanel::buildDifficulty(QVBoxLayout* column) {
    column->addWidget(makeLabel(tr("Difficulty"), TextStyle::Head, TextTone::Strong, this));
    column->addSpacing(4);
    m_difficulty = new widgets::RangeSlider(this);
    m_difficulty->setObjectName(QStringLiteral("difficultySlider"));
    m_difficulty->setAccessibleName(tr("Difficulty"));
    m_difficulty->setRange(1, 5);
    column->addWidget(m_difficulty);
    connect(m_difficulty, &widgets::RangeSlider::rangeChosen, &m_model,
            &models::CasesModel::setDifficulty);
}

void FacetPanel::refresh() {
    for (const Facet facet : models::kFacets)
        showBlock(facet);
    m_difficulty->setChosen(m_model.difficultyLow(), m_model.difficultyHigh());
    m_difficulty->setEndTexts(tr("%1 easy").arg(m_model.difficultyLow()),
                              tr("%1 hard").arg(m_model.difficultyHigh()));
}

void FacetPanel::showBlock(Facet facet) {
    Block& block = m_blocks[facet];
    const auto values = m_model.facet(facet);
    for (auto& [key, check] : block.checks)
        check->hide();
    int position = 1;
    for (const auto& value : values) {
        auto*& check = block.checks[value.key];
        if (!check) {
            check = new widgets::CheckRow(
                QStringLiteral("%1Facet_%2").arg(nameOf(facet), value.key), value.text, block.box);
            connect(check, &QCheckBox::toggled, this,
                    [this, facet, key = value.key](bool on) { m_model.setFacet(facet, key, on); });
        }
        block.rows->removeWidget(check);
        block.rows->insertWidget(position++, check);
        const QSignalBlocker quiet(check);
        check->setChecked(value.on);
        check->setTrailing(QString::number(value.count));
        check->show();
    }
    block.box->setVisible(!values.empty() && (facet != Facet::Pack || values.size() > 1));
}

}  // namespace nodewise::library
