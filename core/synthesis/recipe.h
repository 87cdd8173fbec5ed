/// recipe.h: what a synthetic case is made from: a few numbers and a seed.
#pragma once
#include "base/result.h"
#include "synthesis/node_recipe.h"
#include "terms/terms.h"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::synthesis {

/// The body. What is not given is drawn from the seed.
struct PatientRecipe {
    std::optional<double> bodyScale;      ///< In-plane size, 0.8..1.15; 1 is an adult man.
    std::optional<double> fatScale;       ///< Subcutaneous fat, 0.15..1.2; median 0.45.
    std::optional<double> muscleScale;    ///< Muscle thickness, 0.7..1.3.
    std::optional<double> yawDeg;         ///< Head turned to the left, -8..8.
    std::optional<double> calcification;  ///< Ossified share of the larynx, 0..1.
    std::optional<Side> dominantJugular;  ///< Left or right.
    std::optional<std::string> sex;       ///< "f" or "m".
    std::optional<double> ageYears;       ///< 18..95: fat in muscle, ossification.
    std::optional<double> neckLength;     ///< Factor on heights, 0.85..1.15.
    std::optional<double> lordosisDeg;    ///< Curve of the spine, -10..25.
    std::optional<double> tiltDeg;        ///< Head leaned to the left, -6..6.
    std::optional<double> bifurcationMm;  ///< Carotid bifurcation against the usual, -15..15.
    std::optional<double> carotidMedial;  ///< How far the carotids run inward, mm, 0..10.
    std::optional<double> glandScale;     ///< Salivary and thyroid glands, 0.7..1.4.
    std::optional<double> asymmetry;      ///< Factor on the difference of the sides, 0..2.
};

/// What went before.
struct HistoryRecipe {
    double radiotherapy = 0;  ///< Haze of all fat, thick skin and platysma, both sides, 0..1.
    /// Neck dissection of levels I to V: submandibular gland, external jugular and facial vein,
    /// omohyoid and small nodes are gone, muscle and internal jugular vein thin, fat scarred.
    std::optional<Side> dissection;
};

/// The primary tumour, where the history says so.
struct PrimaryRecipe {
    std::string site;  ///< tongue, tongue_base, tonsil, larynx, hypopharynx, nasopharynx.
    Side side = Side::Left;
    double radiusMm = 12;  ///< 5..30.
};

/// A vessel that is not as the phase says: unopacified or filled with clot.
struct VesselRecipe {
    std::string structure;  ///< Code without side.
    Side side = Side::Left;
    double hu = 50;    ///< Lumen, 10..350.
    double rimHu = 0;  ///< Wall when raised (thrombosis), 0 = as the lumen.
};

/// Mean HU after contrast.
struct PhaseRecipe {
    double arteryHu = 205, veinHu = 180, muscleHu = 66, glandHu = 104;
};

struct DistractorRecipe {
    int smallNodes = 22;    ///< 0..60.
    int smallVessels = 46;  ///< 0..120.
};

struct ScannerRecipe {
    int columns = 512;            ///< Columns and rows, 64..512.
    double pixelMm = 0.45;        ///< 0.3..2.
    int slices = 100;             ///< 4..240.
    double sliceMm = 1.25;        ///< 0.6..5; slices lie edge to edge.
    double topMm = 52;            ///< z of the highest slice, mm above the hyoid body, -60..100.
    double kernelSigmaMm = 0.5;   ///< 0.3..1.2.
    double noiseHu = 8;           ///< SD at the centre, 0..40.
    double streakHu = 3;          ///< SD of streaks between the shoulders, 0..20.
    std::uint32_t noiseSeed = 0;  ///< 0 = from the seed.
    double sharpen = 0;           ///< Edge enhancement of a bone kernel, 0..1.
    double motionMm = 0;          ///< Swallowing or breathing while a slice is taken, 0..4.
    double dentalHu = 0;          ///< Streaks from metal teeth, HU at 20 mm, 0..400.
    double hardening = 0;         ///< Beam hardening between bones, 0..1.
    double gantryDeg = 0;         ///< Tilt of the slices, -25..25; above 0 the nape lies higher.
};

/// When extension counts as seen: Rose's signal-to-noise ratio of its largest visible area, and
/// depth. Rose 1948 (J Opt Soc Am 38:196) and Burgess 1999 (J Opt Soc Am A 16:633): 5 is needed to
/// see an object reliably, about 3 is where seeing begins.
struct VisibilityRecipe {
    double seenFrom = 3;     ///< Below: not visible.
    double clearFrom = 5;    ///< Above: clear. Between: border.
    int minDepthVoxels = 2;  ///< Thinner extension is not visible.
};

/// One synthetic case. @see cases/schema/recipe.schema.json
struct Recipe {
    std::uint32_t seed = 1;
    PatientRecipe patient;
    PhaseRecipe phase;
    HistoryRecipe history;
    std::optional<PrimaryRecipe> primary;
    std::vector<VesselRecipe> vessels;
    std::vector<NodeRecipe> nodes;
    DistractorRecipe distractors;
    ScannerRecipe scanner;
    VisibilityRecipe visibility;
    std::vector<std::string> pitfalls;  ///< "P1" … "P15".
};

/// Reads a recipe. Errors: JsonInvalid; SchemaViolation (missing or of the wrong kind); UnknownKey;
/// ValueOutOfRange. `place` is a JSON pointer to the key. Thread-safe.
[[nodiscard]] Result<Recipe> parseRecipe(std::string_view json);

}  // namespace nodewise::synthesis
