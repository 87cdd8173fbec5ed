#include "app/nodewise/application.h"
#include "app/nodewise/command_line.h"
#include "ui/render/gl_support.h"
#include <QApplication>
#include <cstdio>

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto parsed = nodewise::app::parseCommandLine(arguments);
    if (!parsed.options) {
        std::fputs(parsed.text.toLocal8Bit().constData(), parsed.exitCode == 0 ? stdout : stderr);
        return parsed.exitCode;
    }
    nodewise::render::prepareGl();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nodewise"));
    QApplication::setApplicationDisplayName(QStringLiteral("Nodewise"));
    QApplication::setOrganizationName(QString());
    return nodewise::app::runApplication(app, *parsed.options);
}
