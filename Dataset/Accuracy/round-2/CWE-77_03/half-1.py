import re

_FONT = re.compile(r"[A-Za-z0-9\s-]+")


def _quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Plate:
    def __init__(self, font, size):
        if not _FONT.fullmatch(font):
            raise ValueError(f"no font has the name {font!r}")
        self._font = font
        self._size = int(size)
        self._texts = []

    def add(self, x, y, text):
        self._texts.append((int(x), int(y), text))
        return self

    def script(self):
        lines = [f"FONT {self._font}", f"SIZE {self._size}"]
        for x, y, text in self._texts:
            lines.append(f"MOVE {x} {y}")
            lines.append(f"TEXT {_quoted(text)}")
        lines.append("END")
        return "".join(line + "\n" for line in lines)
