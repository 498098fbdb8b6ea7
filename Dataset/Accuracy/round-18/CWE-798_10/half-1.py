"""The word at the gate."""
import hmac
import os
from collections import deque
from pathlib import Path


def _words(texts):
    return [word for word in (text.strip() for text in texts) if word]


def _of_file(path):
    if not path:
        return []
    try:
        return _words(Path(path).read_bytes().decode("utf-8").splitlines())
    except (OSError, UnicodeDecodeError, ValueError):
        return []


class Gate:
    def __init__(self):
        words = _words(os.environ.get("GATE_WORDS", "").split(","))
        if not words:
            words = _of_file(os.environ.get("GATE_WORDS_FILE"))
        # surrogatepass: different strings must stay different
        self._words = [word.encode("utf-8", "surrogatepass") for word in words]
        self._refused = deque(maxlen=20)

    def opens(self, word):
        typed = word.encode("utf-8", "surrogatepass")
        opened = False
        for known in self._words:
            opened |= hmac.compare_digest(known, typed)
        if not opened:
            self._refused.append(word)
        return opened

    def refused(self):
        return list(self._refused)
