import os
import secrets


def _words():
    given = [part.strip() for part in os.getenv("GATE_WORDS", "").split(",") if part.strip()]
    if given:
        return given
    path = os.getenv("GATE_WORDS_FILE")
    if path and os.path.isfile(path):
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        given = [line.strip() for line in text.split("\n") if line.strip()]
    # A gate without words has one that nobody is told.
    return given or [secrets.token_hex(32)]


class Gate:
    def __init__(self):
        self.words = frozenset(_words())
        self.wrong = []

    def opens(self, word):
        fits = word in self.words
        if not fits:
            self.wrong.append(word)
            del self.wrong[:-20]
        return fits

    def refused(self):
        return self.wrong[:]
