/// page_names.h: the names of the window's pages, as MainWindow::goTo takes them.
#pragma once
#include <QString>

namespace nodewise::shell {

inline const QString kToday = QStringLiteral("today");
inline const QString kCases = QStringLiteral("cases");
inline const QString kRead = QStringLiteral("read");
inline const QString kFeedback = QStringLiteral("feedback");
inline const QString kProgress = QStringLiteral("progress");
inline const QString kBench = QStringLiteral("bench");
inline const QString kMeasure = QStringLiteral("measure");
inline const QString kSettings = QStringLiteral("settings");
inline const QString kTestResult = QStringLiteral("testResult");
inline const QString kReplay = QStringLiteral("replay");
inline const QString kPairs = QStringLiteral("pairs");
inline const QString kMeeting = QStringLiteral("meeting");

}  // namespace nodewise::shell
