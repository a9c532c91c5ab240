#!/usr/bin/env bash
# Style packages from npm into the folder given: no more is built than is served.
set -euo pipefail
out=$1
mkdir -p "$out"
