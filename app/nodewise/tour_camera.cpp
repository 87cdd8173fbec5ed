#include "app/nodewise/tour_camera.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/gallery.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cstdio>

namespace nodewise::app {

namespace {

constexpr int kWaitMs = 120000, kGallerySettleMs = 500;
constexpr QSize kWindow{1440, 900}, kSmallWindow{1280, 720}, kPage{595, 842};
constexpr std::array kThemes{widgets::ThemeKind::Reading, widgets::ThemeKind::Light};

QString named(const QString& name, widgets::ThemeKind theme) {
    return theme == widgets::ThemeKind::Light ? name + QStringLiteral("-light") : name;
}

}  // namespace

bool waitFor(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < kWaitMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    return done();
}

void settle(int ms) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

TourCamera::TourCamera(QApplication& app, const QString& folder)
    : m_app(app)
    , m_folder(folder) {}

void TourCamera::shoot(QWidget& window, const QString& name, bool all) {
    for (const auto theme : kThemes) {
        widgets::applyTheme(m_app, theme);
        shootAt(window, named(name, theme), kWindow, 1);
        if (!all)
            continue;
        shootAt(window, named(name, theme) + QStringLiteral("-1280x720"), kSmallWindow, 1);
        shootAt(window, named(name, theme) + QStringLiteral("-scale-2"), kWindow, 2);
    }
    widgets::applyTheme(m_app, widgets::ThemeKind::Reading);
}

void TourCamera::shootComponents() {
    widgets::Gallery gallery;
    gallery.resize(kWindow);
    gallery.show();
    for (const auto theme : kThemes) {
        widgets::applyTheme(m_app, theme);
        settle(kGallerySettleMs);
        draw(gallery, named(QStringLiteral("07-components"), theme), gallery.size(), 1);
    }
    widgets::applyTheme(m_app, widgets::ThemeKind::Reading);
}

void TourCamera::shootPage(const QString& name, const std::function<void(QPainter&)>& paint) {
    QImage picture(kPage * 2, QImage::Format_RGB32);
    QPainter painter(&picture);
    painter.scale(2, 2);
    paint(painter);
    painter.end();
    save(picture, name);
}

void TourCamera::shootAt(QWidget& window, const QString& name, QSize size, int scale) {
    window.resize(size);
    settle();
    const auto views = window.findChildren<viewer::SliceView*>();
    (void)waitFor([&] {
        return std::none_of(views.begin(), views.end(), [](const viewer::SliceView* view) {
            return view->isVisible() && view->pending();
        });
    });
    draw(window, name, size, scale);
}

void TourCamera::draw(QWidget& widget, const QString& name, QSize size, int scale) {
    QImage picture(size * scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::black);
    widget.render(&picture);
    save(picture, name);
}

void TourCamera::complain(const char* text) {
    std::fprintf(stderr, "nodewise --tour: %s\n", text);
    m_well = false;
}

void TourCamera::save(const QImage& picture, const QString& name) {
    const QString file = m_folder.filePath(name + QStringLiteral(".png"));
    if (picture.save(file))
        std::printf("%s\n", qUtf8Printable(file));
    else
        complain("a picture could not be written");
}

}  // namespace nodewise::app
