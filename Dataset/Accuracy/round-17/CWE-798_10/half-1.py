import hmac
import os
from collections import deque


def _from_variable():
    parts = os.environ.get("GATE_WORDS", "").split(",")
    return [word for word in map(str.strip, parts) if word]


def _from_file():
    path = os.environ.get("GATE_WORDS_FILE", "")
    words = []
    if path:
        try:
            with open(path, encoding="utf-8") as file:
                for line in file:
                    word = line.strip()
                    if word:
                        words.append(word)
        except (OSError, ValueError):
            pass            # no such file, or not UTF-8: no words, the gate stays shut
    return words


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


class Gate:
    def __init__(self):
        self._words = [_bytes(word) for word in _from_variable() or _from_file()]
        self._refused = deque(maxlen=20)

    def opens(self, word):
        typed = _bytes(word)
        found = False
        for known in self._words:
            found |= hmac.compare_digest(known, typed)
        if not found:
            self._refused.append(word)
        return found

    def refused(self):
        return list(self._refused)
