#include "ui/shell/languages.h"
#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

namespace nodewise::shell {

namespace {

QStringList messageCodes() {
    QStringList codes;
    const QStringList files =
        QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("nodewise_*.qm")});
    for (const QString& file : files)
        codes << file.mid(9).chopped(3);
    return codes;
}

void install(QCoreApplication& app, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&app);
    if (translator->load(file, folder))
        app.installTranslator(translator);
    else
        delete translator;
}

}  // namespace

std::vector<Language> availableLanguages() {
    std::vector<Language> languages{{QStringLiteral("en"), QStringLiteral("English")}};
    for (const QString& code : messageCodes())
        if (code != QLatin1String("en") && code != QLatin1String("xx"))
            languages.push_back({code, QLocale(code).nativeLanguageName()});
    return languages;
}

QString installLanguage(QCoreApplication& app, const QString& code) {
    const QStringList there = messageCodes();
    QString chosen = code;
    if (chosen.isEmpty())
        for (const QString& wanted : QLocale().uiLanguages()) {
            const QString language = wanted.section(QLatin1Char('-'), 0, 0);
            if (language == QLatin1String("en") || there.contains(language)) {
                chosen = language;
                break;
            }
        }
    if (chosen.isEmpty() || (chosen != QLatin1String("en") && !there.contains(chosen)))
        chosen = QStringLiteral("en");
    if (!code.isEmpty() || QLocale().language() == QLocale::C)
        QLocale::setDefault(chosen == QLatin1String("xx") ? QLocale(QStringLiteral("en"))
                                                          : QLocale(chosen));
    install(app, QStringLiteral("nodewise_") + chosen, QStringLiteral(":/i18n"));
    install(app, QStringLiteral("qtbase_") + chosen,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return chosen;
}

}  // namespace nodewise::shell
