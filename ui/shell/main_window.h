/// main_window.h: rail, places, regions for F6, dropping files: navigation only.
#pragma once
#include <QMainWindow>
#include <QMap>
#include <QStringList>

class QStackedWidget;

namespace nodewise::widgets {
class ProgressStrip;
class Toast;
}  // namespace nodewise::widgets

namespace nodewise::shell {

class Rail;

struct Place {
    QString id;        ///< "today"; the rail button is "todayPlace".
    QString iconName;  ///< Of ui/widgets/icons.
    QString title;     ///< Translated.
    bool atFoot = false;
};

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// Adds a place to the rail and its page; the window takes the page. The first is shown.
    void addPlace(const Place& place, QWidget* page);
    /// Another page of an existing place (feedback belongs to Read). The rail stays.
    void addPage(const QString& placeId, const QString& pageId, QWidget* page);
    /// Shows a place (its first page), or a page added by `addPage`.
    void goTo(const QString& id);
    [[nodiscard]] QString currentPage() const { return m_current; }

    [[nodiscard]] widgets::Toast* toast() const { return m_toast; }
    /// For work that has no place of its own: packs and series that are being read in.
    [[nodiscard]] widgets::ProgressStrip* jobStrip() const { return m_jobStrip; }

Q_SIGNALS:
    void pageChanged(const QString& id);
    /// Somebody pressed a place of the rail: the owner may lead to another of its pages.
    void placeChosen(const QString& id);
    void pathsDropped(const QStringList& paths);
    void openPackRequested();
    void importRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// Keys that nobody wanted go to the page on screen, wherever the focus is.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addShortcuts();
    void goRound(bool backwards);
    void placeJobStrip();

    Rail* m_rail;
    QStackedWidget* m_stack;
    widgets::Toast* m_toast;
    widgets::ProgressStrip* m_jobStrip;
    QMap<QString, QWidget*> m_pages;
    QMap<QString, QString> m_placeOf;
    QStringList m_places;
    QString m_current;
    bool m_handingOn = false;
};

}  // namespace nodewise::shell
