#include "app/nodewise/truth_notices.h"
#include "ui/widgets/toast.h"
#include <QCoreApplication>

namespace nodewise::app {

void tellOfTruthChanges(models::TruthChanges& changes, shell::MainWindow& window) {
    QObject::connect(&changes, &models::TruthChanges::ownRescored, &window,
                     [&window](int calls, const QString& pack, const QString& version) {
                         window.toast()->showMessage(
                             QCoreApplication::translate(
                                 "Application",
                                 "%1, version %2: a new result for %n call(s), for the reference "
                                 "changed. The first one stays in the log.",
                                 nullptr, calls)
                                 .arg(pack, version));
                     });
    QObject::connect(&changes, &models::TruthChanges::groupRescored, &window,
                     [&window](int calls, const QString& pack, const QString& version) {
                         window.toast()->showMessage(
                             QCoreApplication::translate(
                                 "Application",
                                 "%1, version %2: a new result for %n call(s) of the group, for "
                                 "the reference changed. The first one stays in the log.",
                                 nullptr, calls)
                                 .arg(pack, version));
                     });
}

}  // namespace nodewise::app
