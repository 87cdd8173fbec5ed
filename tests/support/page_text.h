/// page_text.h: what a painted page says, and where: a paint device that keeps its texts.
#pragma once
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QStringList>
#include <functional>
#include <vector>

namespace nodewise::tests {

/// One run of text, its box in points of the page.
struct PageText {
    QString text;
    QRectF box;
};

/// Keeps texts, draws nothing.
class PageTextEngine final : public QPaintEngine {
public:
    PageTextEngine()
        : QPaintEngine(QPaintEngine::AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& now) override {
        if (now.state() & QPaintEngine::DirtyTransform)
            m_transform = now.transform();
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath&) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(),
                         item.ascent() + item.descent());
        if (!item.text().trimmed().isEmpty())
            texts.push_back({item.text(), m_transform.mapRect(box)});
    }
    Type type() const override { return QPaintEngine::User; }
    std::vector<PageText> texts;

private:
    QTransform m_transform;
};

/// A page of A4 in points.
class PageTextDevice final : public QPaintDevice {
public:
    QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] const std::vector<PageText>& texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric what) const override {
        switch (what) {
        case PdmWidth:
            return 595;
        case PdmHeight:
            return 842;
        case PdmWidthMM:
            return 210;
        case PdmHeightMM:
            return 297;
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 72;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(what);
        }
    }

private:
    mutable PageTextEngine m_engine;
};

/// The texts of what `paint` paints.
[[nodiscard]] inline std::vector<PageText> textsOf(const std::function<void(QPainter&)>& paint) {
    PageTextDevice page;
    QPainter painter(&page);
    paint(painter);
    painter.end();
    return page.texts();
}

/// The same as one text, in the order of painting.
[[nodiscard]] inline QString wordsOf(const std::vector<PageText>& texts) {
    QStringList words;
    for (const PageText& one : texts)
        words << one.text;
    return words.join(QLatin1Char(' ')).simplified();
}

/// Texts beyond the edge of the page, and texts that lie on one another; empty for a sound page.
[[nodiscard]] inline QStringList faultsOf(const std::vector<PageText>& texts) {
    QStringList faults;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!QRectF(0, 0, 595, 842).contains(texts[i].box))
            faults << QStringLiteral("beyond the page: ") + texts[i].text;
        for (std::size_t k = 0; k < i; ++k) {
            // Ascent and descent of neighbouring lines may touch.
            const QRectF common = texts[i].box & texts[k].box;
            // A number with a dark edge is painted several times.
            const bool edge = texts[i].text == texts[k].text &&
                              (texts[i].box.center() - texts[k].box.center()).manhattanLength() < 3;
            if (!edge && common.width() > 2 && common.height() > 4)
                faults << texts[k].text + QStringLiteral(" | ") + texts[i].text;
        }
    }
    return faults;
}

}  // namespace nodewise::tests
