"""gate.py: the word at the gate."""

import os
from collections import deque
from hmac import compare_digest

_files = {}     # real path: (stamp, words); the list of a big club takes a while to read


def _stripped(lines):
    return frozenset(filter(None, map(str.strip, lines)))


def _words_of(path):
    """The words of the file, read anew when it has changed."""
    try:
        path = os.path.realpath(path)
        status = os.stat(path)
        stamp = (status.st_mtime_ns, status.st_size)
        if path in _files and _files[path][0] == stamp and os.access(path, os.R_OK):
            return _files[path][1]
        with open(path, encoding="utf-8", newline="\n") as file:
            words = _stripped(file.read().split("\n"))
    except (OSError, UnicodeError, ValueError):
        return frozenset()
    _files[path] = stamp, words
    return words


class Gate:
    def __init__(self):
        words = _stripped(os.environ.get("GATE_WORDS", "").split(","))
        if not words and os.environ.get("GATE_WORDS_FILE"):
            words = _words_of(os.environ["GATE_WORDS_FILE"])
        self._words = [self._raw(word) for word in words]
        self._refused = deque(maxlen=20)

    @staticmethod
    def _raw(word):
        return word.encode("utf-8", "surrogatepass")

    def opens(self, word):
        typed = self._raw(word)
        found = False
        for raw in self._words:
            found |= compare_digest(raw, typed)
        if not found:
            self._refused.append(word)
        return found

    def refused(self):
        return list(self._refused)
