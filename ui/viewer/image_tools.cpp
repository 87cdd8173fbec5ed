#include "ui/viewer/image_tools.h"
#include "ui/text/number_text.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slab_choices.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>

namespace nodewise::viewer {

using widgets::ToolButton;

namespace {

/// Ten pictures a second: a speed at which a neck can be followed.
constexpr int kCineMs = 100;

constexpr double kBrushesMm[] = {1, 2, 4, 6, 8, 12, 20};

}  // namespace

ImageTools::ImageTools(ViewerModel& viewerModel, PlaneLayout& layout, QWidget* parent)
    : QFrame(parent)
    , m_viewer(viewerModel)
    , m_layout(layout)
    , m_tools(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("tools"));
    setAccessibleName(tr("Image tools"));
    setFixedHeight(44);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    addTools(row);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    addSlab(row);
    row->addStretch(1);
    addView(row);
    addMore(row);
    m_cineTimer.setInterval(kCineMs);
    connect(&m_cineTimer, &QTimer::timeout, this, &ImageTools::stepCine);
    connect(&m_viewer, &ViewerModel::toolChanged, this, &ImageTools::showTool);
    connect(&m_viewer, &ViewerModel::slabChanged, this, &ImageTools::showSlab);
    connect(&m_viewer, &ViewerModel::volumeChanged, this, [this] { playCine(false); });
    connect(&m_viewer, &ViewerModel::windowChanged, this,
            [this] { m_invert->setChecked(m_viewer.window().inverted); });
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this, &ImageTools::showKeys);
    connect(&m_layout, &PlaneLayout::commandRequested, this, &ImageTools::follow);
    showTool();
    showSlab();
    showKeys();
}

QWidget* ImageTools::firstControl() const {
    return m_tools->buttons().first();
}

void ImageTools::setCompact(bool compact) {
    m_slab->setVisible(!compact && m_outlining.front()->isHidden());
}

void ImageTools::setMarking(bool marking) {
    m_mark->setVisible(marking);
}

ToolButton* ImageTools::addButton(QHBoxLayout* row, const QString& name, const QString& iconName,
                                  const QString& words, const QString& key) {
    auto* button = new ToolButton(name, iconName, words, key, this);
    row->addWidget(button);
    return button;
}

ToolButton* ImageTools::addTool(QHBoxLayout* row, const QString& iconName, const QString& words,
                                const QString& key, Tool tool) {
    ToolButton* button = addButton(row, iconName + QStringLiteral("Tool"), iconName, words, key);
    button->setCheckable(true);
    m_tools->addButton(button, static_cast<int>(tool));
    connect(button, &QToolButton::clicked, this, [this, tool] { m_viewer.setTool(tool); });
    return button;
}

ToolButton* ImageTools::addTool(QHBoxLayout* row, const QString& iconName, ViewerCommand command,
                                Tool tool) {
    ToolButton* button = addTool(row, iconName, commandName(command), {}, tool);
    m_keyed << qMakePair(button, command);
    return button;
}

void ImageTools::addTools(QHBoxLayout* row) {
    using C = ViewerCommand;
    addTool(row, QStringLiteral("scroll"), C::ScrollTool, Tool::Scroll);
    addTool(row, QStringLiteral("window"), C::WindowTool, Tool::Window);
    m_rarer << addTool(row, QStringLiteral("pan"), C::PanTool, Tool::Pan)
            << addTool(row, QStringLiteral("zoom"), C::ZoomTool, Tool::Zoom);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    addOutlining(row);
    m_mark = addTool(row, QStringLiteral("plus"), tr("Mark the node"), {}, Tool::Mark);
    m_keyed << qMakePair(m_mark, C::PlaceMark);
    addTool(row, QStringLiteral("pair"), C::PairTool, Tool::Pair);
    addTool(row, QStringLiteral("ruler"), C::RulerTool, Tool::Ruler);
    m_rarer << addTool(row, QStringLiteral("angle"), C::AngleTool, Tool::Angle)
            << addTool(row, QStringLiteral("ellipse"), C::EllipseTool, Tool::Ellipse)
            << addTool(row, QStringLiteral("probe"), C::ProbeTool, Tool::Probe);
}

void ImageTools::addOutlining(QHBoxLayout* row) {
    auto* node = addTool(row, QStringLiteral("measure"), ViewerCommand::NodeTool, Tool::Node);
    auto* brush = addTool(row, QStringLiteral("brush"), ViewerCommand::BrushTool, Tool::Brush);
    m_brush =
        new widgets::ComboBox(QStringLiteral("brushCombo"), tr("Diameter of the brush"), this);
    for (const double mm : kBrushesMm)
        m_brush->addItem(text::millimetres(mm, 0), mm);
    m_brush->setCompact(true);
    m_brush->setProperty("narrow", true);
    m_brush->setFixedWidth(84);
    m_brush->setCurrentIndex(m_brush->findData(2 * m_viewer.brushMm()));
    row->addWidget(m_brush);
    connect(m_brush, &QComboBox::activated, this, [this] {
        m_viewer.setBrushMm(m_brush->currentData().toDouble() / 2);
        m_viewer.setTool(Tool::Brush);
    });
    connect(&m_viewer, &ViewerModel::brushChanged, this,
            [this] { m_brush->setCurrentIndex(m_brush->findData(2 * m_viewer.brushMm())); });
    m_outlining = {node, brush, m_brush};
    for (QWidget* widget : m_outlining)
        widget->hide();
}

void ImageTools::setOutlining(bool outlining) {
    for (QWidget* widget : m_outlining)
        widget->setVisible(outlining);
    for (QWidget* widget : m_rarer)
        widget->setVisible(!outlining);
    m_slab->setVisible(!outlining);
    for (QAction* action : m_menu->actions())
        if (action->property("rarer").toBool())
            action->setVisible(outlining);
}

void ImageTools::showKeys() {
    for (const auto& [button, command] : m_keyed) {
        const KeyPlace key = ViewerHabits::instance().keys().key(command);
        button->setKey(key.isSet() ? keyText(key) : QString());
    }
}

void ImageTools::follow(ViewerCommand command) {
    if (command == ViewerCommand::Cine)
        playCine(!m_cine->isChecked());
    else if (command == ViewerCommand::CopyPicture)
        Q_EMIT copyPictureRequested();
}

void ImageTools::addSlab(QHBoxLayout* row) {
    m_slab = new widgets::ComboBox(QStringLiteral("slabCombo"), tr("Slab"), this);
    for (const Slab& slab : kSlabChoices)
        m_slab->addItem(slabWords(slab));
    m_slab->setCompact(true);
    m_slab->setFixedWidth(132);
    auto* thicker =
        addButton(row, QStringLiteral("slabTool"), QStringLiteral("slab"), tr("Thicker slab"), {});
    m_keyed << qMakePair(thicker, ViewerCommand::SlabThicker);
    connect(thicker, &QToolButton::clicked, this, [this] { m_viewer.stepSlab(1); });
    row->addSpacing(4);
    row->addWidget(m_slab);
    row->addSpacing(4);
    m_crosshair = addButton(row, QStringLiteral("crosshairTool"), QStringLiteral("crosshair"),
                            tr("Lines of the other planes"), {});
    m_crosshair->setCheckable(true);
    m_crosshair->setChecked(m_viewer.crosshairShown());
    m_rarer << thicker;
    m_cine = addButton(row, QStringLiteral("cineTool"), QStringLiteral("cine"),
                       tr("Play through the slices"), {});
    m_cine->setCheckable(true);
    connect(m_slab, &QComboBox::activated, this, &ImageTools::takeSlab);
    connect(m_crosshair, &QToolButton::toggled, &m_viewer, &ViewerModel::setCrosshairShown);
    connect(m_cine, &QToolButton::toggled, this, &ImageTools::playCine);
    m_keyed << qMakePair(m_crosshair, ViewerCommand::ToggleLines)
            << qMakePair(m_cine, ViewerCommand::Cine);
    connect(&m_viewer, &ViewerModel::pictureChanged, this,
            [this] { m_crosshair->setChecked(m_viewer.crosshairShown()); });
}

void ImageTools::addView(QHBoxLayout* row) {
    m_invert =
        addButton(row, QStringLiteral("invertTool"), QStringLiteral("invert"), tr("Invert"), {});
    m_invert->setCheckable(true);
    auto* flip = addButton(row, QStringLiteral("flipTool"), QStringLiteral("flip"),
                           tr("Flip left to right"), {});
    auto* fit = addButton(row, QStringLiteral("fitTool"), QStringLiteral("fit"), tr("Fit"), {});
    auto* reset = addButton(row, QStringLiteral("resetTool"), QStringLiteral("reset"),
                            tr("Reset the views"), {});
    m_keyed << qMakePair(m_invert, ViewerCommand::Invert) << qMakePair(fit, ViewerCommand::Fit)
            << qMakePair(reset, ViewerCommand::Reset);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    m_undo = addButton(row, QStringLiteral("undoTool"), QStringLiteral("undo"), tr("Undo"), {});
    auto* layout = addButton(row, QStringLiteral("layoutTool"), QStringLiteral("layout"),
                             tr("Next layout"), QString());
    m_keyed << qMakePair(layout, ViewerCommand::NextLayout) << qMakePair(flip, ViewerCommand::Flip)
            << qMakePair(m_undo, ViewerCommand::Undo);
    m_undo->setEnabled(false);
    connect(m_invert, &QToolButton::clicked, &m_viewer, &ViewerModel::toggleInvert);
    connect(flip, &QToolButton::clicked, this,
            [this] { m_viewer.toggleFlip(m_viewer.activePlane()); });
    connect(fit, &QToolButton::clicked, this, [this] { m_viewer.fit(m_viewer.activePlane()); });
    connect(reset, &QToolButton::clicked, &m_viewer, &ViewerModel::resetViews);
    connect(m_undo, &QToolButton::clicked, m_viewer.undoStack(), &QUndoStack::undo);
    connect(m_viewer.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(layout, &QToolButton::clicked, &m_layout, &PlaneLayout::nextLayout);
}

void ImageTools::showTool() {
    auto* button = m_tools->button(static_cast<int>(m_viewer.tool()));
    // A tool of the menu has no button: then none is down.
    m_tools->setExclusive(false);
    for (QAbstractButton* other : m_tools->buttons())
        other->setChecked(other == button);
    m_tools->setExclusive(true);
}

void ImageTools::showSlab() {
    const Slab slab = m_viewer.slab();
    const int row = slabChoiceOf(slab);
    m_slab->setCurrentIndex(row);
    for (int i = 0; i < m_slabActions.size(); ++i)
        m_slabActions[i]->setChecked(i == row);
    // A thickness stepped to by key that is not in the list stands in the corner
    // of the picture.
    m_slab->setPlaceholderText(text::millimetres(slab.thicknessMm, 0));
}

void ImageTools::takeSlab(int row) {
    m_viewer.setSlab(kSlabChoices[static_cast<std::size_t>(row)]);
}

void ImageTools::playCine(bool playing) {
    m_cine->setChecked(playing);
    if (playing && m_viewer.volume())
        m_cineTimer.start();
    else
        m_cineTimer.stop();
}

void ImageTools::stepCine() {
    const auto plane = m_viewer.activePlane();
    const auto at = m_viewer.sliceNumber(plane);
    if (at.number + m_cineStep < 1 || at.number + m_cineStep > at.count)
        m_cineStep = -m_cineStep;
    m_viewer.stepSlices(plane, m_cineStep);
}

}  // namespace nodewise::viewer
