#include "ui/text/call_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <algorithm>

namespace nodewise::text {

namespace {

class CallText {
    Q_DECLARE_TR_FUNCTIONS(CallText)
};

QString biopsyPart(const casepack::History& history) {
    if (history.biopsy == BiopsyKind::None)
        return {};
    const QString kind = biopsyName(history.biopsy);
    if (!history.biopsyDaysBefore)
        return kind;
    const int days = *history.biopsyDaysBefore;
    if (days >= 14) {
        const int weeks = (days + 3) / 7;
        //: %1 is the kind of biopsy.
        return CallText::tr("%1 %n week(s) before", nullptr, weeks).arg(kind);
    }
    //: %1 is the kind of biopsy.
    return CallText::tr("%1 %n day(s) before", nullptr, days).arg(kind);
}

QString examinationPart(const casepack::History& history) {
    if (!history.examinationText.empty())
        return QString::fromStdString(history.examinationText);
    QStringList signs;
    if (history.fixedNode)
        signs << CallText::tr("node fixed");
    if (history.skinInvolved)
        signs << CallText::tr("skin involved");
    if (history.nervePalsy)
        signs << CallText::tr("nerve palsy");
    return signs.join(QStringLiteral(", "));
}

/// p16 is told where it decides the table; elsewhere only when it is known.
bool tellsP16(const casepack::History& history) {
    switch (history.site) {
    case Site::OropharynxP16Neg:
    case Site::OropharynxP16Pos:
    case Site::UnknownPrimaryNeg:
    case Site::UnknownPrimaryHpv:
        return true;
    default:
        return history.p16 != P16Status::Unknown;
    }
}

QString marginPhrase(Margin margin) {
    switch (margin) {
    case Margin::Smooth:
        return CallText::tr("smooth margin");
    case Margin::Irregular:
        return CallText::tr("irregular margin");
    case Margin::Indistinct:
        return CallText::tr("indistinct margin");
    }
    return {};
}

QString fatPhrase(PerinodalFat fat) {
    switch (fat) {
    case PerinodalFat::Clean:
        return CallText::tr("clean fat");
    case PerinodalFat::Stranded:
        return CallText::tr("stranded fat");
    case PerinodalFat::Extended:
        return CallText::tr("extension into fat");
    }
    return {};
}

QString contactPhrase(const AdjacencyCall& contact) {
    const bool named = !contact.structure.empty();
    const QString structure =
        named ? structureName(contact.structure) : CallText::tr("adjacent structure");
    switch (contact.kind) {
    case Adjacency::None:
        return CallText::tr("no structure touched");
    case Adjacency::Contact:
        return CallText::tr("touches the %1").arg(structure);
    case Adjacency::Invaded:
        return CallText::tr("invades the %1").arg(structure);
    }
    return {};
}

QStringList alsoPresent(const NodeCall& call) {
    QStringList words;
    if (call.coalescence.value_or(false))
        words << CallText::tr("coalescence");
    if (call.necrosis.value_or(false))
        words << CallText::tr("necrosis");
    if (call.cystic.value_or(false))
        words << CallText::tr("cystic change");
    if (call.hilum.value_or(false))
        words << CallText::tr("fatty hilum");
    return words;
}

QString head(const NodeCall& call) {
    if (call.grade && call.probability)
        //: %1 is the grade, %2 the probability.
        return CallText::tr("%1 at %2").arg(gradeName(*call.grade), percent(*call.probability));
    if (call.grade)
        return gradeName(*call.grade);
    return call.probability ? CallText::tr("ENE at %1").arg(percent(*call.probability)) : QString();
}

}  // namespace

QString joined(const QStringList& words) {
    if (words.size() < 2)
        return words.join(QString());
    //: The last two words of an enumeration.
    return CallText::tr("%1 and %2")
        .arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.last());
}

QString gapSentence(CallGap gap, const NodeCall& call) {
    switch (gap) {
    case CallGap::Mark:
        return CallText::tr("Mark the node with a click inside it.");
    case CallGap::Probability:
        return CallText::tr("Give the ENE probability.");
    case CallGap::Grade:
        return CallText::tr("Choose the iENE grade.");
    case CallGap::AxisOrder:
        return CallText::tr("The short axis is longer than the long one. Check both.");
    case CallGap::AxisRange:
        break;
    }
    const double longest = std::max(call.shortAxisMm.value_or(0), call.longAxisMm.value_or(0));
    //: %1 is a length with its unit.
    return CallText::tr("%1 is no size of a node. Check the unit.").arg(millimetres(longest, 0));
}

QString ageAndSex(const casepack::History& history) {
    QStringList parts;
    if (history.ageYears > 0)
        parts << number(history.ageYears);
    if (history.sex == "m")
        //: One letter: male.
        parts << CallText::tr("m");
    if (history.sex == "f")
        //: One letter: female.
        parts << CallText::tr("f");
    return parts.join(QLatin1Char(' '));
}

QStringList historyParts(const casepack::History& history) {
    QStringList parts;
    parts << ageAndSex(history);
    parts << (history.primaryText.empty() ? siteName(history.site)
                                          : QString::fromStdString(history.primaryText));
    if (tellsP16(history))
        parts << p16Name(history.p16);
    if (history.contrastDelayS)
        parts << CallText::tr("CT %1 after contrast")
                     .arg(withUnit(number(*history.contrastDelayS), QStringLiteral("s")));
    parts << biopsyPart(history) << examinationPart(history);
    parts.removeAll(QString());
    return parts;
}

QString historyLine(const casepack::History& history) {
    return historyParts(history).join(QStringLiteral("  ·  "));
}

QString callSummary(const NodeCall& call) {
    QStringList signs;
    if (call.margin)
        signs << marginPhrase(*call.margin);
    if (call.fat)
        signs << fatPhrase(*call.fat);
    signs << alsoPresent(call);
    QStringList parts;
    if (!signs.isEmpty())
        parts << joined(signs);
    if (call.contact)
        parts << contactPhrase(*call.contact);
    const QString start = head(call);
    QString body = parts.join(QStringLiteral("; "));
    if (start.isEmpty() && body.isEmpty())
        return {};
    if (start.isEmpty()) {
        body[0] = body[0].toUpper();
        return body + QLatin1Char('.');
    }
    return body.isEmpty() ? start + QLatin1Char('.')
                          : start + QStringLiteral(": ") + body + QLatin1Char('.');
}

}  // namespace nodewise::text
