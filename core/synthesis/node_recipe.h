/// node_recipe.h: one node of a synthetic case as its author writes it: place, size, inside, and
/// what lies beyond its capsule.
#pragma once
#include "terms/terms.h"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::synthesis {

/// What a node is; each kind brings defaults for shape, hilum, enhancement, rim and content, and
/// every one of them may be given apart.
enum class NodeKind {
    Reactive,         ///< Benign bean with a fatty hilum.
    Suppurative,      ///< Benign: thick uneven rim, pus.
    Metastasis,       ///< Solid; `necrosis` opens it.
    Solid,            ///< Metastasis without necrosis.
    Necrotic,         ///< Metastasis, content behind a rim of rimMm.
    Cystic,           ///< Metastasis, thin even wall.
    HpvCystic,        ///< Cystic, smoother and thinner still.
    PostBiopsy,       ///< Metastasis with a small bleed inside.
    PostRadiotherapy  ///< Metastasis, shrunken, little enhancement.
};
enum class NodeShape { Oval, Round, Kidney, Lobulated };
enum class NecrosisPlace { Central, Eccentric };

}  // namespace nodewise::synthesis

namespace nodewise {

template <>
struct Words<synthesis::NodeKind> {
    using K = synthesis::NodeKind;
    static constexpr auto pairs =
        std::to_array<std::pair<K, std::string_view>>({{K::Reactive, "reactive"},
                                                       {K::Suppurative, "suppurative"},
                                                       {K::Metastasis, "metastasis"},
                                                       {K::Solid, "solid"},
                                                       {K::Necrotic, "necrotic"},
                                                       {K::Cystic, "cystic"},
                                                       {K::HpvCystic, "hpv_cystic"},
                                                       {K::PostBiopsy, "post_biopsy"},
                                                       {K::PostRadiotherapy, "post_radiotherapy"}});
};
template <>
struct Words<synthesis::NodeShape> {
    using S = synthesis::NodeShape;
    static constexpr auto pairs =
        std::to_array<std::pair<S, std::string_view>>({{S::Oval, "oval"},
                                                       {S::Round, "round"},
                                                       {S::Kidney, "kidney"},
                                                       {S::Lobulated, "lobulated"}});
};
template <>
struct Words<synthesis::NecrosisPlace> {
    using P = synthesis::NecrosisPlace;
    static constexpr auto pairs = std::to_array<std::pair<P, std::string_view>>(
        {{P::Central, "central"}, {P::Eccentric, "eccentric"}});
};

}  // namespace nodewise

namespace nodewise::synthesis {

struct NecrosisRecipe {
    double share = 0.3;  ///< Of the capsule's volume, 0.02..0.95.
    NecrosisPlace place = NecrosisPlace::Central;
    double hu = 22;       ///< 0..50.
    double septaHu = 38;  ///< Raised on thin septa, 0..80; 0 = none.
};

/// Tumour beyond the capsule.
struct ExtensionRecipe {
    double depthMm = 3;                        ///< Greatest distance beyond the capsule, 0.3..12.
    std::array<double, 3> direction{0, 1, 0};  ///< LPS, need not be of unit length.
    double halfAngleDeg = 60;                  ///< Sector of the breach, 15..90.
    std::string into;               ///< Structure it may enter, without side; empty = fat only.
    std::vector<std::string> with;  ///< Nodes it grows together with (G2), by id.
    double arcDeg = 0;              ///< Into an artery: how far round it lies, 0..360.
    Margin margin = Margin::Indistinct;  ///< Indistinct or irregular.
    double blurMm = 1.0;                 ///< Width of the margin, 0..3.
};

/// Strands and haze in the fat about the node; drawn apart from the extension, never tumour.
struct ReactionRecipe {
    int fibres = 0;                            ///< 0..600.
    double hazeHu = 0;                         ///< 0..120.
    std::array<double, 3> direction{0, 1, 0};  ///< LPS.
    double halfAngleDeg = 75;                  ///< 15..180.
    double reachMm = 4;                        ///< Haze falls to 1/e along so much fat, 1..10.
    bool track = false;  ///< A needle's way: a band along `direction` out to the skin.

    [[nodiscard]] bool empty() const { return fibres == 0 && hazeHu <= 0 && !track; }
};

/// Signs on examination: any of them makes clinical ENE.
struct ExaminationRecipe {
    bool fixed = false, skin = false, nerve = false;
    [[nodiscard]] bool any() const { return fixed || skin || nerve; }
};

struct NodeRecipe {
    std::string id;
    Side side = Side::Left;
    Level level = Level::IIa;
    std::array<double, 3> offsetMm{0, 0, 0};  ///< From the level's site; x lateral, y back, z up.
    std::optional<std::array<double, 3>>
        positionMm;                          ///< Instead: LPS, mm; 0 = hyoid body, midline.
    std::array<double, 3> radiiMm{6, 5, 8};  ///< Half axes before the pose.
    double poseDeg = 0;                      ///< Turn about z, on the left side; mirrored right.
    NodeKind kind = NodeKind::Solid;
    std::optional<NodeShape> shape;
    std::optional<double> hilum;          ///< Fatty hilum, 0 none .. 1 large.
    std::optional<double> enhancementHu;  ///< Solid part, 30..170.
    std::optional<double> rimHu;          ///< Outer rim, 30..190.
    double rimMm = 2.4;                   ///< Wall of necrotic and cystic nodes.
    std::optional<NecrosisRecipe> necrosis;
    int calcifications = 0;          ///< Flecks of 1 to 2 mm, 0..12.
    double push = 0.8;               ///< 0 replaces tissue, 1 displaces all of it.
    double closePlaneMm = 0;         ///< Contact: how far the fat plane to `contact` is closed.
    std::string contact;             ///< Structure touched without invasion, without side.
    std::optional<bool> metastatic;  ///< When the kind does not say it.
    std::optional<ExtensionRecipe> extension;
    ReactionRecipe reaction;
    ExaminationRecipe examination;
    Grade expect = Grade::G0;  ///< iENE the author wants; the truth must come to the same.
    std::optional<PathologicalEne> expectPene;

    /// The kind's or the node's own.
    [[nodiscard]] bool isMetastatic() const {
        return metastatic.value_or(kind != NodeKind::Reactive && kind != NodeKind::Suppurative);
    }
    [[nodiscard]] bool isCystic() const {
        return kind == NodeKind::Cystic || kind == NodeKind::HpvCystic;
    }
    /// Content of low density that is no cyst.
    [[nodiscard]] bool isNecrotic() const {
        return necrosis.has_value() || kind == NodeKind::Necrotic || kind == NodeKind::Suppurative;
    }
    [[nodiscard]] double hilumSize() const {
        return hilum.value_or(kind == NodeKind::Reactive ? 1.0 : 0.0);
    }
    [[nodiscard]] NodeShape form() const {
        return shape.value_or(kind == NodeKind::Reactive ? NodeShape::Kidney : NodeShape::Oval);
    }
};

}  // namespace nodewise::synthesis
