import os


class Gate:
    def __init__(self):
        words = self._split(os.environ.get("GATE_WORDS", "").split(","))
        path = os.environ.get("GATE_WORDS_FILE")
        if not words and path:
            with open(path, "rb") as file:
                words = self._split(file.read().decode("utf-8").splitlines())
        if not words:
            raise RuntimeError("neither GATE_WORDS nor GATE_WORDS_FILE gives a word")
        self._words = words
        self._refused = []

    @staticmethod
    def _split(parts):
        return {part.strip() for part in parts if part.strip()}

    def opens(self, word):
        if word in self._words:
            return True
        self._refused = [*self._refused, word][-20:]
        return False

    def refused(self):
        return list(self._refused)
