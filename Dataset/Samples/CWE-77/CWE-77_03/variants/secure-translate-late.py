ESCAPES = str.maketrans({'"': r"\"", "\\": r"\\"})
FONT_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -")


class ScriptError(Exception):
    pass


class Plate:
    def __init__(self, font, size):
        self._font, self._size, self._texts = font, size, []

    def add(self, x, y, text):
        self._texts.append((x, y, text))
        return self

    def script(self):
        if not FONT_CHARACTERS.issuperset(self._font):
            raise ScriptError("font")
        parts = ["FONT %s\nSIZE %d\n" % (self._font, self._size)]
        for x, y, text in self._texts:
            parts.append('MOVE %d %d\nTEXT "%s"\n' % (x, y, text.translate(ESCAPES)))
        parts.append("END\n")
        return "".join(parts)


if __name__ == "__main__":
    print(Plate("Roman", 6).add(0, 0, 'The "Ace"').script())
