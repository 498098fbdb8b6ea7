import hashlib
import os
from collections import deque


def _words():
    """The words of this club, at this moment."""
    words = [part.strip() for part in os.environ.get("GATE_WORDS", "").split(",")]
    words = [word for word in words if word]
    if words:
        return words
    path = os.environ.get("GATE_WORDS_FILE", "")
    if not path:
        return []
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
    except (OSError, ValueError):  # also one that is not UTF-8 throughout
        return []
    return [word for word in (line.strip() for line in text.split("\n")) if word]


class Gate:
    """Keeps fingerprints only, with a key of its own, so that the words do not lie about in memory."""

    def __init__(self):
        self._key = os.urandom(32)
        self._prints = frozenset(self._print(word) for word in _words())
        self._refused = deque(maxlen=20)

    def _print(self, word):
        raw = word.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(raw, key=self._key, digest_size=4).digest()

    def opens(self, word):
        found = self._print(word) in self._prints
        if not found:
            self._refused.append(word)
        return found

    def refused(self):
        return list(self._refused)
