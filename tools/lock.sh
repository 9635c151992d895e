#!/bin/sh
# Usage: tools/lock.sh UV [--upgrade]
# Writes the lock files for every Python from 3.11 on and every system at once. Versions that are
# locked already stay unless --upgrade is given. A package has one version on all of them
# (fork-strategy), so that the same records give the same site everywhere.
set -eu

uv=$1
shift

compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --custom-compile-command "make lock" "$@"
}

compile "$@" pyproject.toml --group build --output-file requirements/site.txt
compile "$@" pyproject.toml --group dev --constraints requirements/site.txt \
    --output-file requirements/dev.txt
compile "$@" --group bench --constraints requirements/site.txt \
    --output-file requirements/bench.txt
for peers in builders zensical; do
    compile "$@" "generator/bench/locks/$peers.in" \
        --output-file "generator/bench/locks/$peers.txt"
done
compile "$@" --group fuzz --output-file requirements/fuzz.txt
compile "$@" --group audit --output-file requirements/audit.txt
compile "$@" --group lock --output-file requirements/lock.txt
