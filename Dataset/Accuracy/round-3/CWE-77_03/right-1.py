import string
from operator import index

FONT_SIGNS = frozenset(string.ascii_letters + string.digits + " -")
ESCAPES = str.maketrans({'"': r"\"", "\\": r"\\"})


class Word:
    """One command; writes itself as a line."""

    def __init__(self, word, *arguments):
        self.word, self.arguments = word, arguments

    def __str__(self):
        return " ".join([self.word, *map(str, self.arguments)]) + "\n"


class Quoted(str):
    def __str__(self):
        return '"' + self.translate(ESCAPES) + '"'


class Plate:
    def __init__(self, font, size):
        if not isinstance(font, str) or not font or set(font) - FONT_SIGNS:
            raise ValueError("this is not the name of a font")
        self._words = [Word("FONT", font), Word("SIZE", index(size))]

    def add(self, x, y, text):
        self._words += Word("MOVE", index(x), index(y)), Word("TEXT", Quoted(text))
        return self

    def script(self):
        return "".join(map(str, [*self._words, Word("END")]))
