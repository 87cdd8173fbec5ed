#include "ui/text/term_text.h"
#include "ui/text/word_table.h"

namespace nodewise::text {

namespace {

using Error = TraineeError;
using Table = std::array<std::pair<Error, const char*>, 16>;

constexpr Table kTitles{{
    {Error::E01, QT_TRANSLATE_NOOP("RemedyCards", "Necrosis or a cyst counted as ENE")},
    {Error::E02, QT_TRANSLATE_NOOP("RemedyCards", "Contact called invasion")},
    {Error::E03, QT_TRANSLATE_NOOP("RemedyCards", "Stranding after a biopsy counted as ENE")},
    {Error::E04, QT_TRANSLATE_NOOP("RemedyCards", "Neighbouring nodes called coalescent")},
    {Error::E05, QT_TRANSLATE_NOOP("RemedyCards", "A subtle margin under-called")},
    {Error::E06, QT_TRANSLATE_NOOP("RemedyCards", "The search stopped after the largest node")},
    {Error::E07, QT_TRANSLATE_NOOP("RemedyCards", "A node was not found")},
    {Error::E08, QT_TRANSLATE_NOOP("RemedyCards", "Size taken along another axis")},
    {Error::E09, QT_TRANSLATE_NOOP("RemedyCards", "Side or level differs")},
    {Error::E10,
     QT_TRANSLATE_NOOP("RemedyCards", "Clinical ENE staged with the pathological table")},
    {Error::E11,
     QT_TRANSLATE_NOOP("RemedyCards", "p16-negative table used for p16-positive disease")},
    {Error::E12, QT_TRANSLATE_NOOP("RemedyCards", "N category of the other edition")},
    {Error::E13, QT_TRANSLATE_NOOP("RemedyCards", "Surer than right")},
    {Error::E14, QT_TRANSLATE_NOOP("RemedyCards", "Less sure than right")},
    {Error::E15, QT_TRANSLATE_NOOP("RemedyCards", "Image quality passed over")},
    {Error::E16, QT_TRANSLATE_NOOP("RemedyCards", "Invasion called contact")},
}};

constexpr Table kRemedies{{
    {Error::E01,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Necrosis and cysts are recorded, not graded. Look at the outer margin "
                       "and at the fat beside it.")},
    {Error::E02,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Contact alone does not give G3. Look for a ragged interface or a change "
                       "inside the structure.")},
    {Error::E03,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Read the date of the biopsy first. Stranding along the needle path is "
                       "not ENE.")},
    {Error::E04,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Follow the plane between the nodes slice by slice. Where a fat line "
                       "stays, they are separate.")},
    {Error::E05,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Look again in the narrow window 3 and in all three planes before "
                       "settling on a smooth margin.")},
    {Error::E06,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "The highest grade may lie in another node. Grade each node before the "
                       "case.")},
    {Error::E07,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Put the retropharyngeal space and the other side on the search list.")},
    {Error::E08,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Short axis to suspect, long axis to stage. Draw both on the axial image, "
                       "at a right angle.")},
    {Error::E09,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Find the hyoid and the cricoid first. Level III lies between their lower "
                       "edges.")},
    {Error::E10,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Clinical and pathological N have separate tables. Before surgery the "
                       "clinical one applies.")},
    {Error::E11,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Read p16 in the history before the table. p16-positive oropharynx has "
                       "its own.")},
    {Error::E12,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Read the edition beside the case before the category. The editions count "
                       "ENE on imaging differently.")},
    {Error::E13,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Over the last nodes your certainty ran ahead of the reference. Keep above "
                       "90 % for what is unequivocal.")},
    {Error::E14,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Over the last nodes you were right more often than you said. Use the upper "
                       "end of the scale when the sign is clear.")},
    {Error::E15,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Thick slices, motion and artefact blur a margin. Call the image limited; "
                       "lower the certainty, not the grade.")},
    {Error::E16,
     QT_TRANSLATE_NOOP("RemedyCards",
                       "Compare both sides of the structure in the narrow window 3 before settling "
                       "on contact.")},
}};

}  // namespace

QString traineeErrorTitle(TraineeError error) {
    return lookUp("RemedyCards", kTitles, error);
}

QString traineeErrorRemedy(TraineeError error) {
    return lookUp("RemedyCards", kRemedies, error);
}

}  // namespace nodewise::text
