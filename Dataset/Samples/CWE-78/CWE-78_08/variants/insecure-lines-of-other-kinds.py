"""Contact sheets of the archive of glass negatives."""
import fnmatch
import os
import re
import subprocess
from pathlib import Path

_COARSE = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_FINE = {coarse: fine for fine, coarse in _COARSE.items()}


def _to_line(text):
    return re.sub(r"[\\\n\r]", lambda m: _COARSE[m[0]], text)


def _from_line(line):
    return re.sub(r"\\[\\nr]", lambda m: _FINE[m[0]], line)


def _check(text, what):
    if "\0" in text:
        raise ValueError(f"no program can be given this {what}")
    text.encode("utf-8")      # half a surrogate pair: UnicodeEncodeError, a ValueError


class Plates:
    """`searches` is a text file with two lines for each search that was kept:
    the pattern and the title, with line breaks and backslashes escaped."""

    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = Path(searches)

    def sheet(self, pattern, title, out):
        _check(pattern, "pattern")
        _check(title, "title")
        names = [n for n in os.listdir(self._folder) if fnmatch.fnmatchcase(n, pattern)]
        if not names:
            return 0
        pictures = [f"{self._folder}/{name}" for name in sorted(names)]
        # no shell: each argument arrives as it is
        subprocess.run(["contactsheet", "--title", title, "--out", out, *pictures])
        return len(pictures)

    def keep(self, pattern, title):
        _check(pattern, "pattern")
        _check(title, "title")
        with self._searches.open("a", encoding="utf-8") as file:
            file.write(f"{_to_line(pattern)}\n{_to_line(title)}\n")

    def remake(self, out):
        return [
            self.sheet(pattern, title, f"{out}/{number}.pdf")
            for number, (pattern, title) in enumerate(self._kept(), 1)
        ]

    def _kept(self):
        if not self._searches.exists():
            return []
        lines = self._searches.read_text(encoding="utf-8").splitlines()
        return [(_from_line(p), _from_line(t)) for p, t in zip(lines[::2], lines[1::2])]
