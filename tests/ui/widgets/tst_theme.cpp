#include "ui/widgets/icons.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <cmath>

using namespace nodewise::widgets;

namespace {

/// Relative luminance and contrast of WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsLegibleOnEveryGround_data();
    void textIsLegibleOnEveryGround();
    void meaningfulOutlinesReachThreeToOne();
    void styleSheetNamesNoColourOfItsOwn();
    void everyRoleOfTheSheetIsFilled();
    void widgetsKnowTheirTheme();
    void everyIconIsDrawnInTheColourAskedFor();
    void iconFollowsTheTheme();
    void viridisRisesInLightness();
    void numbersHaveATrueMinus_data();
    void numbersHaveATrueMinus();
    void noTextIsSmallerThanEleven();
};

void TestTheme::textIsLegibleOnEveryGround_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("reading") << 0;
    QTest::newRow("light") << 1;
}

void TestTheme::textIsLegibleOnEveryGround() {
    QFETCH(int, kind);
    const Theme& t = Theme::of(kind == 0 ? ThemeKind::Reading : ThemeKind::Light);
    for (const QColor& ground : {t.bg, t.panel, t.raised, t.hover, t.accentSoft}) {
        QVERIFY2(contrast(t.text, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY2(contrast(t.strong, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY2(contrast(t.dim, ground) >= 4.5, qPrintable(ground.name()));
    }
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrast(t.accent, t.panel) >= 4.5);
}

void TestTheme::meaningfulOutlinesReachThreeToOne() {
    for (const auto kind : {ThemeKind::Reading, ThemeKind::Light}) {
        const Theme& t = Theme::of(kind);
        for (const QColor& shape : {t.edge, t.agrees, t.close, t.differs, t.mark})
            QVERIFY2(contrast(shape, t.panel) >= 3.0, qPrintable(shape.name()));
    }
}

void TestTheme::styleSheetNamesNoColourOfItsOwn() {
    static const QRegularExpression hex(QStringLiteral("#[0-9a-fA-F]{3,8}\\b(?!\\w)[^{,]*;"));
    const auto match = hex.match(styleSheet());
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    QVERIFY(!styleSheet().contains(QLatin1String("rgb")));
}

void TestTheme::everyRoleOfTheSheetIsFilled() {
    for (const auto kind : {ThemeKind::Reading, ThemeKind::Light})
        QVERIFY(!Theme::of(kind).fill(styleSheet()).contains(QLatin1Char('@')));
}

void TestTheme::widgetsKnowTheirTheme() {
    QLabel label;
    label.ensurePolished();
    applyTheme(*qApp, ThemeKind::Light);
    QCOMPARE(Theme::of(&label).kind, ThemeKind::Light);
    applyTheme(*qApp, ThemeKind::Reading);
    QCOMPARE(Theme::of(&label).kind, ThemeKind::Reading);
    QCOMPARE(Theme::of(static_cast<QWidget*>(nullptr)).kind, ThemeKind::Reading);
}

void TestTheme::everyIconIsDrawnInTheColourAskedFor() {
    QCOMPARE(iconNames().size(), 46);
    const QColor colour(10, 200, 30);
    for (const QString& name : iconNames()) {
        const QImage picture = iconPixmap(name, colour, 20, 2).toImage();
        int painted = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QColor at = picture.pixelColor(x, y);
                if (at.alpha() < 250)
                    continue;
                ++painted;
                QVERIFY2(std::abs(at.green() - 200) < 8 && at.red() < 24, qPrintable(name));
            }
        QVERIFY2(painted > 20, qPrintable(name));
    }
}

void TestTheme::iconFollowsTheTheme() {
    const QIcon pair = icon(QStringLiteral("pair"));
    const auto strongest = [&] {
        const QImage picture = pair.pixmap(QSize(40, 40)).toImage();
        QColor best;
        int alpha = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y).alpha() > alpha) {
                    alpha = picture.pixelColor(x, y).alpha();
                    best = picture.pixelColor(x, y);
                }
        return best.lightness();
    };
    applyTheme(*qApp, ThemeKind::Reading);
    const int dark = strongest();
    applyTheme(*qApp, ThemeKind::Light);
    const int light = strongest();
    applyTheme(*qApp, ThemeKind::Reading);
    QVERIFY(dark > 180);
    QVERIFY(light < 80);
}

void TestTheme::viridisRisesInLightness() {
    QCOMPARE(image::viridis(0).name(), QStringLiteral("#440154"));
    QCOMPARE(image::viridis(1).name(), QStringLiteral("#aadc32"));
    QCOMPARE(image::viridis(7).name(), QStringLiteral("#aadc32"));
    double before = -1;
    for (int i = 0; i <= 50; ++i) {
        const double now = luminance(image::viridis(i / 50.0));
        QVERIFY(now > before);
        before = now;
    }
}

void TestTheme::numbersHaveATrueMinus_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("expected");
    QTest::newRow("negative") << -0.28 << 2 << QStringLiteral("−0.28");
    QTest::newRow("positive") << 0.28 << 2 << QStringLiteral("+0.28");
    QTest::newRow("zero") << 0.0 << 1 << QStringLiteral("0.0");
    QTest::newRow("rounds to zero") << -0.04 << 1 << QStringLiteral("0.0");
}

void TestTheme::numbersHaveATrueMinus() {
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, expected);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(signedNumber(value, decimals), expected);
}

void TestTheme::noTextIsSmallerThanEleven() {
    for (const auto style :
         {TextStyle::Small, TextStyle::Note, TextStyle::Base, TextStyle::Value, TextStyle::Head,
          TextStyle::Section, TextStyle::Title, TextStyle::Figure}) {
        QVERIFY(textFont(style).pixelSize() >= 11);
        QVERIFY(lineHeight(style) > textFont(style).pixelSize());
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
