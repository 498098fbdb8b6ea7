import re

FONT = re.compile(r"[A-Za-z0-9 -]+")


def _quote(text):
    text = re.sub(r'\\(?="|\Z)', r"\\\\", text)
    return '"' + text.replace('"', '\\"') + '"'


class Plate:
    def __init__(self, font, size):
        if not FONT.fullmatch(font):
            raise ValueError(f"bad name of a font: {font!r}")
        self.font = font
        self.size = int(size)
        self.texts = []

    def add(self, x, y, text):
        self.texts.append((int(x), int(y), text))
        return self

    def script(self):
        lines = [f"FONT {self.font}", f"SIZE {self.size}"]
        for x, y, text in self.texts:
            lines.append(f"MOVE {x} {y}")
            lines.append(f"TEXT {_quote(text)}")
        lines.append("END")
        return "".join(line + "\n" for line in lines)
