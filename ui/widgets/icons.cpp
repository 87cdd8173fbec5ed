#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

// Must stand outside every namespace: it names a function the resource compiler makes.
static void initIconResource() {
    Q_INIT_RESOURCE(nodewise_icons);
}

namespace nodewise::widgets {

namespace {

QByteArray svgOf(const QString& name) {
    initIconResource();
    QFile file(QStringLiteral(":/nodewise/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon is called %s", qUtf8Printable(name));
        return {};
    }
    return file.readAll();
}

/// Draws from the palette at the moment of painting, so a theme change needs no new icons.
class ThemedEngine final : public QIconEngine {
public:
    ThemedEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
        , m_svg(svgOf(m_name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int side = std::min(rect.width(), rect.height());
        QRect box(0, 0, side, side);
        box.moveCenter(rect.center());
        renderer.render(painter, QRectF(box));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedEngine(m_name, m_tone); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode, QIcon::State state) const {
        const bool light =
            QGuiApplication::palette().color(QPalette::Link) == Theme::of(ThemeKind::Light).accent;
        const Theme& theme = Theme::of(light ? ThemeKind::Light : ThemeKind::Reading);
        if (mode == QIcon::Disabled)
            return theme.edge;
        switch (m_tone) {
        case IconTone::Tool:
            return state == QIcon::On ? theme.accent : theme.text;
        case IconTone::Plain:
            return state == QIcon::On ? theme.strong : theme.dim;
        case IconTone::Accent:
            return theme.accent;
        case IconTone::OnAccent:
            return theme.onAccent;
        }
        return theme.text;
    }

    QString m_name;
    IconTone m_tone;
    QByteArray m_svg;
};

}  // namespace

QIcon icon(const QString& name, IconTone tone) {
    return QIcon(new ThemedEngine(name, tone));
}

void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour) {
    QByteArray svg = svgOf(name);
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer(svg).render(&painter, box);
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio) {
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(0, 0, size, size), name, colour);
    return pixmap;
}

QStringList iconNames() {
    initIconResource();
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/nodewise/icons")).entryList(QDir::Files))
        names << file.chopped(4);
    names.sort();
    return names;
}

}  // namespace nodewise::widgets
