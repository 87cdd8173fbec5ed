#include "ui/today/today_screen.h"
#include "ui/today/first_start_page.h"
#include "ui/today/today_page.h"
#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace nodewise::today {

TodayScreen::TodayScreen(models::TodayModel& model, models::Thumbnails& thumbnails, QWidget* parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_first(new FirstStartPage(model, thumbnails, this))
    , m_page(new TodayPage(model, thumbnails, this)) {
    setObjectName(QStringLiteral("todayScreen"));
    addWidget(m_first);
    addWidget(m_page);
    connect(&model, &models::TodayModel::changed, this, &TodayScreen::choosePage);
    connect(m_first, &FirstStartPage::openCaseRequested, this, &TodayScreen::openCaseRequested);
    connect(m_first, &FirstStartPage::openPackRequested, this, &TodayScreen::openPackRequested);
    connect(m_first, &FirstStartPage::importRequested, this, &TodayScreen::importRequested);
    connect(m_page, &TodayPage::openCaseRequested, this, &TodayScreen::openCaseRequested);
    connect(m_page, &TodayPage::reviewCallRequested, this, &TodayScreen::reviewCallRequested);
    connect(m_page, &TodayPage::casesRequested, this, &TodayScreen::casesRequested);
    connect(m_page, &TodayPage::progressRequested, this, &TodayScreen::progressRequested);
    connect(m_page, &TodayPage::testRequested, this, &TodayScreen::testRequested);
    connect(m_page, &TodayPage::otherTestRequested, this, &TodayScreen::otherTestRequested);
    connect(m_page, &TodayPage::drillRequested, this, &TodayScreen::drillRequested);
    connect(m_page, &TodayPage::pairsRequested, this, &TodayScreen::pairsRequested);
    connect(m_page, &TodayPage::meetingRequested, this, &TodayScreen::meetingRequested);
    choosePage();
}

void TodayScreen::choosePage() {
    const bool first = m_model.state() == models::TodayState::FirstStart;
    setCurrentWidget(first ? static_cast<QWidget*>(m_first) : m_page);
    setFocusProxy(currentWidget());
}

void TodayScreen::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    choosePage();
}

void TodayScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QStackedWidget::keyPressEvent(event);
    QWidget* focus = QApplication::focusWidget();
    auto* button = focus && isAncestorOf(focus) ? qobject_cast<QAbstractButton*>(focus) : nullptr;
    // A text field ends with Enter by itself.
    if (!button && !qobject_cast<QLineEdit*>(focus))
        button = qobject_cast<QAbstractButton*>(openingFocus());
    if (button && button->isVisible() && button->isEnabled())
        button->click();
    event->accept();
}

QList<QWidget*> TodayScreen::focusRegions() const {
    if (currentWidget() == m_first)
        return {m_first};
    return m_page->focusRegions();
}

QWidget* TodayScreen::openingFocus() const {
    return currentWidget()->findChild<QAbstractButton*>(currentWidget() == m_first
                                                            ? QStringLiteral("startButton")
                                                            : QStringLiteral("continueButton"));
}

}  // namespace nodewise::today
