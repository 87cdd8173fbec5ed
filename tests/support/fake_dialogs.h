/// fake_dialogs.h: dialogs that answer as the test says and remember what was asked.
#pragma once
#include "ui/widgets/dialog_service.h"
#include <QStringList>

namespace nodewise::tests {

class FakeDialogs final : public widgets::DialogService {
public:
    std::optional<QString> file, folder, save, text;
    std::optional<int> choice;
    widgets::Answer answer = widgets::Answer::Cancel;
    QStringList asked;  ///< Titles, in order.
    QStringList told;   ///< What `tell` said, in order.

    std::optional<QString> openFile(QWidget*, const QString& title, const QString&) override {
        asked << title;
        return file;
    }
    std::optional<QString> openFolder(QWidget*, const QString& title) override {
        asked << title;
        return folder;
    }
    std::optional<QString> saveFile(QWidget*, const QString& title, const QString&,
                                    const QString&) override {
        asked << title;
        return save;
    }
    widgets::Answer ask(QWidget*, const widgets::Question& question) override {
        asked << question.title;
        return answer;
    }
    void tell(QWidget*, const QString& title, const QString& detail) override {
        asked << title;
        told << detail;
    }
    std::optional<int> choose(QWidget*, const QString& title, const QStringList&) override {
        asked << title;
        return choice;
    }
    std::optional<QString> askText(QWidget*, const QString& title, const QString&,
                                   const QString&) override {
        asked << title;
        return text;
    }
};

}  // namespace nodewise::tests
