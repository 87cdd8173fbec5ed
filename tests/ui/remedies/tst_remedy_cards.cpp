#include "base/result.h"
#include "casepack/remedy_card.h"
#include "casepack/remedy_picture.h"
#include "casepack/teaching.h"
#include "support/accessibility.h"
#include "ui/remedies/remedy_card_view.h"
#include "ui/remedies/remedy_painter.h"
#include "ui/remedies/remedy_pictures.h"
#include "ui/remedies/teaching_view.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::remedies;

namespace {

const casepack::RemedyCard& card(const char* code) {
    const auto* found = casepack::remedyCard(code);
    if (!found)
        qFatal("no card %s", code);
    return *found;
}

template <class T>
T* find(QWidget& in, const char* name) {
    T* widget = in.findChild<T*>(QString::fromLatin1(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

casepack::Teaching teachingOf() {
    casepack::Teaching teaching;
    teaching.text = {{"en", "Look at the front of this node."}, {"de", "Sehen Sie vorn."}};
    teaching.sources = {"Henson2024"};
    teaching.remedies = {"P6", "E02"};
    return teaching;
}

}  // namespace

class TestRemedyCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    }
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aCardIsFoldedUntilItIsAskedFor();
    void aCardSpeaksTheLanguageOfTheWindow();
    void teachingNamesItsSourcesAndOpensItsCards();
    void drawsAPictureOnceAndKeepsIt();
    void aPictureShowsCapsuleAndExtension();
    void theCardOfStreaksShowsThem();
    void eachControlHasAName();
    void keepsPictures();
};

void TestRemedyCards::aCardIsFoldedUntilItIsAskedFor() {
    QWidget window;
    RemedyCardView view(card("P6"), nullptr, &window);
    window.show();
    QVERIFY(!view.isOpen());
    QVERIFY(!view.findChild<QLabel*>(QStringLiteral("cardText_P6")));
    QTest::mouseClick(find<QPushButton>(view, "cardButton_P6"), Qt::LeftButton);
    QVERIFY(view.isOpen());
    QCOMPARE(find<QLabel>(view, "cardText_P6")->text(),
             QString::fromStdString(card("P6").text.at("en")));
    QVERIFY(find<QLabel>(view, "cardSources_P6")->text().contains(QStringLiteral("Kimura")));
    QTest::keyClick(find<QPushButton>(view, "cardButton_P6"), Qt::Key_Space);
    QVERIFY(!find<QLabel>(view, "cardText_P6")->isVisibleTo(&view));
}

void TestRemedyCards::aCardSpeaksTheLanguageOfTheWindow() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Austria));
    QWidget window;
    RemedyCardView view(card("E01"), nullptr, &window);
    view.setOpen(true);
    QCOMPARE(find<QLabel>(view, "cardText_E01")->text(),
             QString::fromStdString(card("E01").text.at("de")));
    QVERIFY(find<QPushButton>(view, "cardButton_E01")
                ->text()
                .contains(QString::fromStdString(card("E01").title.at("de"))));
}

void TestRemedyCards::teachingNamesItsSourcesAndOpensItsCards() {
    TeachingView view(teachingOf(), nullptr);
    view.show();
    QCOMPARE(find<QLabel>(view, "teachingText")->text(),
             QStringLiteral("Look at the front of this node."));
    QVERIFY(find<QLabel>(view, "teachingSources")->text().contains(QStringLiteral("Lancet Oncol")));
    for (const char* button : {"cardButton_P6", "cardButton_E02"})
        QTest::mouseClick(find<QPushButton>(view, button), Qt::LeftButton);
    QVERIFY(find<QLabel>(view, "cardText_P6")->isVisible());
    QVERIFY(find<QLabel>(view, "cardText_E02")->isVisible());
}

void TestRemedyCards::drawsAPictureOnceAndKeepsIt() {
    QTemporaryDir folder;
    jobs::ImmediateJobRunner jobs;
    {
        RemedyPictures pictures(jobs, folder.path());
        QSignalSpy ready(&pictures, &RemedyPictures::ready);
        QVERIFY(pictures.picture(card("E08")).isNull());
        QVERIFY(pictures.picture(card("E08")).isNull());
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(pictures.picture(card("E08")).deviceIndependentSize(),
                 QSizeF(RemedyPictures::kSide, RemedyPictures::kSide));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    RemedyPictures later(jobs, folder.path());
    QVERIFY(!later.picture(card("E08")).isNull());
    // A card whose recipe is not built in has no picture, and nobody waits for it.
    casepack::RemedyCard lost = card("E08");
    lost.code = "E99";
    lost.pictureCase = CaseId("starter-99");
    QVERIFY(later.picture(lost).isNull());
    QTRY_VERIFY(later.failed(lost));
}

void TestRemedyCards::aPictureShowsCapsuleAndExtension() {
    NullJobControl job;
    const auto piece = casepack::drawRemedyPicture(card("E12"), job);
    QVERIFY(piece.has_value());
    const PictureMarks marks = marksOn(*piece);
    QVERIFY(marks.capsule && marks.beyond);
    const QImage picture = paintRemedy(*piece, {300, 300}, 1);
    QCOMPARE(picture.size(), QSize(300, 300));
    int coloured = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 300; ++x)
            coloured += qRed(picture.pixel(x, y)) > qBlue(picture.pixel(x, y)) + 60 ? 1 : 0;
    QVERIFY2(coloured > 150, qPrintable(QString::number(coloured)));
}

/// Within muscles, nodes and glands streaks spread the values far beyond noise.
void TestRemedyCards::theCardOfStreaksShowsThem() {
    NullJobControl job;
    const auto spread = [&](const casepack::RemedyCard& one) {
        const auto piece = casepack::drawRemedyPicture(one, job);
        if (!piece)
            return -1.0;
        const GridGeometry& grid = piece->image->geometry();
        const int k = grid.nearestVoxel(piece->place).k;
        // Differences between places 2 mm apart, both in soft tissue.
        double sum = 0, count = 0;
        for (int j = 0; j + 5 < grid.dims()[1]; ++j)
            for (int i = 0; i < grid.dims()[0]; ++i) {
                const float a = piece->image->value({i, j, k}),
                            b = piece->image->value({i, j + 5, k});
                if (std::min(a, b) < -20 || std::max(a, b) > 140)
                    continue;
                sum += std::fabs(static_cast<double>(a - b));
                ++count;
            }
        return sum / count;
    };
    casepack::RemedyCard below = card("P12");
    QVERIFY(below.pictureUpMm > 0);
    const double streaks = spread(below);
    below.pictureUpMm = 0;
    const double clean = spread(below);
    qInfo("mean difference over 2 mm: %.0f HU among the streaks, %.0f below", streaks, clean);
    QVERIFY(clean > 0 && streaks > 1.3 * clean);
}

void TestRemedyCards::eachControlHasAName() {
    TeachingView view(teachingOf(), nullptr);
    view.resize(424, 900);
    view.show();
    const QStringList faults = tests::accessibilityFaults(&view);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

/// The picture of every card, for the eye: only when NODEWISE_PICTURES names a folder.
void TestRemedyCards::keepsPictures() {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (folder.isEmpty())
        return;
    NullJobControl job;
    for (const auto& one : casepack::remedyCards()) {
        const auto piece = casepack::drawRemedyPicture(one, job);
        QVERIFY2(piece.has_value(), one.code.c_str());
        QVERIFY(paintRemedy(*piece, {RemedyPictures::kSide, RemedyPictures::kSide}, 1)
                    .save(QStringLiteral("%1/card-%2.png")
                              .arg(folder, QString::fromStdString(one.code))));
    }
}

QTEST_MAIN(TestRemedyCards)
#include "tst_remedy_cards.moc"
