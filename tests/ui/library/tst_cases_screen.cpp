#include "support/accessibility.h"
#include "support/screen_models.h"
#include "ui/library/cases_screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/range_slider.h"
#include "ui/widgets/theme.h"
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nodewise;
using nodewise::tests::ScreenModels;

class TestCasesScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void facetsNarrowAndCountWhatWouldShow();
    void searchNeedsEveryWord();
    void difficultyRangeAndChipsGoTogether();
    void orderEasyFirst();
    void enterOpensTheCaseUnderTheCursor();
    void doneCasesSaySo();
    void cardNeverTellsTheGrade();
    void emptyLibraryOffersAPack();
    void thumbnailsComeAndAreKept();
    void refusedPackIsToldAndNothingIsCopied();
    void passesTheAccessibilityCheck();

private:
    widgets::KeyboardFocus m_focus;
};

void TestCasesScreen::initTestCase() {
    QLocale::setDefault(QLocale::c());
    widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

static int countOf(const models::CasesModel& model, models::Facet facet, const char* key) {
    for (const auto& value : model.facet(facet))
        if (value.key == QLatin1String(key))
            return value.count;
    return -1;
}

void TestCasesScreen::facetsNarrowAndCountWhatWouldShow() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    screen.resize(1376, 900);
    screen.show();
    QCOMPARE(models.cases.rowCount(), 6);
    QCOMPARE(countOf(models.cases, models::Facet::Site, "oropharynx"), 3);
    QCOMPARE(countOf(models.cases, models::Facet::Level, "II"), 2);
    auto* oropharynx = screen.findChild<widgets::CheckRow*>(QStringLiteral("siteFacet_oropharynx"));
    QVERIFY(oropharynx);
    QTest::mouseClick(oropharynx, Qt::LeftButton);
    QCOMPARE(models.cases.rowCount(), 3);
    // The facet's own counts stay, the others follow.
    QCOMPARE(countOf(models.cases, models::Facet::Site, "larynx_hypopharynx"), 3);
    QCOMPARE(countOf(models.cases, models::Facet::Level, "II"), 1);
    QCOMPARE(countOf(models.cases, models::Facet::Truth, "iene_panel"), 1);
    auto* chip = screen.findChild<widgets::Chip*>(QStringLiteral("activeFilter_0"));
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(models.cases.rowCount(), 6);
    QVERIFY(!oropharynx->isChecked());
}

void TestCasesScreen::searchNeedsEveryWord() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    screen.show();
    auto* search = screen.findChild<QLineEdit*>(QStringLiteral("caseSearchField"));
    QTest::keyClicks(search, QStringLiteral("TONSIL"));
    QCOMPARE(models.cases.rowCount(), 3);
    QTest::keyClicks(search, QStringLiteral(" ib"));
    QCOMPARE(models.cases.rowCount(), 1);
    QTest::keyClicks(search, QStringLiteral(" nothing"));
    QCOMPARE(models.cases.rowCount(), 0);
    auto* empty = screen.findChild<widgets::EmptyState*>(QStringLiteral("casesEmpty"));
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(models.cases.rowCount(), 6);
    QVERIFY(search->text().isEmpty());
}

void TestCasesScreen::difficultyRangeAndChipsGoTogether() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    screen.show();
    auto* slider = screen.findChild<widgets::RangeSlider*>(QStringLiteral("difficultySlider"));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(slider->chosenHigh(), 2);
    QCOMPARE(models.cases.rowCount(), 2);
    QTest::mouseClick(screen.findChild<widgets::Button*>(QStringLiteral("clearFiltersButton")),
                      Qt::LeftButton);
    QCOMPARE(slider->chosenHigh(), 5);
    QCOMPARE(models.cases.rowCount(), 6);
}

void TestCasesScreen::orderEasyFirst() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    const auto difficulty = [&](int row) {
        return models.cases.data(models.cases.index(row), models::CasesModel::DifficultyRole)
            .toInt();
    };
    for (int row = 1; row < 6; ++row)
        QVERIFY(difficulty(row - 1) <= difficulty(row));
    auto* order = screen.findChild<widgets::ComboBox*>(QStringLiteral("caseOrderBox"));
    order->setCurrentIndex(1);
    for (int row = 1; row < 6; ++row)
        QVERIFY(difficulty(row - 1) >= difficulty(row));
}

void TestCasesScreen::enterOpensTheCaseUnderTheCursor() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    screen.resize(1376, 900);
    screen.show();
    auto* list = screen.findChild<QListView*>(QStringLiteral("caseList"));
    QSignalSpy opened(&screen, &library::CasesScreen::openCaseRequested);
    list->setCurrentIndex(models.cases.index(0));
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<models::CaseLocator>().id, models.cases.entryAt(1).where.id);
}

void TestCasesScreen::doneCasesSaySo() {
    ScreenModels models;
    models.loadPack();
    models.addCall(4, Grade::G0, Grade::G0, 0.1);
    models.learner.refresh();
    QCOMPARE(models.cases.data(models.cases.index(0), models::CasesModel::StatusRole).toString(),
             QStringLiteral("done"));
    QCOMPARE(countOf(models.cases, models::Facet::Status, "2"), 1);
    QCOMPARE(countOf(models.cases, models::Facet::Status, "0"), 5);
    QVERIFY(models.cases.nextNew()->where.id != CaseId("case-5"));
}

void TestCasesScreen::cardNeverTellsTheGrade() {
    ScreenModels models;
    models.loadPack();
    for (int row = 0; row < models.cases.rowCount(); ++row)
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole),
                               int(models::CasesModel::HistoryRole),
                               int(models::CasesModel::TruthRole), int(Qt::ToolTipRole)}) {
            const QString text = models.cases.data(models.cases.index(row), role).toString();
            for (const char* grade : {"G0", "G1", "G2", "G3", "ENE"})
                QVERIFY2(!text.contains(QLatin1String(grade)), qPrintable(text));
        }
}

void TestCasesScreen::emptyLibraryOffersAPack() {
    ScreenModels models;
    library::CasesScreen screen(models.cases);
    screen.show();
    QSignalSpy asked(&screen, &library::CasesScreen::openPackRequested);
    auto* empty = screen.findChild<widgets::EmptyState*>(QStringLiteral("casesEmpty"));
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestCasesScreen::thumbnailsComeAndAreKept() {
    ScreenModels models;
    models.loadPack();
    const auto& entry = models.library.entries().front();
    QVERIFY(models.thumbnails.opening(entry).isNull());
    QTRY_VERIFY(!models.thumbnails.opening(entry).isNull());
    const auto opens = models.services.steps.size();
    // Another instance finds the file and opens nothing.
    models::Thumbnails again(models.services, models.jobs,
                             models.folder.filePath(QStringLiteral("pictures")));
    QCOMPARE(again.opening(entry), models.thumbnails.opening(entry));
    QCOMPARE(models.services.steps.size(), opens);
}

void TestCasesScreen::refusedPackIsToldAndNothingIsCopied() {
    ScreenModels models;
    QSignalSpy refused(&models.library, &models::CaseLibrary::packRefused);
    models.shelf.fails = ErrorCode::HashMismatch;
    models.library.addPack("/packs/broken.nwpack");
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].value<Error>().code, ErrorCode::HashMismatch);
    QVERIFY(models.library.entries().empty());
    QVERIFY(!QDir(models.folder.filePath(QStringLiteral("packs"))).exists());
}

void TestCasesScreen::passesTheAccessibilityCheck() {
    ScreenModels models;
    models.loadPack();
    library::CasesScreen screen(models.cases);
    screen.resize(1376, 900);
    screen.show();
    models.cases.setFacet(models::Facet::Site, QStringLiteral("oropharynx"), true);
    const QStringList faults = tests::accessibilityFaults(&screen);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const QStringList missed = tests::notReachedByTab(&screen);
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestCasesScreen)
#include "tst_cases_screen.moc"
