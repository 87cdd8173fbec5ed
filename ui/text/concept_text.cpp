#include "ui/text/concept_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <utility>

namespace nodewise::text {

namespace {

QStringList partsOf(const ConceptId& id) {
    QStringList parts = QString::fromStdString(id.value).split(QLatin1Char('/'));
    while (parts.size() < 3)
        parts << QString();
    return parts;
}

/// A word of a pack that the lists do not know is shown as its words.
QString plainWords(QString code) {
    return code.replace(QLatin1Char('_'), QLatin1Char(' '))
        .replace(QLatin1Char('-'), QLatin1Char(' '));
}

QString featureWords(const QString& code) {
    if (const auto feature = parse<Feature>(code.toStdString()))
        return featureName(*feature);
    QString words = plainWords(code);
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

using LookAlikes = std::array<std::pair<QLatin1String, const char*>, 9>;

/// What a feature is mistaken for; completes "%1 or %2".
const LookAlikes kLookAlikes{{
    {QLatin1String("muscle"), QT_TRANSLATE_NOOP("Concept", "contact with a muscle")},
    {QLatin1String("contact"), QT_TRANSLATE_NOOP("Concept", "mere contact")},
    {QLatin1String("vessel"), QT_TRANSLATE_NOOP("Concept", "a vessel beside the node")},
    {QLatin1String("strands"), QT_TRANSLATE_NOOP("Concept", "harmless strands")},
    {QLatin1String("biopsy"), QT_TRANSLATE_NOOP("Concept", "change after a biopsy")},
    {QLatin1String("cluster"), QT_TRANSLATE_NOOP("Concept", "nodes side by side")},
    {QLatin1String("thick_slices"), QT_TRANSLATE_NOOP("Concept", "the blur of thick slices")},
    {QLatin1String("smooth_wall"), QT_TRANSLATE_NOOP("Concept", "a smooth wall")},
    {QLatin1String("necrosis"), QT_TRANSLATE_NOOP("Concept", "necrosis")},
}};

QString lookAlikeWords(const QString& code) {
    for (const auto& [key, source] : kLookAlikes)
        if (code == key)
            return QCoreApplication::translate("Concept", source);
    return plainWords(code);
}

bool isAny(const QString& code) {
    return code.isEmpty() || code == QLatin1String("any") || code == QLatin1String("none");
}

}  // namespace

QString conceptTitle(const ConceptId& concept_) {
    const QStringList parts = partsOf(concept_);
    const QString feature = featureWords(parts[0]);
    if (isAny(parts[2]))
        return feature;
    //: A concept of training: a feature and what resembles it, as in "Margin or necrosis".
    return QCoreApplication::translate("Concept", "%1 or %2")
        .arg(feature, lookAlikeWords(parts[2]));
}

QString conceptDetail(const ConceptId& concept_) {
    const QString site = partsOf(concept_)[1];
    if (isAny(site))
        return QCoreApplication::translate("Concept", "any site");
    if (const auto known = parse<Site>(site.toStdString()))
        return siteName(*known);
    return plainWords(site);
}

QStringList conceptTitles(const std::vector<ConceptId>& concepts) {
    QStringList titles;
    for (const ConceptId& id : concepts)
        titles << conceptTitle(id);
    QStringList told = titles;
    for (qsizetype i = 0; i < titles.size(); ++i)
        if (titles.count(titles[i]) > 1)
            told[i] = QStringLiteral("%1, %2").arg(
                titles[i], conceptDetail(concepts[static_cast<std::size_t>(i)]));
    return told;
}

}  // namespace nodewise::text
