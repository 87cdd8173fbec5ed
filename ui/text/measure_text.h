/// measure_text.h: outlines, numbers and answers of one's own series in words.
#pragma once
#include "evidence/assess.h"
#include "exchange/measure_work.h"
#include "measure/measurements.h"
#include "segmentation/segment_node.h"
#include "staging/n_category.h"
#include "ui/text/feedback_text.h"
#include <QString>
#include <QStringList>
#include <vector>

namespace nodewise::text {

/// "Short axis 14.0 mm" … in the order of the table: sizes, then margin, fat, neighbours. What was
/// not measured has a dash and its reason as context.
[[nodiscard]] std::vector<MeasuredRow> nodeRows(const measure::Measurements& measured);

[[nodiscard]] QString segmentationFlagSentence(segmentation::SegmentationFlag flag);
[[nodiscard]] QString outlineOriginName(exchange::OutlineOrigin origin);  ///< "from one click"
/// "Stranded fat", "Starting value" for a sign of the model.
[[nodiscard]] QString peneSignName(const std::string& sign);

/// What could look like extension and should be thought of first, given what is known.
[[nodiscard]] QStringList pitfallSentences(const exchange::WorkPatient& patient,
                                           const measure::Measurements* measured);

/// "Teaching and research; not a medical device."
[[nodiscard]] QString useLabel();

/// One node as lines of plain text: numbers, then (after the reader's call) both answers.
[[nodiscard]] QStringList nodeReportLines(const exchange::WorkNode& node);
/// The whole report as plain text, ends with the label of use.
[[nodiscard]] QString reportText(const exchange::MeasureWork& work);
/// "TNM9 cN2", "TNM8 cN1": category and the rule behind it, both editions.
struct StagingLine {
    QString edition, category, rule;
};
[[nodiscard]] std::vector<StagingLine> stagingLines(const staging::StagingResult& result);

}  // namespace nodewise::text
