/// truth_notices.h: what is said when answers have new results.
#pragma once
#include "ui/models/truth_changes.h"
#include "ui/shell/main_window.h"

namespace nodewise::app {

/// A line at the foot of the window for each pack whose reference changed.
void tellOfTruthChanges(models::TruthChanges& changes, shell::MainWindow& window);

}  // namespace nodewise::app
