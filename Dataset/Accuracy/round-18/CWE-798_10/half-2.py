"""The word at the gate."""
import hashlib
import hmac
import os
import secrets
from collections import deque


class Gate:
    """Keeps no word, only a salted digest of each."""

    def __init__(self):
        self._salt = secrets.token_bytes(16)
        words = self._from_variable() or self._from_file()
        self._digests = [self._digest(word) for word in words]
        self._refused = deque(maxlen=20)

    @staticmethod
    def _from_variable():
        return [word.strip() for word in os.environ.get("GATE_WORDS", "").split(",") if word.strip()]

    @staticmethod
    def _from_file():
        path = os.environ.get("GATE_WORDS_FILE", "")
        if not path.strip():
            return []
        try:
            with open(path, encoding="utf-8", errors="strict") as file:
                return [line.strip() for line in file.read().split("\n") if line.strip()]
        except (OSError, UnicodeError):
            return []

    def _digest(self, word):
        # "replace": what a keyboard or an environment hands over need not be whole Unicode
        return hashlib.blake2b(word.encode("utf-8", "replace"), key=self._salt).digest()

    def opens(self, word):
        digest = self._digest(word)
        matches = [hmac.compare_digest(digest, known) for known in self._digests]
        if any(matches):
            return True
        self._refused.append(word)
        return False

    def refused(self):
        return list(self._refused)
