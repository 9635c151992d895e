#!/bin/sh
# Packs the forms' program from npm, by package-lock.json, into generator/admin/program.zip.
# Run it after a change of a version here; it needs node, and python to write the archive.
set -eu
cd "$(dirname "$0")"
python="${1:-python3}"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf made
# What no form of ours uses stays out: maps, a highlighter of code, an optimiser of SVG.
node_modules/.bin/esbuild cms.js yaml.js --bundle --minify --splitting --format=esm \
  --legal-comments=none --log-level=error --outdir=made \
  '--external:@shikijs/*' '--external:leaflet/*' '--external:svgo/*' \
  --external:terra-draw --external:terra-draw-leaflet-adapter
"$python" pack.py
rm -rf made
