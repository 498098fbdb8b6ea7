#!/usr/bin/env bash
# Runs inside a bare Debian, as root: installs secucogen from /packages as a stranger would, and looks at verdicts.
#
#   in-root.sh wheel|tarball root|user
set -euo pipefail
form=$1 who=$2
say() { printf 'installation (%s, %s): %s\n' "$form" "$who" "$*"; }
for tool in swift swiftc cc gcc clang; do
  if command -v "$tool" >/dev/null; then say "there is a $tool, which this test must not have"; exit 1; fi
done
if [[ $who == user ]]; then
  id tester >/dev/null 2>&1 || useradd --create-home tester
  as=(setpriv --reuid tester --regid tester --clear-groups env HOME=/home/tester)
  home=/home/tester
else
  as=(env HOME=/root)
  home=/root
fi
place=$home/$form
rm -rf "$place" "$home/.cache/secucogen"
"${as[@]}" mkdir -p "$place"

if [[ $form == wheel ]]; then
  "${as[@]}" python3 -m venv "$place"
  "${as[@]}" "$place/bin/python3" -m pip install --quiet --disable-pip-version-check --no-index --no-deps /packages/secucogen-*.whl
  "${as[@]}" "$place/bin/python3" -m secucogen --version >/dev/null
else
  (cd /packages && sha256sum --check --quiet secucogen-*.tar.gz.sha256)
  "${as[@]}" tar --extract --gzip --directory "$place" --strip-components 1 --file /packages/secucogen-*.tar.gz
fi
secucogen=("${as[@]}" "$place/bin/secucogen")
cd "$place"
say "$("${secucogen[@]}" --version)"

# Nothing is set up yet: one line has to say what to do.
if message=$("${secucogen[@]}" doctor 2>&1); then say "doctor is content before setup"; exit 1; fi
grep -q "secucogen setup" <<<"$message" || { say "doctor does not name setup: $message"; exit 1; }

"${secucogen[@]}" setup --wheels /packages/wheels
samples=()
while read -r type; do samples+=(--sample "${type}_01"); done < <("${secucogen[@]}" dataset stats --format json |
  python3 -c 'import json, sys; print("\n".join(row["type"] for row in json.load(sys.stdin)))')
((${#samples[@]} == 36)) || { say "there are ${#samples[@]} arguments for the samples of 18 types"; exit 1; }
for control in secure insecure; do
  "${secucogen[@]}" run --model "control/$control" "${samples[@]}" --task generate --output "$control.run" --quiet >/dev/null
  "${secucogen[@]}" export "$control.run" --output "$control.jsonl" 2>/dev/null
  python3 -c 'import json, sys
for line in map(json.loads, sys.stdin): print(json.dumps({"task_id": line["task_id"], "code": line["solution"]}))' \
    <"$control.jsonl" | "${secucogen[@]}" judge >"$control.verdicts"
  grep -c "\"verdict\":\"$control\"" "$control.verdicts" | grep -qx 18 ||
    { say "the $control solutions are not all $control:"; cat "$control.verdicts"; exit 1; }
done
"${secucogen[@]}" report secure.run insecure.run --table overview
# The notes, and what runs the model's own tests, are part of what is installed.
"${secucogen[@]}" run --model control/secure --sample CWE-89_01 --strategy guidelines --output guided.run --quiet >/dev/null
"${secucogen[@]}" run --model control/secure --sample CWE-89_01 --strategy tests --output tested.run --quiet >/dev/null
say "18 secure solutions are secure, 18 insecure ones insecure"
cd /
rm -rf "$place"
