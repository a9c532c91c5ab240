#!/usr/bin/env bash
# Style packages from npm into the folder given: no more is built than is served. Each file's name
# carries a hash of its content, so that browsers may keep it; `names` says which is which.
set -euo pipefail
out=$(realpath -m "$1")
cd "$(dirname "$0")"

installed=node_modules/.installed-from
if ! cmp -s package-lock.json "$installed"; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json "$installed"
fi

components=(
  root document body skip-link page-layout page-header page-body page-footer
  heading-1 heading-2 heading-3 paragraph link unordered-list separator
  button button-group alert status-badge data-list table
  form-field form-label form-field-description form-field-error-message form-fieldset
  textbox textarea select checkbox radio-button
)

next=$(mktemp -d)
trap 'rm -rf "$next"' EXIT
: > "$next/names"

# serve NAME.EXT < content: puts it down under a name with its hash
serve() {
  local plain=$1 temporary hash
  temporary=$(mktemp "$next/XXXXXX")
  cat > "$temporary"
  hash=$(sha256sum "$temporary" | cut -c1-12)
  mv "$temporary" "$next/${plain%.*}.$hash.${plain##*.}"
  chmod 644 "$next/${plain%.*}.$hash.${plain##*.}"
  echo "$plain=${plain%.*}.$hash.${plain##*.}" >> "$next/names"
}

served() { sed -n "s/^$1=//p" "$next/names"; }

for font in sans-latin-400 sans-latin-700 serif-latin-700; do
  serve "noto-$font.woff2" < "node_modules/@fontsource/noto-${font%%-*}/files/noto-$font-normal.woff2"
done
serve mark.svg < mark.svg

whole=$(mktemp -d)
trap 'rm -rf "$next" "$whole"' EXIT
cp node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css "$whole"
{
  for component in "${components[@]}"; do
    cat "node_modules/@utrecht/$component-css/dist/index.min.css"
    echo
  done
  cat app.css style/*.css settings.css
} > "$whole/style.css"
node purge.mjs "$whole/style.css" "$whole/theme.css"
serve theme.css < "$whole/theme.css"
sed -E "$(sed -nE 's/^(noto-.*)=(.*)/s|"\1"|"\2"|/p' "$next/names")" "$whole/style.css" |
  serve style.css
serve script.js < app.js
# For pages that are live: officials', and a citizen's that waits for a name.
{
  cat node_modules/htmx.org/dist/htmx.min.js
  echo
  cat node_modules/htmx-ext-sse/dist/sse.min.js
} | serve live.js
cat work/*.js | serve work.js
gzip -9 -k "$next"/*.css "$next"/*.js "$next"/*.svg

# Licences of what is served, and where its source is.
{
  echo "NL Design System components and tokens: EUPL-1.2, https://github.com/nl-design-system"
  echo "Noto fonts: OFL-1.1, https://fonts.google.com/noto"
  echo "htmx: 0BSD, https://htmx.org"
} | serve licences.txt

rm -rf "$out"
mkdir -p "$out"
cp "$next"/* "$out"
