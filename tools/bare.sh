#!/bin/sh
# Usage: tools/bare.sh [FOLDER]
# Does what a new district does on a bare machine: builds the wheel, installs it with what it needs
# from the package index into an empty environment, begins a site and runs that site's two commands.
# tests/wheel does the same without the index; here everything is fetched, so it takes a minute.
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work/home"
work=$(cd "$work" && pwd)
began=$(date +%s)

say() {
    echo "$(($(date +%s) - began)) s: $*"
}

# The wheel alone leaves the repository.
sh "$repository/tools/venv.sh" "$work/build" "${PYTHON:-}"
"$work/build/bin/pip" --disable-pip-version-check --quiet wheel --no-deps --wheel-dir "$work/dist" \
    "$repository"
say "the wheel is built"

# Nothing of this shell or of its user comes along, but where packages come from and by which proxy.
set -- PATH=/usr/local/bin:/usr/bin:/bin HOME="$work/home" NO_MKDOCS_2_WARNING=1 PYTHONUTF8=1
for name in PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_CERT SSL_CERT_FILE REQUESTS_CA_BUNDLE \
    http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    eval "value=\${$name:-}"
    [ -z "$value" ] || set -- "$@" "$name=$value"
done
alone() {
    folder=$1
    shift
    (cd "$folder" && env -i $surroundings "$@")
}
surroundings=$*

sh "$repository/tools/venv.sh" "$work/venv" "${PYTHON:-}"
pip="$work/venv/bin/pip --disable-pip-version-check --quiet install --find-links $work/dist"
umo="$work/venv/bin/umo"
alone "$work" $pip "$work"/dist/*.whl
say "the program is installed"

alone "$work" "$umo" init district --name "Управление образования" --regulation 004 \
    --association "rmo-matematika=РМО учителей математики"
alone "$work/district" $pip -r requirements.txt
alone "$work/district" "$umo" check
alone "$work/district" "$umo" build --strict
for page in index.html associations/rmo-matematika/index.html guide/record/index.html \
    assets/stylesheets/umo.css assets/javascripts/search.js; do
    test -s "$work/district/site/$page"
done
if grep -rlF -e "$work" -e "$repository" "$work/district/site"; then
    echo "These pages tell where they were made." >&2
    exit 1
fi
say "a new site is built: $work/district/site"
