#!/usr/bin/env bash
# Prism, and Twilio's own description of its API for it to hold requests and answers against, in the
# folder that is given. Where it cannot be installed (npm and its registry are needed) this says so,
# and requests go to the stand-in of Twilio unchecked.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
there=${1:?"a folder is expected"}

# Of this package only one file is wanted, not the hundreds that it depends on.
package=@twilio/cli-core@9.0.0
digest=14f1e6e605c0530336a004e6422dc01983c5cf852b8391b9fef0e4a54bb95aa36ec2e790692f771f05e3757d4e33e9a2baad0b32299d7db5c34cb129e0db237e

description() {
  local packed
  packed=$(npm pack --silent --pack-destination . "$package")
  echo "$digest  $packed" | sha512sum --check --quiet
  tar xzf "$packed" --strip-components=4 package/src/services/twilio-api/twilio_api_v2010.json
  node strict.js twilio_api_v2010.json twilio.json
  rm "$packed"
}

mkdir -p "$there"
if ! cat "$here"/* | cmp -s - "$there/installed"; then
  rm -f "$there/installed"
  cp "$here"/package.json "$here"/package-lock.json "$here"/*.js "$there"
  if (cd "$there" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && description); then
    cat "$here"/* > "$there/installed"
  else
    echo "Prism cannot be installed (npm is needed); what needs it is skipped" >&2
  fi
fi
