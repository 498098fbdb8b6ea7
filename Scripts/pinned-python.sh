# Sourced by scripts that make a Python of its own for tests.
#
#   make_pinned_python NAME PIN...    makes .tools/NAME with exactly these packages; does nothing when it is there
#
# SECUCOGEN_PYTHON names the interpreter to use.

fail() { printf '%s: %s\n  mend: %s\n' "${0##*/}" "$1" "$2" >&2; exit 2; }

find_python() {
  local candidate
  for candidate in ${SECUCOGEN_PYTHON:+"$SECUCOGEN_PYTHON"} python3.11 python3.12 python3.13 python3; do
    if command -v "$candidate" >/dev/null &&
      "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

make_pinned_python() {
  local name=$1 target=$PWD/.tools/$1 python stamp
  shift
  python=$(find_python) || fail "no Python from 3.11 to 3.13 with venv was found" \
    "install one and name it: SECUCOGEN_PYTHON=/path/to/python3 $0"
  stamp="$("$python" -V) $*"
  [[ -f $target/stamp && $(<"$target/stamp") == "$stamp" ]] && return
  rm -rf "$target"
  "$python" -m venv "$target"
  if ! "$target/bin/python3" -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps "$@"; then
    rm -rf "$target"
    fail "could not install the packages of .tools/$name" "check that this machine reaches a Python package index"
  fi
  printf '%s' "$stamp" >"$target/stamp"
}
