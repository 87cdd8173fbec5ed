#include "support/accessibility.h"
#include "support/find_child.h"
#include "support/screen_models.h"
#include "ui/dashboard/details_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/theme.h"
#include <QLabel>
#include <QTest>

using namespace nodewise;
using namespace nodewise::tests;

/// What the last twenty nodes show has its card under "All scores".
class TestCalibrationCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::applyTheme(*qApp, widgets::ThemeKind::Reading); }
    void theCardOfOverconfidenceOpens();
    void withoutAnErrorThereIsNoCard();
};

namespace {

/// Twenty-four calls, all of one probability's distance from 50 %; so many of twelve right.
void addCalls(ScreenModels& models, double sure, int rightOfTwelve) {
    for (int i = 0; i < 24; ++i) {
        const bool positive = i % 2 != 0, right = i / 2 < rightOfTwelve;
        models.addCall(i % 6, positive ? Grade::G2 : Grade::G0,
                       right == positive ? Grade::G2 : Grade::G0,
                       right == positive ? sure : 1 - sure);
    }
    models.learner.refresh();
}

}  // namespace

void TestCalibrationCards::theCardOfOverconfidenceOpens() {
    ScreenModels models;
    models.loadPack();
    addCalls(models, 0.96, 6);
    dashboard::DetailsPage page(models.progress);
    page.resize(1376, 1600);
    page.show();
    QVERIFY(find<QWidget>(page, "calibrationCards")->isVisible());
    auto* link = find<widgets::Button>(page, "cardButton_E13");
    QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(find<QLabel>(page, "cardText_E13")->text().size() > 300);
    QVERIFY(accessibilityFaults(&page).isEmpty());
}

void TestCalibrationCards::withoutAnErrorThereIsNoCard() {
    ScreenModels models;
    models.loadPack();
    addCalls(models, 0.8, 10);
    dashboard::DetailsPage page(models.progress);
    page.resize(1376, 1600);
    page.show();
    QVERIFY(!find<QWidget>(page, "calibrationCards")->isVisible());
}

QTEST_MAIN(TestCalibrationCards)
#include "tst_calibration_cards.moc"
