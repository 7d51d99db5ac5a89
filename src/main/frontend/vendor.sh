#!/bin/sh
# Fetches the front-end files that are kept with the sources, at the versions named here, and writes
# down where each comes from. Needs npm, and is run only to change a version; the build needs none.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
into="$here/../resources/static/ui/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$into"
: > "$work/manifest"

# take PACKAGE VERSION LICENCE FILE-IN-PACKAGE FILE-HERE
take() {
  folder="$work/$(echo "$1" | tr '/@' '__')"
  if [ ! -d "$folder" ]; then
    mkdir -p "$folder"
    (cd "$folder" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz)
  fi
  # Maps of the sources are not kept, so nothing may point to them.
  case $5 in
    *.css | *.js) sed -e '/^\/[*/][#@] sourceMappingURL=.*$/d' "$folder/package/$4" > "$into/$5" ;;
    *) cp "$folder/package/$4" "$into/$5" ;;
  esac
  sum=$(sha256sum "$into/$5" | cut -d ' ' -f 1)
  echo "$5 $1 $2 $3 $sum" >> "$work/manifest"
}

take @tabler/core 1.6.1 MIT dist/css/tabler.min.css tabler.min.css
take @tabler/core 1.6.1 MIT dist/css/tabler.rtl.min.css tabler.rtl.min.css
take htmx.org 2.0.10 0BSD dist/htmx.min.js htmx.min.js
take vazirmatn 33.0.3 OFL-1.1 'fonts/webfonts/Vazirmatn[wght].woff2' vazirmatn-33.0.3.woff2
take echarts 6.1.0 Apache-2.0 dist/echarts.common.min.js echarts-6.1.0.common.min.js

# What reads square codes where the browser cannot, as one small module.
codes="$work/codes"
mkdir -p "$codes"
(cd "$codes" && npm install --silent --no-save qr@0.7.0 esbuild@0.27.2 >/dev/null &&
  echo 'export { decodeQR } from "qr/decode.js";' > entry.js &&
  ./node_modules/.bin/esbuild entry.js --bundle --minify --format=esm --legal-comments=none \
    --log-level=error --outfile="$into/qr-0.7.0.min.js")
echo "qr-0.7.0.min.js qr 0.7.0 MIT $(sha256sum "$into/qr-0.7.0.min.js" | cut -d ' ' -f 1)" \
  >> "$work/manifest"

# Members' pages bring the letters of Arabic script alone.
letters="$work/letters"
mkdir -p "$letters"
cp "$here/arabic.mjs" "$letters"
(cd "$letters" && npm install --silent --no-save subset-font@2.9.0 >/dev/null &&
  node arabic.mjs "$into/vazirmatn-33.0.3.woff2" "$into/../portal/vazirmatn-arabic-33.0.3.woff2")

# The icons that are used, as one file of symbols.
icons="$work/icons"
mkdir -p "$icons"
(cd "$icons" && npm pack --silent @tabler/icons@3.52.0 >/dev/null && tar xzf ./*.tgz)
{
  echo '<svg xmlns="http://www.w3.org/2000/svg">'
  while read -r name; do
    echo "<symbol id=\"$name\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\"" \
      'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
    sed -n '/<path\|<circle\|<rect\|<line/p' "$icons/package/icons/outline/$name.svg" |
      grep -v 'M0 0h24v24H0z' || true
    echo '</symbol>'
  done < "$here/icons.txt"
  echo '</svg>'
} > "$into/icons.svg"
echo "icons.svg @tabler/icons 3.52.0 MIT $(sha256sum "$into/icons.svg" | cut -d ' ' -f 1)" \
  >> "$work/manifest"

{
  echo '# Front-end files that are not ours: file, package, version, licence, SHA-256.'
  sort "$work/manifest"
} > "$into/manifest.txt"
