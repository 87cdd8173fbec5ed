#include "ui/models/settings_model.h"
#include <utility>
#include <vector>

namespace nodewise::models {

namespace {

std::string valueOf(const progress::ProgressStore& store, const char* key) {
    const auto value = store.setting(key);
    return value && *value ? **value : std::string();
}

std::vector<std::pair<const char*, std::string>> pairsOf(const Settings& settings) {
    return {{"theme", settings.lightTheme ? "light" : "reading"},
            {"language", settings.language.toStdString()},
            {"edition", std::string(word(settings.edition))},
            {"disable_3d", settings.disable3d ? "yes" : "no"},
            {"reduce_motion", settings.reduceMotion ? "yes" : "no"},
            {"mouse", settings.mouse.toStdString()},
            {"viewer_keys", settings.viewerKeys.toStdString()}};
}

}  // namespace

Settings readSettings(const progress::ProgressStore& store) {
    Settings settings;
    settings.lightTheme = valueOf(store, "theme") == "light";
    settings.language = QString::fromStdString(valueOf(store, "language"));
    if (const auto edition = parse<Edition>(valueOf(store, "edition")))
        settings.edition = *edition;
    settings.disable3d = valueOf(store, "disable_3d") == "yes";
    settings.reduceMotion = valueOf(store, "reduce_motion") == "yes";
    settings.mouse = QString::fromStdString(valueOf(store, "mouse"));
    settings.viewerKeys = QString::fromStdString(valueOf(store, "viewer_keys"));
    return settings;
}

SettingsModel::SettingsModel(progress::ProgressStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(readSettings(store))
    , m_windows(store) {}

Result<void> SettingsModel::change(const Settings& settings) {
    const auto before = pairsOf(m_settings);
    const auto after = pairsOf(settings);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i].second == before[i].second)
            continue;
        if (auto kept = m_store.setSetting(after[i].first, after[i].second); !kept)
            return kept;
    }
    overrideForThisRun(settings);
    return {};
}

void SettingsModel::overrideForThisRun(const Settings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT changed();
}

}  // namespace nodewise::models
