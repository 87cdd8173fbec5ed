#include "ui/bench/bench_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <QStringList>

namespace nodewise::bench {

namespace {

class BenchText {
    Q_DECLARE_TR_FUNCTIONS(BenchText)
};

/// Grades that at least one reader in twenty would see.
constexpr double kWorthNaming = 0.05;

QString gradesOf(const NodeTruth& truth) {
    QStringList parts;
    for (std::size_t grade = 0; grade < truth.distribution.size(); ++grade)
        if (truth.distribution[grade] >= kWorthNaming)
            parts << text::gradeName(static_cast<Grade>(grade)) + QChar(u' ') +
                         text::percent(truth.distribution[grade]);
    return parts.size() == 1 ? text::gradeName(truth.grade) : parts.join(QStringLiteral(", "));
}

}  // namespace

QString scannerSentence(const models::BenchSetting& setting) {
    //: %1 is the slice thickness with its unit, %2 the noise in HU.
    return BenchText::tr("%1, noise %2")
        .arg(text::millimetres(setting.sliceMm, setting.sliceMm == 1.25 ? 2 : 1),
             text::hounsfield(models::noiseOf(setting)));
}

QString truthsSentence(const NodeTruth& truth) {
    if (truth.pene == PathologicalEne::None)
        //: %1 is a grade such as G0.
        return BenchText::tr("Imaging %1. Pathology: no extension.").arg(gradesOf(truth));
    //: %1 is a grade or several with shares, %2 the depth with its unit.
    return truth.pene == PathologicalEne::Micro
               ? BenchText::tr("Imaging %1. Pathology: micro, %2.")
                     .arg(gradesOf(truth), text::millimetres(truth.peneDepthMm))
               : BenchText::tr("Imaging %1. Pathology: macro, %2.")
                     .arg(gradesOf(truth), text::millimetres(truth.peneDepthMm));
}

QString thresholdSentence(const schedule::DepthResult& result) {
    return BenchText::tr("You begin to call extension at %1 (95\u202F% interval %2 to %3).")
        .arg(text::millimetres(result.thresholdMm), text::number(result.lowMm, 1),
             text::millimetres(result.highMm));
}

QString earlierSentence(const std::vector<double>& thresholdsMm) {
    constexpr std::size_t kShown = 5;
    if (thresholdsMm.empty())
        return {};
    QStringList parts;
    const std::size_t first = thresholdsMm.size() > kShown ? thresholdsMm.size() - kShown : 0;
    for (std::size_t n = first; n + 1 < thresholdsMm.size(); ++n)
        parts << text::number(thresholdsMm[n], 1);
    parts << text::millimetres(thresholdsMm.back());
    //: %1 are thresholds of earlier sessions, the last with its unit.
    return BenchText::tr("Before: %1.").arg(parts.join(QStringLiteral("; ")));
}

QString falseAlarmSentence(const schedule::DepthResult& result) {
    const QString count = BenchText::tr("Extension was called in %1 of %2 nodes without.")
                              .arg(result.falseAlarms)
                              .arg(result.without);
    if (result.trusted)
        return count;
    return count + QChar(u' ') +
           BenchText::tr("That is often: the threshold says little this time.");
}

}  // namespace nodewise::bench
