/// languages.h: the languages the program speaks, and their loading.
#pragma once
#include <QString>
#include <vector>

class QCoreApplication;

namespace nodewise::shell {

struct Language {
    QString code;  ///< "de"
    QString name;  ///< In itself: "Deutsch"
};

/// English, and every language with a message file in the program. The pseudo-language of the tests
/// ("xx") is not listed.
[[nodiscard]] std::vector<Language> availableLanguages();

/// Installs the messages of `code` (empty: the system's first language that is there) and sets the
/// default locale with it. English needs no messages but for its plurals. Gives the code in force.
QString installLanguage(QCoreApplication& app, const QString& code);

}  // namespace nodewise::shell
