#include "ui/text/term_text.h"
#include "ui/text/word_table.h"

namespace nodewise::text {

namespace {

/// The neighbours a node may touch; codes as in the label maps, without the side.
constexpr WordRow kStructures[] = {
    {"sternocleidomastoid", QT_TRANSLATE_NOOP("Structures", "sternocleidomastoid")},
    {"internal_jugular_vein", QT_TRANSLATE_NOOP("Structures", "internal jugular vein")},
    {"jugular_vein", QT_TRANSLATE_NOOP("Structures", "jugular vein")},
    {"external_jugular_vein", QT_TRANSLATE_NOOP("Structures", "external jugular vein")},
    {"carotid", QT_TRANSLATE_NOOP("Structures", "carotid artery")},
    {"carotid_artery", QT_TRANSLATE_NOOP("Structures", "carotid artery")},
    {"common_carotid_artery", QT_TRANSLATE_NOOP("Structures", "common carotid artery")},
    {"internal_carotid_artery", QT_TRANSLATE_NOOP("Structures", "internal carotid artery")},
    {"external_carotid_artery", QT_TRANSLATE_NOOP("Structures", "external carotid artery")},
    {"common_carotid", QT_TRANSLATE_NOOP("Structures", "common carotid artery")},
    {"internal_carotid", QT_TRANSLATE_NOOP("Structures", "internal carotid artery")},
    {"external_carotid", QT_TRANSLATE_NOOP("Structures", "external carotid artery")},
    {"internal_jugular", QT_TRANSLATE_NOOP("Structures", "internal jugular vein")},
    {"submandibular_gland", QT_TRANSLATE_NOOP("Structures", "submandibular gland")},
    {"parotid", QT_TRANSLATE_NOOP("Structures", "parotid gland")},
    {"parotid_gland", QT_TRANSLATE_NOOP("Structures", "parotid gland")},
    {"thyroid", QT_TRANSLATE_NOOP("Structures", "thyroid gland")},
    {"thyroid_gland", QT_TRANSLATE_NOOP("Structures", "thyroid gland")},
    {"digastric", QT_TRANSLATE_NOOP("Structures", "digastric muscle")},
    {"scalene", QT_TRANSLATE_NOOP("Structures", "scalene muscles")},
    {"scalenes", QT_TRANSLATE_NOOP("Structures", "scalene muscles")},
    {"levator_scapulae", QT_TRANSLATE_NOOP("Structures", "levator scapulae")},
    {"trapezius", QT_TRANSLATE_NOOP("Structures", "trapezius")},
    {"splenius", QT_TRANSLATE_NOOP("Structures", "splenius")},
    {"strap_muscles", QT_TRANSLATE_NOOP("Structures", "strap muscles")},
    {"longus", QT_TRANSLATE_NOOP("Structures", "longus muscles")},
    {"longus_colli", QT_TRANSLATE_NOOP("Structures", "longus colli")},
    {"platysma", QT_TRANSLATE_NOOP("Structures", "platysma")},
    {"mylohyoid", QT_TRANSLATE_NOOP("Structures", "mylohyoid")},
    {"omohyoid", QT_TRANSLATE_NOOP("Structures", "omohyoid")},
    {"skin", QT_TRANSLATE_NOOP("Structures", "skin")},
    {"mandible", QT_TRANSLATE_NOOP("Structures", "mandible")},
    {"hyoid", QT_TRANSLATE_NOOP("Structures", "hyoid")},
    {"larynx", QT_TRANSLATE_NOOP("Structures", "larynx")},
    {"trachea", QT_TRANSLATE_NOOP("Structures", "trachea")},
    {"oesophagus", QT_TRANSLATE_NOOP("Structures", "oesophagus")},
    {"airway", QT_TRANSLATE_NOOP("Structures", "airway")},
    {"pharynx", QT_TRANSLATE_NOOP("Structures", "pharynx")},
    {"vertebra", QT_TRANSLATE_NOOP("Structures", "vertebra")},
    {"tongue", QT_TRANSLATE_NOOP("Structures", "tongue")},
    {"vagus_nerve", QT_TRANSLATE_NOOP("Structures", "vagus nerve")},
    {"accessory_nerve", QT_TRANSLATE_NOOP("Structures", "accessory nerve")},
    {"other", QT_TRANSLATE_NOOP("Structures", "another structure")},
};

/// Short forms that readers of necks know.
constexpr WordRow kBriefStructures[] = {
    //: Short for sternocleidomastoid.
    {"sternocleidomastoid", QT_TRANSLATE_NOOP("BriefStructures", "SCM")},
    //: Short for internal jugular vein.
    {"internal_jugular_vein", QT_TRANSLATE_NOOP("BriefStructures", "IJV")},
    //: Short for external jugular vein.
    {"external_jugular_vein", QT_TRANSLATE_NOOP("BriefStructures", "EJV")},
    //: Short for common carotid artery.
    {"common_carotid_artery", QT_TRANSLATE_NOOP("BriefStructures", "CCA")},
    //: Short for internal carotid artery.
    {"internal_carotid_artery", QT_TRANSLATE_NOOP("BriefStructures", "ICA")},
    //: Short for external carotid artery.
    {"external_carotid_artery", QT_TRANSLATE_NOOP("BriefStructures", "ECA")},
    {"submandibular_gland", QT_TRANSLATE_NOOP("BriefStructures", "submandibular")},
    {"parotid_gland", QT_TRANSLATE_NOOP("BriefStructures", "parotid")},
};

QString plainName(const std::string& code) {
    if (const QString name = lookUp("Structures", kStructures, code); !name.isEmpty())
        return name;
    QString words = QString::fromStdString(code);
    return words.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString briefName(const std::string& code) {
    const QString name = lookUp("BriefStructures", kBriefStructures, code);
    return name.isEmpty() ? plainName(code) : name;
}

QString sidedName(const std::string& code, QString (*nameOf)(const std::string&)) {
    const auto cut = code.rfind('_');
    const auto side = cut == std::string::npos ? std::nullopt : parse<Side>(code.substr(cut + 1));
    if (!side)
        return nameOf(code);
    const QString name = nameOf(code.substr(0, cut));
    if (*side == Side::Left)
        //: %1 is a structure of the neck.
        return QCoreApplication::translate("Structures", "left %1").arg(name);
    if (*side == Side::Right)
        //: %1 is a structure of the neck.
        return QCoreApplication::translate("Structures", "right %1").arg(name);
    return name;
}

}  // namespace

QString structureName(const std::string& code) {
    return sidedName(code, plainName);
}

QString structureBriefName(const std::string& code) {
    return sidedName(code, briefName);
}

std::vector<std::string> structureChoices(Side side) {
    static constexpr const char* kPaired[] = {"sternocleidomastoid",
                                              "internal_jugular_vein",
                                              "common_carotid_artery",
                                              "internal_carotid_artery",
                                              "submandibular_gland",
                                              "parotid_gland",
                                              "digastric",
                                              "scalenes",
                                              "levator_scapulae",
                                              "trapezius"};
    static constexpr const char* kSingle[] = {
        "skin", "thyroid_gland", "strap_muscles", "mandible", "larynx", "longus_colli", "other"};
    std::vector<std::string> codes;
    const auto add = [&](Side which) {
        for (const char* code : kPaired)
            codes.push_back(std::string(code) + '_' + std::string(word(which)));
    };
    if (side != Side::Right)
        add(Side::Left);
    if (side != Side::Left)
        add(Side::Right);
    for (const char* code : kSingle)
        codes.emplace_back(code);
    return codes;
}

}  // namespace nodewise::text
