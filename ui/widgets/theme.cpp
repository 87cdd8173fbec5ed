#include "ui/widgets/theme.h"
#include "ui/widgets/style_sheet.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QStyleFactory>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::widgets {

namespace {

struct Token {
    const char* role;
    QColor Theme::*member;
    QRgb reading, light;
};

// The one token table (DESIGN 1.1).
constexpr std::array kTokens = {
    Token{"view", &Theme::view, 0xff000000, 0xff000000},
    Token{"bg", &Theme::bg, 0xff0f1113, 0xffe6e9ed},
    Token{"panel", &Theme::panel, 0xff17191d, 0xfff4f6f8},
    Token{"raised", &Theme::raised, 0xff1f2328, 0xffffffff},
    Token{"hover", &Theme::hover, 0xff272c33, 0xffe4e8ed},
    Token{"press", &Theme::press, 0xff2f353d, 0xffd8dde4},
    Token{"line", &Theme::line, 0xff2c323a, 0xffcfd5dc},
    Token{"edge", &Theme::edge, 0xff6b7580, 0xff7b8692},
    Token{"text", &Theme::text, 0xffd6dbe1, 0xff1c2228},
    Token{"strong", &Theme::strong, 0xffeef1f4, 0xff0b0f13},
    Token{"dim", &Theme::dim, 0xff949ea9, 0xff56606b},
    Token{"accent", &Theme::accent, 0xff56b4e9, 0xff0066a1},
    Token{"onAccent", &Theme::onAccent, 0xff08131b, 0xffffffff},
    Token{"accentSoft", &Theme::accentSoft, 0xff16303f, 0xffd5e7f3},
    Token{"accentHover", &Theme::accentHover, 0xff6fc0ee, 0xff0078bd},
    Token{"accentPress", &Theme::accentPress, 0xff3f9fd6, 0xff00568a},
    Token{"agrees", &Theme::agrees, 0xff2fbf97, 0xff007a59},
    Token{"close", &Theme::close, 0xffe69f00, 0xff8f6200},
    Token{"differs", &Theme::differs, 0xffe8743b, 0xffb04a00},
    Token{"mark", &Theme::mark, 0xfff0e442, 0xff857800},
    Token{"well", &Theme::well, 0xff0f1113, 0xffffffff},
};

Theme makeTheme(ThemeKind kind) {
    Theme theme;
    theme.kind = kind;
    for (const auto& token : kTokens)
        theme.*token.member =
            QColor::fromRgb(kind == ThemeKind::Reading ? token.reading : token.light);
    return theme;
}

}  // namespace

const Theme& Theme::of(ThemeKind kind) {
    static const Theme reading = makeTheme(ThemeKind::Reading);
    static const Theme light = makeTheme(ThemeKind::Light);
    return kind == ThemeKind::Reading ? reading : light;
}

const Theme& Theme::of(const QWidget* widget) {
    // The link colour is the one role no style sheet rule touches, so it tells the theme.
    const Theme& light = of(ThemeKind::Light);
    const bool isLight = widget && widget->palette().color(QPalette::Link) == light.accent;
    return isLight ? light : of(ThemeKind::Reading);
}

QPalette Theme::palette() const {
    QPalette p;
    p.setColor(QPalette::Window, bg);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, well);
    p.setColor(QPalette::AlternateBase, panel);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, strong);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::PlaceholderText, dim);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, raised);
    p.setColor(QPalette::Midlight, hover);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, line);
    p.setColor(QPalette::Shadow, bg);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, edge);
    return p;
}

QString Theme::fill(QString sheet) const {
    // Longest names first, so that @line does not eat the head of another role.
    auto tokens = kTokens;
    std::sort(tokens.begin(), tokens.end(),
              [](const Token& a, const Token& b) { return qstrlen(a.role) > qstrlen(b.role); });
    for (const auto& token : tokens)
        sheet.replace(QLatin1Char('@') + QLatin1String(token.role), (this->*token.member).name());
    return sheet;
}

QColor image::viridis(double share) {
    // matplotlib's viridis (CC0) at eighths of 0..0.88; the yellow end is the colour of your mark.
    static constexpr std::array<QRgb, 8> anchors = {0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e,
                                                    0xff21918c, 0xff28ae80, 0xff5ec962, 0xffaadc32};
    const double at = std::clamp(share, 0.0, 1.0) * (anchors.size() - 1);
    const auto low = std::min<std::size_t>(static_cast<std::size_t>(at), anchors.size() - 2);
    const double t = at - static_cast<double>(low);
    const QColor a(anchors[low]), b(anchors[low + 1]);
    return QColor::fromRgbF(static_cast<float>(a.redF() + t * (b.redF() - a.redF())),
                            static_cast<float>(a.greenF() + t * (b.greenF() - a.greenF())),
                            static_cast<float>(a.blueF() + t * (b.blueF() - a.blueF())));
}

void applyTheme(QApplication& app, ThemeKind kind) {
    const Theme& theme = Theme::of(kind);
    app.setStyleSheet(QString());
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.setPalette(theme.palette());
    app.setFont(textFont(TextStyle::Base));
    app.setStyleSheet(theme.fill(styleSheet()));
}

}  // namespace nodewise::widgets
