#!/bin/sh
# Usage: tools/audit.sh [PYTHON]
# Looks up every locked package in the lists of known vulnerabilities: those of the Python packages
# are asked of the package index, those of npm of its own. Needs the network, and npm for its part.
set -eu
cd "$(dirname "$0")/.."

home=.cache/audit
sh tools/venv.sh "$home" "${1:-}"
"$home/bin/python" -m pip --disable-pip-version-check --quiet install \
    --only-binary=:all: --require-hashes -r requirements/audit.txt

status=0
for lock in requirements/*.txt generator/bench/locks/*.txt; do
    echo "$lock"
    "$home/bin/pip-audit" --requirement "$lock" --require-hashes --disable-pip --strict || status=1
done
for folder in tools/forms tools/access generator/bench/eleventy; do
    echo "$folder"
    (cd "$folder" && npm audit --package-lock-only) || status=1
done
exit $status
