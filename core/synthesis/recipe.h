/// recipe.h: what a synthetic case is made from: a few numbers and a seed.
#pragma once
#include "base/result.h"
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
};

/// Mean HU after contrast.
struct PhaseRecipe {
    double arteryHu = 205, veinHu = 180, muscleHu = 66, glandHu = 104;
};

/// What the inside of a node looks like.
#define NODEWISE_NODE_KINDS(X)                                                                     \
    X(Reactive, "reactive") X(Solid, "solid") X(Necrotic, "necrotic") X(Cystic, "cystic")

enum class NodeKind { Reactive, Solid, Necrotic, Cystic };

/// Tumour beyond the capsule.
struct ExtensionRecipe {
    double depthMm = 3;                        ///< Greatest distance beyond the capsule, 0.3..12.
    std::array<double, 3> direction{0, 1, 0};  ///< LPS, need not be of unit length.
    double halfAngleDeg = 60;                  ///< Sector of the breach, 15..90.
    std::string into;     ///< Structure it may enter, without side; empty = fat only.
    std::string with;     ///< Node it grows together with (G2); empty = none.
    double blurMm = 1.0;  ///< Width of the margin, 0..3.
};

/// Strands and haze in the fat about the node; drawn apart from the extension, never tumour.
struct ReactionRecipe {
    int fibres = 0;                            ///< 0..600.
    double hazeHu = 0;                         ///< 0..120.
    std::array<double, 3> direction{0, 1, 0};  ///< LPS.
    double halfAngleDeg = 75;
};

struct NodeRecipe {
    std::string id;
    Side side = Side::Left;
    Level level = Level::IIa;
    std::array<double, 3> offsetMm{0, 0, 0};  ///< From the level's site; x lateral, y back, z up.
    std::array<double, 3> radiiMm{6, 5, 8};   ///< Half axes before the pose.
    double poseDeg = 0;                       ///< Turn about z, on the left side; mirrored right.
    NodeKind kind = NodeKind::Solid;
    double rimMm = 2.4;       ///< Wall of necrotic and cystic nodes.
    double push = 0.8;        ///< 0 replaces tissue, 1 displaces all of it.
    double closePlaneMm = 0;  ///< Contact: how far the fat plane to `contact` is closed.
    std::string contact;      ///< Structure touched without invasion, without side.
    std::optional<ExtensionRecipe> extension;
    ReactionRecipe reaction;
    Grade expect = Grade::G0;  ///< iENE the author wants; the truth must come to the same.
};

struct DistractorRecipe {
    int smallNodes = 22;    ///< 0..60.
    int smallVessels = 46;  ///< 0..120.
};

struct ScannerRecipe {
    int columns = 512;            ///< Columns and rows, 64..512.
    double pixelMm = 0.45;        ///< 0.3..2.
    int slices = 100;             ///< 4..160.
    double sliceMm = 1.25;        ///< 0.6..5; slices lie edge to edge.
    double topMm = 52;            ///< z of the highest slice, mm above the hyoid body, -60..56.
    double kernelSigmaMm = 0.5;   ///< 0.3..1.2.
    double noiseHu = 8;           ///< SD at the centre, 0..40.
    double streakHu = 3;          ///< SD of streaks between the shoulders, 0..20.
    std::uint32_t noiseSeed = 0;  ///< 0 = from the seed.
};

/// When extension counts as seen: CNR times the root of its largest axial area in mm², and depth.
struct VisibilityRecipe {
    double seenFrom = 10;    ///< Below: not visible.
    double clearFrom = 20;   ///< Above: clear. Between: border.
    int minDepthVoxels = 2;  ///< Thinner extension is not visible.
};

/// One synthetic case. @see cases/schema/recipe.schema.json
struct Recipe {
    std::uint32_t seed = 1;
    PatientRecipe patient;
    PhaseRecipe phase;
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
