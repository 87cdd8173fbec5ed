/// silent_dialogs.h: dialogs of a run that nobody watches.
#pragma once
#include "ui/widgets/dialog_service.h"
#include <cstdio>

namespace nodewise::app {

/// Cancels every question; what would be told goes to standard error.
class SilentDialogs final : public widgets::DialogService {
public:
    std::optional<QString> openFile(QWidget*, const QString&, const QString&) override {
        return {};
    }
    std::optional<QString> openFolder(QWidget*, const QString&) override { return {}; }
    std::optional<QString> saveFile(QWidget*, const QString&, const QString&,
                                    const QString&) override {
        return {};
    }
    widgets::Answer ask(QWidget*, const widgets::Question&) override {
        return widgets::Answer::Cancel;
    }
    void tell(QWidget*, const QString& title, const QString& detail) override {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(title), qUtf8Printable(detail));
    }
    std::optional<int> choose(QWidget*, const QString&, const QStringList&) override { return {}; }
    std::optional<QString> askText(QWidget*, const QString&, const QString&,
                                   const QString&) override {
        return {};
    }
};

}  // namespace nodewise::app
