#include "app/nodewise/starting.h"
#include "progress/backups.h"
#include "ui/models/safekeeping.h"
#include "ui/shell/workspace.h"
#include <QCoreApplication>

namespace nodewise::app {

namespace {

constexpr int kPinAttempts = 3;

/// Named without its scope: the reader of texts would take the function for a member of it.
using widgets::Question;

QString say(const char* text) {
    return QCoreApplication::translate("Starting", text);
}

/// Whether a copy took the place of the damaged file.
Result<bool> offerCopy(const Error& damage, const AppPaths& paths, const Outside& outside) {
    const auto copies = progress::listBackups(paths.backups);
    if (!copies)
        return fail(copies.error());
    for (const progress::Backup& copy : *copies) {
        Question question;
        question.title = say(QT_TRANSLATE_NOOP("Starting", "Your progress file is damaged"));
        question.detail =
            say(QT_TRANSLATE_NOOP("Starting", "There is a copy of %1. The damaged file is kept."))
                .arg(models::copyTitle(copy));
        question.primary = say(QT_TRANSLATE_NOOP("Starting", "Put the copy back"));
        if (outside.dialogs.ask(nullptr, question) != widgets::Answer::Primary)
            return false;
        const auto done = progress::restoreBackup(copy.file, paths.database, outside.clock);
        if (done)
            return true;
        // A copy that is damaged too: the one before it is offered.
        if (done.error().code != damage.code)
            return fail(done.error());
    }
    return false;
}

Result<void> askPin(Application& application, widgets::DialogService& dialogs) {
    const models::Learner& learner = application.models().learner;
    if (!learner.hasPin())
        return {};
    for (int attempt = 0; attempt < kPinAttempts; ++attempt) {
        const auto pin =
            dialogs.askSecret(nullptr, say(QT_TRANSLATE_NOOP("Starting", "This profile has a PIN")),
                              say(QT_TRANSLATE_NOOP("Starting", "PIN")));
        if (!pin)
            return fail(ErrorCode::Cancelled, "the PIN of the profile was not given");
        if (learner.pinFits(*pin))
            return {};
    }
    dialogs.tell(nullptr, say(QT_TRANSLATE_NOOP("Starting", "The PIN does not fit")),
                 say(QT_TRANSLATE_NOOP("Starting", "Start again, or choose another profile.")));
    return fail(ErrorCode::Cancelled, "the PIN of the profile was not given");
}

}  // namespace

Result<std::unique_ptr<Application>> startProgram(QApplication& app, const CommandLine& options,
                                                  const AppPaths& paths, const Outside& outside) {
    auto made = Application::create(app, options, paths, outside);
    if (!made && made.error().code == ErrorCode::DatabaseDamaged) {
        const auto mended = offerCopy(made.error(), paths, outside);
        if (!mended)
            return fail(mended.error());
        if (*mended)
            made = Application::create(app, options, paths, outside);
    }
    if (!made)
        return made;
    if (const auto allowed = askPin(**made, outside.dialogs); !allowed)
        return fail(allowed.error());
    return made;
}

}  // namespace nodewise::app
