/// settings_model.h: the choices that outlive a session.
#pragma once
#include "base/result.h"
#include "progress/progress_store.h"
#include "terms/terms.h"
#include "ui/models/window_memory.h"
#include <QObject>
#include <QString>

namespace nodewise::models {

/// Plain values; what the settings page edits.
struct Settings {
    bool lightTheme = false;
    QString language;  ///< "de"; empty takes the system's.
    Edition edition = Edition::Tnm9;
    bool disable3d = false;
    bool reduceMotion = false;
    QString mouse;       ///< Code word of the mouse profile; empty takes the delivered one.
    QString viewerKeys;  ///< Keys that differ from the delivered ones, as the viewer writes them.
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Kept in the progress store, for the whole program.
class SettingsModel final : public QObject {
    Q_OBJECT
public:
    explicit SettingsModel(progress::ProgressStore& store, QObject* parent = nullptr);

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    /// Keeps them at once; on an error the old ones stay and the error is passed on.
    [[nodiscard]] Result<void> change(const Settings& settings);
    /// For this run only: what the command line says.
    void overrideForThisRun(const Settings& settings);
    /// Windows that series were last looked at with.
    [[nodiscard]] WindowMemory& windows() { return m_windows; }

Q_SIGNALS:
    void changed();

private:
    progress::ProgressStore& m_store;
    Settings m_settings;
    WindowMemory m_windows;
};

/// The settings of a store, without a model; missing ones take their default.
[[nodiscard]] Settings readSettings(const progress::ProgressStore& store);

}  // namespace nodewise::models
