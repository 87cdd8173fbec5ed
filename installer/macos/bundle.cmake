# Written, not run: there is no Mac in the loop. Libraries from Homebrew (see README.md).
set(CPACK_GENERATOR DragNDrop)
set_target_properties(nodewise PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_GUI_IDENTIFIER org.nodewise.Nodewise
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
qt_generate_deploy_app_script(TARGET nodewise FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})
# Signing and notarising need the publisher's Developer ID: codesign --options runtime, notarytool submit, stapler.
