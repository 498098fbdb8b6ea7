import collections
import hashlib
import hmac
import os
import pathlib
import secrets


class Gate:
    """Keeps salted hashes, and compares all of them."""

    def __init__(self):
        self._salt = secrets.token_bytes(16)
        self._hashes = [self._hash(word) for word in self._find()]
        self._last = collections.deque(maxlen=20)

    def _hash(self, word):
        return hashlib.sha256(self._salt + word.encode("utf-8", "surrogatepass")).digest()

    @staticmethod
    def _find():
        words = [word.strip() for word in os.environ.get("GATE_WORDS", "").split(",")]
        if not any(words):
            path = os.environ.get("GATE_WORDS_FILE", "")
            try:
                words = [line.strip() for line in pathlib.Path(path).read_bytes().decode().split("\n")]
            except (OSError, UnicodeDecodeError):
                words = []
        return [word for word in words if word]

    def opens(self, word):
        typed = self._hash(word)
        fits = [hmac.compare_digest(typed, one) for one in self._hashes]
        if not any(fits):
            self._last.append(word)
        return any(fits)

    def refused(self):
        return list(self._last)
