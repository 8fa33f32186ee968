#!/bin/sh
# Debian libraries that Qt needs and PyPI does not carry.
#   scripts/debian-libraries.sh offscreen|window|tests
# Installs what is missing when it is root and apt is there; otherwise prints the one command
# that does, and exits 3. ldd tells what is missing: Qt's own message blames the wrong library.
set -eu
want=${1:-window}
python=${PYTHON_IN_VENV:-.venv/bin/python}

offscreen="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libwayland-cursor0"
tests="xvfb xauth"

missing_libraries() {
    qt=$("$python" -c 'import importlib.util as u, pathlib as p; print(p.Path(u.find_spec("PySide6").origin).parent)')
    case $want in
        offscreen) plugins="libqoffscreen.so" ;;
        *) plugins="libqoffscreen.so libqxcb.so" ;;
    esac
    for name in $plugins; do
        ldd "$qt/Qt/plugins/platforms/$name" 2>/dev/null
    done | grep 'not found' || true
    ldd "$qt"/QtWidgets*.so 2>/dev/null | grep 'not found' | grep -v pyside | grep -v shiboken || true
}

missing_programs() {
    [ "$want" = tests ] || return 0
    for program in Xvfb xauth; do
        command -v "$program" >/dev/null 2>&1 || echo "$program"
    done
}

[ "$(uname -s)" = Linux ] || exit 0
lacking="$(missing_libraries)$(missing_programs)"
[ -n "$lacking" ] || exit 0

case $want in
    offscreen) packages=$offscreen ;;
    window) packages="$offscreen $window" ;;
    *) packages="$offscreen $window $tests" ;;
esac
command="apt-get install -y --no-install-recommends $packages"

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the Debian libraries that Qt needs: $packages"
    ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 || apt-get update -qq
    # An old list may name packages that are gone: ask for a new one once, then try again.
    DEBIAN_FRONTEND=noninteractive $command >/dev/null 2>&1 \
        || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command; }
    exit 0
fi
echo "Qt lacks libraries of this system. Install them with:" >&2
echo "    sudo $command" >&2
exit 3
