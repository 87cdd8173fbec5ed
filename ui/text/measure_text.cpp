#include "ui/text/measure_text.h"
#include "ui/text/evidence_text.h"
#include "ui/text/number_text.h"
#include "ui/text/pene_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <algorithm>

namespace nodewise::text {

namespace {

class MeasureText {
    Q_DECLARE_TR_FUNCTIONS(MeasureText)
};

using measure::Measurements;

QString reasonOf(const Measurements& measured, const char* part) {
    const auto gap = measured.gaps.find(part);
    return gap == measured.gaps.end() ? QString() : gapReason(gap->second);
}

MeasuredRow absent(const QString& name, const QString& reason) {
    return {name, QStringLiteral("–"), reason, {}, {}};
}

MeasuredRow lengthRow(const QString& name, const std::optional<measure::AxisLine>& line,
                      const QString& reason, const QString& how) {
    return line ? MeasuredRow{name, millimetres(line->lengthMm), {}, how, {}}
                : absent(name, reason);
}

void addSizes(const Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.size) {
        rows.push_back(absent(MeasureText::tr("Short axis"), reasonOf(measured, "size")));
        return;
    }
    const auto& size = *measured.size;
    const QString plane = size.planeGap ? gapReason(*size.planeGap) : QString();
    const QString height = size.heightGap ? gapReason(*size.heightGap) : QString();
    rows.push_back(
        lengthRow(MeasureText::tr("Short axis"), size.shortAxis, plane,
                  MeasureText::tr("Full width at right angles to the long axis, axial.")));
    rows.push_back(lengthRow(MeasureText::tr("Long axis"), size.longAxis, plane,
                             MeasureText::tr("Longest line in any axial plane.")));
    rows.push_back(lengthRow(MeasureText::tr("Greatest, 3‑D"), size.greatest, height,
                             MeasureText::tr("Longest line in space.")));
    rows.push_back(size.craniocaudalMm ? MeasuredRow{MeasureText::tr("Craniocaudal"),
                                                     millimetres(*size.craniocaudalMm),
                                                     {},
                                                     {},
                                                     {}}
                                       : absent(MeasureText::tr("Craniocaudal"), height));
    rows.push_back({MeasureText::tr("Volume"), millilitres(size.volumeMl), {}, {}, {}});
    if (measured.shape && measured.shape->sphericityCorrected)
        rows.push_back({MeasureText::tr("Sphericity"),
                        number(*measured.shape->sphericityCorrected, 2),
                        {},
                        MeasureText::tr("1 is a ball; corrected for the size of the voxels."),
                        {}});
    else
        rows.push_back(absent(MeasureText::tr("Sphericity"), reasonOf(measured, "shape")));
}

void addMargin(const Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.margin) {
        rows.push_back(
            absent(MeasureText::tr("Margin width, median"), reasonOf(measured, "margin")));
        return;
    }
    const auto& margin = *measured.margin;
    rows.push_back({MeasureText::tr("Margin width, median"),
                    millimetres(margin.widthMedianMm),
                    {},
                    MeasureText::tr("10 to 90 % of the step along the normals of the surface."),
                    {}});
    rows.push_back({MeasureText::tr("Indistinct margin"),
                    percent(margin.indistinctFraction),
                    MeasureText::tr("wider than %1").arg(millimetres(margin.indistinctWidthMm)),
                    MeasureText::tr("Share of the surface without a sharp edge."),
                    {}});
}

void addFat(const Measurements& measured, std::vector<MeasuredRow>& rows) {
    if (!measured.fat) {
        rows.push_back(absent(MeasureText::tr("Fat shell, 1–5 mm"), reasonOf(measured, "fat")));
        return;
    }
    const auto& fat = *measured.fat;
    rows.push_back({MeasureText::tr("Fat shell, 1–5 mm"),
                    hounsfield(fat.shellHu),
                    {},
                    MeasureText::tr("Mean of the fat 1 to 5 mm from the node."),
                    {}});
    const QString name = fat.reference == measure::FatReference::Opposite
                             ? MeasureText::tr("Fat, other side")
                             : MeasureText::tr("Fat, further out");
    rows.push_back(fat.referenceHu ? MeasuredRow{name, hounsfield(*fat.referenceHu), {}, {}, {}}
                                   : absent(name, reasonOf(measured, "fat.reference_hu")));
}

void addNeighbours(const Measurements& measured, std::vector<MeasuredRow>& rows) {
    double arc = 0;
    for (const auto& contact : measured.contacts)
        if (contact.kind == StructureKind::Artery)
            arc = std::max(arc, contact.arcDeg);
    if (measured.contacts.empty())
        rows.push_back(absent(MeasureText::tr("Contact"), reasonOf(measured, "contact")));
    for (const auto& contact : measured.contacts) {
        //: %1 is a structure.
        const QString name =
            contact.unnamed
                ? MeasureText::tr("Contact, soft tissue")
                : MeasureText::tr("Contact, %1").arg(structureBriefName(contact.structure));
        rows.push_back(
            {name,
             withUnit(number(contact.areaMm2), QStringLiteral("mm²")),
             MeasureText::tr("fat line lost over %1").arg(millimetres(contact.lostPlaneMm)),
             MeasureText::tr("Contact alone is no invasion."),
             {}});
        if (rows.size() > 14)
            break;
    }
    if (arc > 0)
        rows.push_back({MeasureText::tr("Carotid arc"), degrees(arc), {}, {}, {}});
    if (measured.necrosis)
        rows.push_back({MeasureText::tr("Low density inside"),
                        percent(measured.necrosis->fraction),
                        measured.necrosis->cystLike ? MeasureText::tr("like a cyst") : QString(),
                        MeasureText::tr("More than 20 HU below muscle; recorded, never graded."),
                        {}});
    for (const auto& near : measured.coalescence)
        //: %1 is the name of a node, "node B".
        rows.push_back({MeasureText::tr("Fat plane to %1").arg(QString::fromStdString(near.name)),
                        MeasureText::tr("%1 lost").arg(percent(near.lostSeptumFraction)),
                        MeasureText::tr("gap %1").arg(millimetres(near.gapMm)),
                        {},
                        {}});
}

}  // namespace

std::vector<MeasuredRow> nodeRows(const Measurements& measured) {
    std::vector<MeasuredRow> rows;
    addSizes(measured, rows);
    addMargin(measured, rows);
    addFat(measured, rows);
    addNeighbours(measured, rows);
    return rows;
}

QString segmentationFlagSentence(segmentation::SegmentationFlag flag) {
    using segmentation::SegmentationFlag;
    switch (flag) {
    case SegmentationFlag::BorderUncertain:
        return MeasureText::tr("A fifth of the border shows no edge: look at the contact.");
    case SegmentationFlag::EntersStructure:
        return MeasureText::tr("A part may be muscle or gland.");
    case SegmentationFlag::Conglomerate:
        return MeasureText::tr("Two or more nodes without a plane between them.");
    case SegmentationFlag::CutByVolume:
        return MeasureText::tr("The node goes on beyond the pictures.");
    case SegmentationFlag::ThickSlices:
        return MeasureText::tr("Fewer than four slices cross the node.");
    case SegmentationFlag::OneSlice:
        return MeasureText::tr("One slice only: an area, no volume.");
    }
    return {};
}

QString outlineOriginName(exchange::OutlineOrigin origin) {
    using exchange::OutlineOrigin;
    switch (origin) {
    case OutlineOrigin::Click:
        return MeasureText::tr("from one click");
    case OutlineOrigin::Corrected:
        return MeasureText::tr("corrected by you");
    case OutlineOrigin::Drawn:
        return MeasureText::tr("drawn by you");
    case OutlineOrigin::File:
        return MeasureText::tr("from a file");
    }
    return {};
}

QStringList pitfallSentences(const exchange::WorkPatient& patient, const Measurements* measured) {
    QStringList out;
    const auto has = [&](measure::QualityFlag flag) {
        return measured && std::ranges::find(measured->flags, flag) != measured->flags.end();
    };
    out << (patient.biopsyDays
                ? MeasureText::tr("Biopsy %n day(s) before: strands may follow the needle.",
                                  nullptr, *patient.biopsyDays)
                : MeasureText::tr("Ask for the date of a biopsy: strands may follow the needle."));
    out << (patient.infection
                ? MeasureText::tr("Infection is given: strands in several planes fit it as well.")
                : MeasureText::tr("Look for infection: skin oedema, strands in several planes."));
    out << (patient.radiotherapy
                ? MeasureText::tr("Radiotherapy is given: compare with the earlier "
                                  "picture.")
                : MeasureText::tr("Ask for earlier radiotherapy or surgery."));
    if (has(measure::QualityFlag::Unenhanced))
        out << MeasureText::tr("No contrast: the margin is not graded on such a picture.");
    if (has(measure::QualityFlag::ThickSlices))
        out << MeasureText::tr("Thick slices: look at a thin reconstruction and other planes.");
    if (measured && !measured->contacts.empty())
        out << MeasureText::tr("Contact: a plane can be effaced by pressure alone.");
    if (measured && measured->necrosis && measured->necrosis->cystLike)
        out << MeasureText::tr("Cystic: a thin smooth wall without strands stays G0.");
    return out;
}

QString useLabel() {
    return MeasureText::tr("Teaching and research; not a medical device.");
}

std::vector<StagingLine> stagingLines(const staging::StagingResult& result) {
    const auto line = [](Edition edition, const staging::NCategory& category) {
        QString rule = stagingRuleSentence(category.rule);
        if (category.ambiguous)
            rule = MeasureText::tr("sources differ; the lower category");
        return StagingLine{editionName(edition), QString::fromStdString(category.category), rule};
    };
    std::vector<StagingLine> lines{line(result.edition, result.result),
                                   line(result.otherEdition, result.other)};
    std::ranges::sort(lines, {}, &StagingLine::edition);
    return lines;
}

// ---- plain text --------------------------------------------------------------------------------

QStringList nodeReportLines(const exchange::WorkNode& node) {
    QStringList lines;
    QString title = QString::fromStdString(node.name);
    title += QStringLiteral(", ") +
             (node.level ? sideLevel(node.side, *node.level) : sideName(node.side));
    lines << title + QStringLiteral(" · ") + outlineOriginName(node.origin);
    if (node.measured)
        for (const MeasuredRow& row : nodeRows(*node.measured))
            lines << QStringLiteral("  %1: %2%3")
                         .arg(row.name, row.value,
                              row.context.isEmpty() ? QString()
                                                    : QStringLiteral(" (%1)").arg(row.context));
    if (!node.committed) {
        lines << QStringLiteral("  ") + MeasureText::tr("No call of the reader yet.");
        return lines;
    }
    if (node.ownGrade && node.ownProbability)
        lines << QStringLiteral("  ") +
                     MeasureText::tr("Reader: %1, imaging shows ENE with %2")
                         .arg(gradeName(*node.ownGrade), percent(*node.ownProbability));
    if (!node.answer)
        return lines;
    const auto& opinion = node.answer->opinion;
    lines << QStringLiteral("  ") +
                 MeasureText::tr("Measured: %1, ENE on imaging %2")
                     .arg(gradeName(opinion.grade), certaintyName(opinion.certainty));
    for (const auto& step : opinion.trace)
        if (step.fired)
            lines << QStringLiteral("    ") + traceSentence(step);
    const MeasuredRow pene = peneRow(node.answer->pene, false);
    lines << QStringLiteral("  %1: %2 (%3)").arg(pene.name, pene.value, pene.context);
    return lines;
}

QString reportText(const exchange::MeasureWork& work) {
    QStringList lines{MeasureText::tr("Nodewise, measured nodes")};
    if (work.patient.site)
        lines << MeasureText::tr("Primary: %1").arg(siteName(*work.patient.site));
    for (const auto& node : work.nodes)
        lines << QString() << nodeReportLines(node);
    if (const auto input = exchange::stagingInputOf(work, Edition::Tnm9))
        if (const auto staged = staging::stageNeck(*input)) {
            lines << QString();
            for (const StagingLine& line : stagingLines(*staged))
                lines << QStringLiteral("%1 %2 · %3").arg(line.edition, line.category, line.rule);
        }
    const QStringList card = modelCardLines();
    lines << QString() << card.value(0) << useLabel();
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace nodewise::text
