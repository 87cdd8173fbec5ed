/// starting.h: a start that may need an answer: a damaged progress file, a profile with a PIN.
#pragma once
#include "app/nodewise/application.h"

namespace nodewise::app {

/// Application::create; when the progress file is damaged, the newest copy that can be read is
/// offered in its place (the damaged file is kept beside it); a profile with a PIN asks for it, at
/// most three times. Errors: those of Application::create and progress::restoreBackup; Cancelled
/// when the PIN was not given (that has been told already).
[[nodiscard]] Result<std::unique_ptr<Application>> startProgram(QApplication& app,
                                                                const CommandLine& options,
                                                                const AppPaths& paths,
                                                                const Outside& outside);

}  // namespace nodewise::app
