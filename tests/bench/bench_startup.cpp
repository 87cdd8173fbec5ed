// From the start of the process to the first painted Today, in a fresh data folder: each turn
// starts this program anew as a child, which runs the real application until its first screen is
// painted.
#include "app/nodewise/application.h"
#include "ui/render/gl_support.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <string_view>

using namespace nodewise;

namespace {

/// Tells when the large way in of the first screen has been painted, and ends the program.
class FirstPicture final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint &&
            object->objectName() == QLatin1String("startButton") && !m_seen) {
            m_seen = true;
            // After the paint event comes the flush to the screen; this comes after both.
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::exit(0);
            });
        }
        return QObject::eventFilter(object, event);
    }

private:
    bool m_seen = false;
};

int runChild(int argc, char** argv) {
    render::prepareGl();
    QApplication program(argc, argv);
    FirstPicture picture(&program);
    program.installEventFilter(&picture);
    app::CommandLine options;
    options.dataDir = QString::fromLocal8Bit(argv[2]);
    options.language = QStringLiteral("en");
    return app::runApplication(program, options);
}

void firstPaintedToday(benchmark::State& state) {
    for (auto _ : state) {
        const QTemporaryDir home;
        QProcess child;
        QElapsedTimer timer;
        timer.start();
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--child"), home.path()});
        QByteArray said;
        while (!said.contains("painted") && child.waitForReadyRead(30000))
            said += child.readAllStandardOutput();
        state.SetIterationTime(static_cast<double>(timer.nsecsElapsed()) * 1e-9);
        child.waitForFinished();
        if (!said.contains("painted")) {
            state.SkipWithError("the first screen was not painted");
            return;
        }
    }
}

}  // namespace

BENCHMARK(firstPaintedToday)->UseManualTime()->Iterations(10)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[1]) == "--child")
        return runChild(argc, argv);
    const QCoreApplication program(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
