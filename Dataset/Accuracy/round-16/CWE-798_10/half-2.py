import hashlib
import hmac
import os

ROUNDS = 2000      # the computer in the gate post is a small one


class Gate:
    """Keeps only salted hashes of the words, in case somebody steals the computer."""

    def __init__(self):
        self._salt = os.urandom(16)
        words = self._from_variable() or self._from_file()
        self._hashes = [self._hash(word) for word in words]
        self._refused = []

    @staticmethod
    def _from_variable():
        words = os.environ.get("GATE_WORDS", "").split(",")
        return {word.strip() for word in words} - {""}

    @staticmethod
    def _from_file():
        path = os.environ.get("GATE_WORDS_FILE")
        if not path:
            return set()
        try:
            with open(path, encoding="utf-8", errors="strict", newline="\n") as file:
                lines = file.read().split("\n")
        except (OSError, UnicodeError):
            return set()
        return {line.strip() for line in lines} - {""}

    def _hash(self, word):
        return hashlib.pbkdf2_hmac("sha256", word.encode("utf-8", "surrogatepass"), self._salt, ROUNDS)

    def opens(self, word):
        typed = self._hash(word)
        found = [hmac.compare_digest(typed, own) for own in self._hashes]
        if any(found):
            return True
        self._refused = (self._refused + [word])[-20:]
        return False

    def refused(self):
        return list(self._refused)
