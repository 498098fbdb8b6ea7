import fnmatch
import os
import subprocess

_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))
_BACK = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}


def _escape(text):
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return text


def _unescape(text):
    signs = iter(text)
    return "".join(_BACK[next(signs)] if sign == "\\" else sign for sign in signs)


class Plates:
    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def sheet(self, pattern, title, out):
        if "\0" in pattern or "\0" in title:
            raise ValueError("no zero signs, please")
        with os.scandir(self._folder) as entries:
            names = sorted(e.name for e in entries if e.is_file() and fnmatch.fnmatchcase(e.name, pattern))
        if names:
            # a list, no shell: every argument arrives as it is
            subprocess.run(
                ["contactsheet", "--title", title, "--out", out, *(f"{self._folder}/{name}" for name in names)],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        return len(names)

    def keep(self, pattern, title):
        """One search a line: pattern, tab, title, with tabs and line ends in them escaped."""
        if "\0" in pattern or "\0" in title:
            raise ValueError("no zero signs, please")
        with open(self._searches, "a", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(f"{_escape(pattern)}\t{_escape(title)}\n")

    def remake(self, out):
        try:
            with open(self._searches, encoding="utf-8", errors="surrogateescape", newline="") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            return []
        counts = []
        for number, line in enumerate(lines, 1):
            pattern, _, title = line.partition("\t")
            counts.append(self.sheet(_unescape(pattern), _unescape(title), os.path.join(out, f"{number}.pdf")))
        return counts
