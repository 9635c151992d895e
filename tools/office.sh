#!/bin/sh
# Usage: tools/office.sh PYTHON
# Sees to it that the tests of Word files have LibreOffice, and a program that reads PDF back: what
# is there, or, as root on Debian, what the distribution has. Where that fails the tests say so.
set -eu

python=$1

if "$python" tests/office/office.py >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u 2>/dev/null)" = 0 ] && command -v apt-get >/dev/null; then
    packages="libreoffice-writer-nogui fonts-liberation poppler-utils"
    echo "Installing for the tests of Word files: $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    # shellcheck disable=SC2086 # a list of names
    apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
        echo "The installation failed" >&2
fi
