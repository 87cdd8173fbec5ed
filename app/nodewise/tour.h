/// tour.h: draws every screen with demo data, in both themes, as PNG.
#pragma once
#include "app/nodewise/app_paths.h"
#include "app/nodewise/command_line.h"

class QApplication;

namespace nodewise::app {

/// Works in a folder of its own that goes afterwards; nothing of the user is read or changed. Needs
/// the demo pack (among `paths.builtInPacks`, or `options.open`). Gives 0, or 1 with a line on
/// standard error when a picture could not be made.
int runTour(QApplication& app, const CommandLine& options, const AppPaths& paths);

}  // namespace nodewise::app
