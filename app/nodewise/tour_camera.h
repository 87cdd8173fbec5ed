/// tour_camera.h: pictures of a window as it runs, and the waiting between them.
#pragma once
#include <QDir>
#include <QSize>
#include <QString>
#include <functional>

class QApplication;
class QImage;
class QPainter;
class QWidget;

namespace nodewise::app {

/// Lets the program run until `done`, two minutes at most. Gives what `done` says last.
bool waitFor(const std::function<bool()>& done);
/// Lets the program run for so long.
void settle(int ms = 250);

/// Writes PNG files into one folder; names each on standard output. GUI thread.
class TourCamera {
public:
    TourCamera(QApplication& app, const QString& folder);

    /// A window in both themes at 1440 × 900; with `all` also at 1280 × 720 and at scale 2.
    void shoot(QWidget& window, const QString& name, bool all);
    /// The shared controls, for holding them beside the design.
    void shootComponents();
    /// A page of A4 at twice its size in points.
    void shootPage(const QString& name, const std::function<void(QPainter&)>& paint);
    /// A picture that was made elsewhere.
    void keep(const QImage& picture, const QString& name) { save(picture, name); }

    /// Something that should have been drawn was not: said on standard error.
    void complain(const char* text);
    /// Every picture could be drawn and written.
    [[nodiscard]] bool isWell() const { return m_well; }

private:
    void shootAt(QWidget& window, const QString& name, QSize size, int scale);
    void draw(QWidget& widget, const QString& name, QSize size, int scale);
    void save(const QImage& picture, const QString& name);

    QApplication& m_app;
    QDir m_folder;
    bool m_well = true;
};

}  // namespace nodewise::app
