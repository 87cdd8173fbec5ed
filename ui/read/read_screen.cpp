#include "ui/read/read_screen.h"
#include "ui/read/call_foot.h"
#include "ui/read/call_keys.h"
#include "ui/read/call_panel.h"
#include "ui/read/node_column.h"
#include "ui/read/node_list.h"
#include "ui/read/viewing_note.h"
#include "ui/viewer/image_tools.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace nodewise::read {

using models::ReadingModel;
using models::ReadingState;
using viewer::ViewerModel;
using namespace widgets;

ReadScreen::ReadScreen(ReadingModel& model, QWidget* parent)
    : QStackedWidget(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("readScreen"));
    m_emptyPage = new QWidget(this);
    auto* around = new QVBoxLayout(m_emptyPage);
    around->setContentsMargins(32, 32, 32, 32);
    m_empty = new EmptyState({}, {}, {}, m_emptyPage);
    m_empty->setObjectName(QStringLiteral("readEmpty"));
    around->addWidget(m_empty, 0, Qt::AlignTop | Qt::AlignLeft);
    m_openingPage = buildOpening();
    m_readingPage = buildReading();
    addWidget(m_emptyPage);
    addWidget(m_openingPage);
    addWidget(m_readingPage);
    m_sheet = new viewer::KeySheet(
        QStringLiteral("keySheet"),
        [] {
            return QList{callKeyGroup(), viewer::viewerKeyGroup()};
        },
        this);
    m_toast = new Toast(this);
    m_toast->setFootOffset(44);
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &ReadScreen::tellTime);
    connect(m_empty, &EmptyState::actionTriggered, this, &ReadScreen::casesRequested);
    connectModel();
    connectViewer();
    setCompact(false);
    showCase();
    showState();
}

ReadScreen::~ReadScreen() = default;

QWidget* ReadScreen::buildOpening() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(32, 32, 32, 32);
    m_opening = new ProgressStrip(page);
    m_opening->setObjectName(QStringLiteral("openingProgress"));
    m_opening->setFixedWidth(432);
    column->addWidget(m_opening, 0, Qt::AlignTop | Qt::AlignLeft);
    connect(m_opening, &ProgressStrip::cancelRequested, &m_model, &ReadingModel::cancelOpening);
    return page;
}

QWidget* ReadScreen::buildReading() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new HeaderStrip(page);
    m_mode = m_header->addRightText({}, false);
    m_edition = m_header->addRightText({}, true);
    m_time = m_header->addRightText({}, false);
    m_time->setObjectName(QStringLiteral("readingTime"));
    column->addWidget(m_header);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_column = new NodeColumn(m_model, page);
    row->addWidget(m_column);
    row->addWidget(makeSeparator(page));
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    m_layout = new viewer::PlaneLayout(&m_viewer, page);
    m_tools = new viewer::ImageTools(m_viewer, *m_layout, page);
    middle->addWidget(m_layout, 1);
    middle->addWidget(m_tools);
    row->addLayout(middle, 1);
    row->addWidget(makeSeparator(page));
    m_panel = new CallPanel(m_model, page);
    m_note = new ViewingNote(page);
    row->addWidget(m_panel);
    row->addWidget(m_note);
    column->addLayout(row, 1);
    for (QFrame* line : page->findChildren<QFrame*>(QString(), Qt::FindDirectChildrenOnly))
        if (line->property("separator").toBool()) {
            line->setMinimumHeight(0);
            line->setMaximumHeight(QWIDGETSIZE_MAX);
        }
    for (QWidget* widget : page->findChildren<QWidget*>())
        if (widget->inherits("QComboBox") || widget->inherits("QAbstractItemView"))
            widget->installEventFilter(this);
    return page;
}

void ReadScreen::connectModel() {
    connect(&m_model, &ReadingModel::stateChanged, this, &ReadScreen::showState);
    connect(&m_model, &ReadingModel::caseChanged, this, &ReadScreen::showCase);
    connect(&m_model, &ReadingModel::currentNodeChanged, this, &ReadScreen::showNode);
    connect(&m_model, &ReadingModel::draftChanged, this, &ReadScreen::followDraft);
    connect(&m_model, &ReadingModel::progressed, this,
            [this](double fraction) { m_opening->setProgress(fraction); });
    connect(&m_model, &ReadingModel::refused, this, [this] {
        if (isVisible() && !m_model.problem().isEmpty())
            m_toast->showMessage(m_model.problem());
    });
    connect(m_note, &ViewingNote::casesRequested, this, &ReadScreen::casesRequested);
    connect(m_column, &NodeColumn::markRequested, this, &ReadScreen::startMarking);
}

void ReadScreen::connectViewer() {
    connect(&m_viewer, &ViewerModel::marksChanged, this, &ReadScreen::takeMarks);
    connect(&m_viewer, &ViewerModel::measurementsChanged, this, &ReadScreen::takePair);
    connect(&m_viewer, &ViewerModel::measurementsChanged, this, &ReadScreen::takeDrawn);
    connect(&m_viewer, &ViewerModel::keyImagesChanged, this, &ReadScreen::takeDrawn);
    connect(&m_viewer, &ViewerModel::cursorChanged, this, &ReadScreen::tellView);
    connect(m_tools, &viewer::ImageTools::copyPictureRequested, this, [this] {
        QGuiApplication::clipboard()->setImage(picture());
        m_toast->showMessage(tr("The picture is on the clipboard."));
    });
    connect(m_tools, &viewer::ImageTools::savePictureRequested, this,
            [this] { Q_EMIT savePictureRequested(picture()); });
    // A node is marked once; the left button then goes back to what it does in every viewer.
    connect(&m_viewer, &ViewerModel::markAdded, this, [this] {
        if (m_viewer.tool() == viewer::Tool::Mark)
            m_viewer.setTool(viewer::Tool::Window);
    });
}

void ReadScreen::setSolidView(QWidget* view) {
    m_layout->setFourthView(view);
}

QImage ReadScreen::picture() const {
    const auto* view = m_layout->activeView();
    return view->exportImage(view->size(), 2);
}

// ---- pages -------------------------------------------------------------------------------------

void ReadScreen::showEmpty(const QString& title, const QString& detail, const QString& action) {
    m_empty->setTexts(title, detail, action);
    setCurrentWidget(m_emptyPage);
}

void ReadScreen::showState() {
    const ReadingState state = m_model.state();
    m_viewer.setReadOnly(state != ReadingState::Calling && state != ReadingState::Viewing);
    m_panel->setVisible(state != ReadingState::Viewing);
    m_note->setVisible(state == ReadingState::Viewing);
    m_tools->setMarking(state == ReadingState::Calling);
    if (state == ReadingState::Opening)
        m_opening->start(tr("Opening the case"));
    else
        m_opening->finish();
    switch (state) {
    case ReadingState::Empty:
        showEmpty(tr("No case is open."),
                  tr("A case opens with its whole volume; nothing is asked before you look."),
                  tr("Choose a case"));
        break;
    case ReadingState::Failed:
        showEmpty(m_model.problem(), tr("Nothing was changed."), tr("Choose another case"));
        break;
    case ReadingState::Finished:
        //: %1 is the name of the case.
        showEmpty(tr("%1 is finished.").arg(m_model.title()),
                  tr("%n node(s) called and saved.", nullptr, m_model.calledCount()),
                  tr("Choose the next case"));
        break;
    case ReadingState::Opening:
        setCurrentWidget(m_openingPage);
        break;
    default:
        showReading();
    }
    if (state == ReadingState::Calling && isVisible())
        m_seconds.start();
    else
        m_seconds.stop();
    tellTime();
}

void ReadScreen::showReading() {
    setCurrentWidget(m_readingPage);
    // The keys of the pictures work at once; a focus that is here already stays where it is.
    const QWidget* focus = QApplication::focusWidget();
    if (isVisible() && !(focus && m_readingPage->isAncestorOf(focus)))
        m_layout->view(viewer::ViewPlane::Axial)->setFocus(Qt::OtherFocusReason);
}

// ---- small windows -----------------------------------------------------------------------------

void ReadScreen::setCompact(bool compact) {
    m_column->setCompact(compact);
    m_layout->setSmallColumnWidth(compact ? 236 : 300);
    m_panel->setFixedWidth(compact ? 296 : 312);
    m_note->setFixedWidth(compact ? 296 : 312);
    m_panel->setCompact(compact);
    m_tools->setCompact(compact);
}

void ReadScreen::resizeEvent(QResizeEvent* event) {
    QStackedWidget::resizeEvent(event);
    setCompact(height() < 800);
    // The small column takes what is left when the large view is as wide as it is high.
    const int views = width() - m_column->width() - m_panel->maximumWidth() - 2;
    if (height() >= 800)
        m_layout->setSmallColumnWidth(
            std::clamp(views - (height() - 88), 300, std::max(300, views * 5 / 11)));
}

void ReadScreen::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    m_model.setPaused(false);
    showState();
}

void ReadScreen::hideEvent(QHideEvent* event) {
    QStackedWidget::hideEvent(event);
    m_model.setPaused(true);
    m_seconds.stop();
}

QList<QWidget*> ReadScreen::focusRegions() const {
    if (currentWidget() != m_readingPage)
        return {currentWidget()};
    return {m_header, m_column, m_layout, m_tools, m_panel, m_note, m_panel->foot()};
}

}  // namespace nodewise::read
