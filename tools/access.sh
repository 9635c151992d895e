#!/bin/sh
# Usage: tools/access.sh
# Fetches what checks pages in the heavy tests, the Nu Html Checker and the newest axe-core, by
# tools/access/package-lock.json into .cache/access/. It needs npm, and Java to run the checker: as
# root on Debian they are installed. Where that fails the tests say so.
set -eu
cd "$(dirname "$0")/.."

if ! { command -v npm && command -v java; } >/dev/null 2>&1; then
    if [ "$(id -u 2>/dev/null)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing for the tests of access: npm, default-jre-headless"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq || true
        apt-get install -y -qq --no-install-recommends npm default-jre-headless >/dev/null ||
            echo "The installation failed" >&2
    fi
fi
mkdir -p .cache/access
if ! cmp -s tools/access/package-lock.json .cache/access/package-lock.json ||
    ! [ -d .cache/access/node_modules ]; then
    cp tools/access/package.json tools/access/package-lock.json .cache/access/
    npm ci --prefix .cache/access --ignore-scripts --no-audit --no-fund --loglevel=error >&2
fi
