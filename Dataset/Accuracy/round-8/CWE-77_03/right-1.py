import re


class Plate:
    def __init__(self, font, size):
        if not isinstance(font, str) or not re.fullmatch(r"[A-Za-z0-9 -]+", font):
            raise ValueError("a font's name consists of letters, digits, blanks and hyphens")
        self._font = font
        self._size = int(size)
        self._texts = []

    def add(self, x, y, text):
        self._texts.append((int(x), int(y), str(text)))
        return self

    def script(self):
        lines = [f"FONT {self._font}", f"SIZE {self._size}"]
        for x, y, text in self._texts:
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f"MOVE {x} {y}")
            lines.append(f'TEXT "{escaped}"')
        lines.append("END")
        return "\n".join(lines) + "\n"
