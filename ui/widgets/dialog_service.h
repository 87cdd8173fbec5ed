/// dialog_service.h: every question to the user that needs a dialog, so that tests can answer.
#pragma once
#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace nodewise::widgets {

/// Buttons of a question; `Primary` is the verb given, `Cancel` leaves all as it was.
enum class Answer { Primary, Second, Cancel };

struct Question {
    QString title;    ///< One line: what happens.
    QString detail;   ///< One or two sentences.
    QString primary;  ///< Verb: "Import", "Replace".
    QString second;   ///< Another verb; may be empty.
};

/// Interface; called in the GUI thread only.
class DialogService {
public:
    virtual ~DialogService() = default;
    /// Nothing when the user cancels. `filter` as QFileDialog takes it.
    virtual std::optional<QString> openFile(QWidget* parent, const QString& title,
                                            const QString& filter) = 0;
    virtual std::optional<QString> openFolder(QWidget* parent, const QString& title) = 0;
    virtual std::optional<QString> saveFile(QWidget* parent, const QString& title,
                                            const QString& suggested, const QString& filter) = 0;
    virtual Answer ask(QWidget* parent, const Question& question) = 0;
    /// One button. For errors that stop what the user wanted.
    virtual void tell(QWidget* parent, const QString& title, const QString& detail) = 0;
    /// One of a list, by index; nothing when cancelled.
    virtual std::optional<int> choose(QWidget* parent, const QString& title,
                                      const QStringList& items) = 0;
    /// One line of text; nothing when cancelled.
    virtual std::optional<QString> askText(QWidget* parent, const QString& title,
                                           const QString& label, const QString& initial) = 0;
    /// One line that nobody behind the user can read; nothing when cancelled.
    virtual std::optional<QString> askSecret(QWidget* parent, const QString& title,
                                             const QString& label) {
        return askText(parent, title, label, {});
    }
};

/// The real one: QFileDialog and QMessageBox.
class QtDialogService final : public DialogService {
public:
    std::optional<QString> openFile(QWidget* parent, const QString& title,
                                    const QString& filter) override;
    std::optional<QString> openFolder(QWidget* parent, const QString& title) override;
    std::optional<QString> saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                    const QString& filter) override;
    Answer ask(QWidget* parent, const Question& question) override;
    void tell(QWidget* parent, const QString& title, const QString& detail) override;
    std::optional<int> choose(QWidget* parent, const QString& title,
                              const QStringList& items) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                   const QString& initial) override;
    std::optional<QString> askSecret(QWidget* parent, const QString& title,
                                     const QString& label) override;
};

}  // namespace nodewise::widgets
