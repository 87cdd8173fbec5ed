# Written, not run: there is no Windows machine in the loop. Libraries from vcpkg (see README.md).
set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_NSIS_DISPLAY_NAME "Nodewise")
set(CPACK_NSIS_PACKAGE_NAME "Nodewise")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
# Per user: no administrator is asked for on locked hospital machines.
set(CPACK_NSIS_INSTALL_ROOT "$LOCALAPPDATA\\\\Programs")
set(CPACK_NSIS_DEFINES "RequestExecutionLevel user")
set(CPACK_PACKAGE_EXECUTABLES nodewise Nodewise)
qt_generate_deploy_app_script(TARGET nodewise FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})
