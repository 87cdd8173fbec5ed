/// text_survey.h: what a window says in words, and whether all of it can be read and translated.
#pragma once
#include "ui/widgets/action_row.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/mark_row.h"
#include "ui/widgets/segmented_choice.h"
#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>

namespace nodewise::tests {

/// Texts of the visible widgets of `root`, each after the name of its widget.
inline QList<QPair<QString, QString>> visibleTexts(const QWidget* root) {
    QList<QPair<QString, QString>> texts;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const auto tell = [&](const QString& text) {
            if (!text.isEmpty())
                texts << qMakePair(QStringLiteral("%1 \"%2\" in \"%3\"")
                                       .arg(QLatin1String(widget->metaObject()->className()),
                                            widget->objectName(),
                                            widget->parentWidget()->objectName()),
                                   text);
        };
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            tell(label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            tell(button->text());
        if (const auto* group = qobject_cast<const QGroupBox*>(widget))
            tell(group->title());
        if (const auto* line = qobject_cast<const widgets::ElideLabel*>(widget))
            tell(line->text());
        if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            tell(field->placeholderText());
        if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < combo->count(); ++i)
                tell(combo->itemText(i));
        if (const auto* row = qobject_cast<const widgets::MarkRow*>(widget)) {
            const auto& mark = row->contents();
            for (const QString& text :
                 {mark.name, mark.you, mark.reference, mark.word, mark.sentence})
                tell(text);
        }
        tell(widget->accessibleName());
        tell(widget->toolTip());
    }
    return texts;
}

/// The words of `text` that stand outside the brackets of the pseudo language and in none of
/// `given` (texts of packs and people). Numbers, single letters, units, TNM and HNCIG codes and
/// names of neck levels are no words.
inline QStringList rawWords(QString text, const QStringList& given) {
    for (const QString& own : given)
        text.remove(own);
    QString outside;
    int depth = 0;
    for (const QChar letter : text) {
        depth += letter == QChar(0x27E6);
        if (depth == 0)
            outside += letter;
        depth -= letter == QChar(0x27E7) && depth > 0;
    }
    static const QRegularExpression word(QStringLiteral("[^\\W\\d_]{2,}[\\w+]*"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression code(
        QStringLiteral("^(mm|cm|HU|mL|TNM[89]|AJCC8|UICC9|HNCIG|iENE|ENE|LR|"
                       "[IV]+[ab]?|N[0-3][abc]?|Nodewise)$"));
    QStringList raw;
    for (auto found = word.globalMatch(outside); found.hasNext();) {
        const QString one = found.next().captured();
        if (!code.match(one).hasMatch())
            raw << one;
    }
    return raw;
}

inline bool cutsItself(const QAbstractButton* button) {
    return qobject_cast<const widgets::SegmentButton*>(button) ||
           qobject_cast<const widgets::Chip*>(button) ||
           qobject_cast<const widgets::CheckRow*>(button);
}

/// Visible labels and buttons that are smaller than what they say. `all`: also segments, chips
/// and check rows, which cut long words themselves, and panels that cut what they scroll.
inline QStringList clippedTexts(const QWidget* root, bool all) {
    QStringList clipped;
    const auto tell = [&](const QWidget* widget, const QString& text, int needed) {
        clipped << QStringLiteral("\"%1\" in \"%2\": %3 of %4 px: %5")
                       .arg(widget->objectName(), widget->parentWidget()->objectName())
                       .arg(widget->width())
                       .arg(needed)
                       .arg(text);
    };
    for (const auto* label : root->findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty() &&
            label->width() < label->sizeHint().width())
            tell(label, label->text(), label->sizeHint().width());
    for (const auto* label : root->findChildren<QLabel*>())
        if (label->isVisible() && label->wordWrap() && !label->text().isEmpty() &&
            label->height() < label->heightForWidth(label->width()))
            tell(label, label->text() + QStringLiteral(" (height)"), label->height());
    for (const auto* button : root->findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && (all || !cutsItself(button)) &&
            // The width of such a row says nothing of its text, which ends in dots.
            !qobject_cast<const widgets::ActionRow*>(button) &&
            button->width() < button->sizeHint().width())
            tell(button, button->text(), button->sizeHint().width());
    for (const auto* area : root->findChildren<QScrollArea*>())
        if (all && area->isVisible() && area->widgetResizable() && area->widget() &&
            area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
            area->widget()->width() > area->viewport()->width())
            tell(area, QStringLiteral("what it scrolls is wider than it"), area->widget()->width());
    return clipped;
}

}  // namespace nodewise::tests
