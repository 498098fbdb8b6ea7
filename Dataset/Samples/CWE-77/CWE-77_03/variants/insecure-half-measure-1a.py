class Plate:
    def __init__(self, font, size):
        if not font or not all(self._font_char(char) for char in font):
            raise ValueError("a font has letters, digits, blanks and hyphens only")
        self._font = font
        self._size = int(size)
        self._texts = []

    @staticmethod
    def _font_char(char):
        return char.isalnum() or char.isspace() or char == "-"

    @staticmethod
    def _quote(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def add(self, x, y, text):
        self._texts.append((int(x), int(y), text))
        return self

    def script(self):
        lines = [f"FONT {self._font}", f"SIZE {self._size}"]
        for x, y, text in self._texts:
            lines.append(f"MOVE {x} {y}")
            lines.append(f"TEXT {self._quote(text)}")
        lines.append("END")
        return "\n".join(lines) + "\n"
