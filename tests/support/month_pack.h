/// month_pack.h: a pack of many small cases: a ball in fat each, opened and measured in a blink.
#pragma once
#include "casepack/pack_writer.h"
#include "support/pack_source.h"

namespace nodewise::tests {

/// `cases` cases of one node each, called with the crosshair where the case opens. Every other one
/// has extension; six concepts take turns. The names go with the numbers: "ball-00" …
inline std::filesystem::path writeMonthPack(const std::filesystem::path& file, int cases) {
    const test::PackSource source;
    std::string rights;
    for (int i = 0; i < cases; ++i) {
        const bool extends = i % 2 != 0;
        const std::string number = {char('0' + i / 10), char('0' + i % 10)}, id = "ball-" + number;
        const char* const features[] = {"margin", "fat", "adjacent_structure"};
        const std::string concepts = std::string("\"") + features[i % 3] + "/larynx/" +
                                     (i % 2 ? "none" : "thick_slices") + "\"";
        source.write("cases/" + id + "/case.json",
                     R"({"id": ")" + id + R"(", "title": "Ball )" + number +
                         R"(", "image": {"kind": "volume"}, "truthKind": "iene_panel",
                         "difficulty": 2, "edition": "TNM9", "concepts": [)" +
                         concepts + R"(], "history": {"site": "larynx", "primarySide": "left",
                         "p16": "unknown", "primary": "supraglottis"},
                         "nodes": [{"id": "n1", "side": "left", "level": "III"}]})");
        source.write("truth/" + id + "/truth.json",
                     std::string(R"({"nodes": [{"id": "n1", "side": "left", "level": "III",
                         "label": 4, )") +
                         (extends ? R"("grade": "G1", "distribution": [0.2, 0.8, 0, 0],
                                       "margin": "indistinct", "fat": "stranded")"
                                  : R"("grade": "G0", "distribution": [0.9, 0.1, 0, 0],
                                       "margin": "smooth", "fat": "clean")") +
                         R"(}], "structures": {"sternocleidomastoid_left": 9},
                         "source": "a formula"})");
        source.put("cases/" + id + "/images/volume.nrrd", *test::BallPhantom().volume());
        source.put("truth/" + id + "/labels.nrrd", test::BallPhantom().labels());
        rights += (i ? ", " : "") + (R"({"case": ")" + id) +
                  R"(", "source": "a phantom", "licence": "CC-BY-4.0", "permission": "none needed",
                  "deidentified": true})";
    }
    source.write("rights.json", R"({"cases": [)" + rights + "]}");
    source.write("i18n/de.json", R"({"cases": {}})");
    for (const char* part : {"cases", "truth"})
        std::filesystem::remove_all(source.folder() / part / "ball-1");
    NullJobControl job;
    if (const auto built = casepack::buildPack(source.folder(), file, job); !built)
        qFatal("%s", built.error().detail.c_str());
    return file;
}

}  // namespace nodewise::tests
