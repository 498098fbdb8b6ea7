import fnmatch
import os
import re
import subprocess

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_BACK = {escaped: sign for sign, escaped in _ESCAPES.items()}


def _escape(text):
    return re.sub(r"[\\\t\n\r]", lambda match: _ESCAPES[match[0]], text)


def _unescape(text):
    return re.sub(r"\\[\\tnr]", lambda match: _BACK[match[0]], text)


class Plates:
    """Contact sheets. A search is one line of the file: pattern, tab, title, both escaped."""

    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def _pictures(self, pattern):
        # only names that the folder has; the pattern is never a path
        return [f"{self._folder}/{name}" for name in sorted(os.listdir(self._folder))
                if fnmatch.fnmatchcase(name, pattern)]

    def sheet(self, pattern, title, out):
        if "\0" in title:
            raise ValueError("no title")
        pictures = self._pictures(pattern)
        if pictures:
            subprocess.run(["contactsheet", "--title", title, "--out", out, *pictures],
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, shell=False)
        return len(pictures)

    def keep(self, pattern, title):
        if "\0" in pattern or "\0" in title:
            raise ValueError("no search")
        line = f"{_escape(pattern)}\t{_escape(title)}\n".encode("utf-8")
        with open(self._searches, "ab") as file:
            file.write(line)

    def _kept(self):
        try:
            with open(self._searches, encoding="utf-8", newline="") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            return []
        searches = []
        for line in lines:
            pattern, _, title = line.partition("\t")
            searches.append((_unescape(pattern), _unescape(title)))
        return searches

    def remake(self, out):
        return [self.sheet(pattern, title, f"{out}/{number}.pdf")
                for number, (pattern, title) in enumerate(self._kept(), 1)]
