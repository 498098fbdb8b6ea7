import hmac
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


def _raw(word):
    """Bytes, since compare_digest takes no other signs than those of ASCII in a string."""
    return word.encode("utf-8", "replace")


class Gate:
    def __init__(self):
        self._raws = [_raw(word) for word in _words()]
        self._refused = deque(maxlen=20)

    def opens(self, word):
        typed = _raw(word)
        found = False
        for raw in self._raws:
            found |= hmac.compare_digest(raw, typed)
        if not found:
            self._refused.append(word)
        return found

    def refused(self):
        return list(self._refused)
