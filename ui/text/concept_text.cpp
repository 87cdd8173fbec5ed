#include "ui/text/concept_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <QStringList>

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
    return QCoreApplication::translate("Concept", "%1 or %2").arg(feature, plainWords(parts[2]));
}

QString conceptDetail(const ConceptId& concept_) {
    const QString site = partsOf(concept_)[1];
    if (isAny(site))
        return QCoreApplication::translate("Concept", "any site");
    if (const auto known = parse<Site>(site.toStdString()))
        return siteName(*known);
    return plainWords(site);
}

}  // namespace nodewise::text
