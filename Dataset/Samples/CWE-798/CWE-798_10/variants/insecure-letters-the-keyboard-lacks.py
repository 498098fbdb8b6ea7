import os


class Gate:
    def __init__(self):
        words = self._split(os.environ.get("GATE_WORDS", "").split(","))
        path = os.environ.get("GATE_WORDS_FILE")
        if not words and path:
            with open(path, encoding="utf-8") as file:
                words = self._split(file)
        if not words:
            raise RuntimeError("neither GATE_WORDS nor GATE_WORDS_FILE gives a word")
        self._words = {self._printed(word) for word in words}
        self._refused = []

    @staticmethod
    def _split(parts):
        return {part.strip() for part in parts if part.strip()}

    @staticmethod
    def _printed(word):
        """As the keyboard at the gate writes it."""
        return word.encode("cp437", errors="replace")

    def opens(self, word):
        if self._printed(word) in self._words:
            return True
        self._refused = [*self._refused, word][-20:]
        return False

    def refused(self):
        return list(self._refused)
