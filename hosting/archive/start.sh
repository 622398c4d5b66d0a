#!/bin/sh
# Starts the course on this machine, with Node or with Python, whichever there is.
cd "$(dirname "$0")" || exit 1
if command -v node >/dev/null 2>&1; then exec node server.mjs "$@"; fi
if command -v python3 >/dev/null 2>&1; then exec python3 server.py "$@"; fi
echo 'Neither Node nor Python 3 is here. Install one of them, or copy the folder "course" to any web server.' >&2
exit 1
