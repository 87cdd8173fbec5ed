// The picture of every remedy card, drawn: a long test of its own.
#include "base/result.h"
#include "casepack/remedy_card.h"
#include "casepack/remedy_picture.h"
#include "ui/remedies/remedy_painter.h"
#include "ui/remedies/remedy_pictures.h"
#include <QCryptographicHash>
#include <QTest>
#include <array>
#include <map>

using namespace nodewise;
using namespace nodewise::remedies;

namespace {

/// How many of 256 greys and how many coloured pixels a picture holds.
struct Contents {
    int greys = 0, coloured = 0;
};

Contents contentsOf(const QImage& picture) {
    std::array<bool, 256> seen{};
    Contents contents;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            seen[static_cast<std::size_t>(qGray(pixel))] = true;
            contents.coloured += std::abs(qRed(pixel) - qBlue(pixel)) > 60 ? 1 : 0;
        }
    for (const bool grey : seen)
        contents.greys += grey ? 1 : 0;
    return contents;
}

}  // namespace

class TestRemedyPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCardHasItsPicture_data();
    void everyCardHasItsPicture();
    void noTwoCardsShareOne();

private:
    std::map<QByteArray, QString> m_drawn;
    int m_asked = 0;
};

void TestRemedyPictures::everyCardHasItsPicture_data() {
    QTest::addColumn<QString>("code");
    for (const casepack::RemedyCard& card : casepack::remedyCards())
        QTest::newRow(card.code.c_str()) << QString::fromStdString(card.code);
}

/// The node the card is about, its truth and a picture with marks on it.
void TestRemedyPictures::everyCardHasItsPicture() {
    QFETCH(QString, code);
    ++m_asked;
    const casepack::RemedyCard* card = casepack::remedyCard(code.toStdString());
    QVERIFY(card);
    NullJobControl job;
    const auto piece = casepack::drawRemedyPicture(*card, job);
    QVERIFY2(piece.has_value(), piece ? "" : piece.error().detail.c_str());
    QVERIFY(piece->truth.id == card->pictureNode);
    const GridGeometry& grid = piece->image->geometry();
    QVERIFY(piece->marks->geometry() == grid);
    const VoxelIndex at = grid.nearestVoxel(piece->place);
    QVERIFY(grid.contains(at));
    // Its own node stands on the piece, and the place is on it or just beside.
    std::size_t own = 0;
    for (std::size_t offset = 0; offset < grid.voxelCount(); ++offset) {
        const LabelValue mark = piece->marks->at(grid.indexOf(offset));
        own += mark == synthesis::kCapsuleMark || mark == synthesis::kBeyondMark ? 1 : 0;
    }
    QVERIFY2(own > 100, qPrintable(QString::number(own)));
    QVERIFY(distance(piece->place, piece->truth.centre) <
            piece->truth.greatestMm + card->pictureUpMm + 10);
    const PictureMarks marks = marksOn(*piece);
    QVERIFY(marks.capsule || marks.beyond || card->pictureUpMm != 0);
    const QImage picture = paintRemedy(*piece, {RemedyPictures::kSide, RemedyPictures::kSide}, 1);
    QCOMPARE(picture.size(), QSize(RemedyPictures::kSide, RemedyPictures::kSide));
    const Contents contents = contentsOf(picture);
    QVERIFY2(contents.greys > 40, qPrintable(QString::number(contents.greys)));
    QVERIFY2(contents.coloured > 20 || card->pictureUpMm != 0,
             qPrintable(QString::number(contents.coloured)));
    const QByteArray bytes(reinterpret_cast<const char*>(picture.constBits()),
                           static_cast<qsizetype>(picture.sizeInBytes()));
    m_drawn[QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)] = code;
}

void TestRemedyPictures::noTwoCardsShareOne() {
    QCOMPARE(static_cast<int>(m_drawn.size()), m_asked);
    if (m_asked > 1)  // Without a choice on the command line: all of them.
        QCOMPARE(m_asked, 31);
}

QTEST_MAIN(TestRemedyPictures)
#include "tst_remedy_pictures.moc"
