"""A shell expands the pattern, in which all but the wildcards is quoted, and hands the words on as they are."""
import os
import shelve
import shlex
import subprocess

SCRIPT = 'shopt() { :; }; title=$1 out=$2; shift 2; set -- {}; [ -e "$1" ] || exit 0; contactsheet --title "$title" --out "$out" "$@"'
COUNT = 'set -- {}; [ -e "$1" ] && echo "$#" || echo 0'


def words(folder, pattern):
    """The folder and the pattern as a word of the shell: letters in quotes, wildcards outside of them."""
    if "\0" in pattern or "\\" in pattern or "/" in pattern or pattern in ("", ".", ".."):
        raise ValueError("no file is called like that")
    quoted = "".join(sign if sign in "*?[]" else shlex.quote(sign) for sign in pattern)
    return f"{shlex.quote(folder)}/{quoted}"


class Plates:
    def __init__(self, folder, searches):
        self.folder, self.searches = folder, searches

    def _shell(self, script, *arguments):
        environment = {**os.environ, "LC_ALL": "C"}
        return subprocess.run(["/bin/sh", "-c", script, "sh", *arguments], env=environment, capture_output=True, text=True, errors="replace")

    def sheet(self, pattern, title, out):
        word = words(self.folder, pattern)
        count = int(self._shell(COUNT.replace("{}", word)).stdout)
        if count:
            self._shell(SCRIPT.replace("{}", word), title, out)
        return count

    def keep(self, pattern, title):
        with shelve.open(self.searches) as kept:
            kept[f"{len(kept):06}"] = pattern, title

    def remake(self, out):
        with shelve.open(self.searches) as kept:
            searches = [kept[key] for key in sorted(kept)]
        return [self.sheet(*search, os.path.join(out, f"{number}.pdf")) for number, search in enumerate(searches, 1)]
