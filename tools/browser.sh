#!/bin/sh
# Usage: tools/browser.sh PYTHON
# Sees to it that the browser tests have a browser, and programs that read printed pages back: what
# is there, or, as root on Debian, what the distribution has. Where that fails the tests themselves
# say what was left out.
set -eu

python=$1

status=0
"$python" tests/browser/browser.py >/dev/null 2>&1 || status=$?
case $status in
    0) exit 0 ;;
    2) packages="libatomic1 libzbar0 poppler-utils" ;;
    3) packages="fonts-liberation libzbar0 poppler-utils" ;;
    *) packages="chromium fonts-dejavu-core fonts-liberation libatomic1 libzbar0 poppler-utils" ;;
esac
# A browser that was chosen by name is not replaced by another one.
if [ "$status" = 1 ] && [ -n "${UMO_BROWSER:-}" ]; then
    exit 0
fi
if [ "$(id -u 2>/dev/null)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the browser tests: $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    # shellcheck disable=SC2086 # a list of names
    apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
        echo "The installation failed" >&2
fi
