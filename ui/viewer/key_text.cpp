#include "ui/viewer/key_text.h"
#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeySequence>
#include <QLocale>

namespace nodewise::viewer {
namespace {

struct KeyMapTexts {
    Q_DECLARE_TR_FUNCTIONS(KeyMapTexts)
};

bool inputIsQwertz() {
    switch (QGuiApplication::inputMethod()->locale().language()) {
    case QLocale::German:
    case QLocale::SwissGerman:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Slovenian:
    case QLocale::Croatian:
    case QLocale::Hungarian:
        return true;
    default:
        return false;
    }
}

bool isLetter(QChar letter) {
    return letter >= QLatin1Char('A') && letter <= QLatin1Char('Z');
}

QString nameOf(int key) {
    switch (key) {
    case Qt::Key_Up:
        return QStringLiteral("↑");
    case Qt::Key_Down:
        return QStringLiteral("↓");
    case Qt::Key_Left:
        return QStringLiteral("←");
    case Qt::Key_Right:
        return QStringLiteral("→");
    case Qt::Key_Plus:
        return QStringLiteral("+");
    case Qt::Key_Minus:
        return QStringLiteral("−");
    case Qt::Key_PageUp:
        return KeyMapTexts::tr("Page up");
    case Qt::Key_PageDown:
        return KeyMapTexts::tr("Page down");
    case Qt::Key_Home:
        return KeyMapTexts::tr("Home");
    case Qt::Key_End:
        return KeyMapTexts::tr("End");
    case Qt::Key_Insert:
        return KeyMapTexts::tr("Insert");
    case Qt::Key_Delete:
        return KeyMapTexts::tr("Delete");
    case Qt::Key_Space:
        return KeyMapTexts::tr("Space");
    case Qt::Key_Return:
        return KeyMapTexts::tr("Enter");
    default:
        return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

}  // namespace

QString printedLetter(QChar place) {
    if (inputIsQwertz()) {
        if (place == QLatin1Char('Z'))
            return QStringLiteral("Y");
        if (place == QLatin1Char('Y'))
            return QStringLiteral("Z");
    }
    return place;
}

QString keyText(KeyPlace key) {
    if (!key.isSet())
        return QStringLiteral("–");
    QString words = key.key != 0 ? nameOf(key.key) : printedLetter(key.letter);
    if (key.shift)
        words = KeyMapTexts::tr("Shift + %1").arg(words);
    return key.ctrl ? KeyMapTexts::tr("Ctrl + %1").arg(words) : words;
}

QString keyCode(KeyPlace key) {
    if (!key.isSet())
        return QStringLiteral("none");
    const QString name = key.key != 0 ? QKeySequence(key.key).toString(QKeySequence::PortableText)
                                      : QString(key.letter);
    return (key.ctrl ? QStringLiteral("^") : QString()) +
           (key.shift ? QStringLiteral("+") : QString()) + name;
}

std::optional<KeyPlace> keyOfCode(const QString& code) {
    if (code == QLatin1String("none"))
        return KeyPlace{};
    KeyPlace key;
    QString rest = code;
    if (rest.size() > 1 && rest.front() == QLatin1Char('^')) {
        key.ctrl = true;
        rest.remove(0, 1);
    }
    if (rest.size() > 1 && rest.front() == QLatin1Char('+')) {
        key.shift = true;
        rest.remove(0, 1);
    }
    if (rest.size() == 1 && isLetter(rest.front()) && !key.ctrl) {
        key.letter = rest.front();
        return key;
    }
    const QKeySequence sequence = QKeySequence::fromString(rest, QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].keyboardModifiers() != Qt::NoModifier ||
        sequence[0].key() == Qt::Key_unknown)
        return std::nullopt;
    key.key = sequence[0].key();
    return key;
}

}  // namespace nodewise::viewer
