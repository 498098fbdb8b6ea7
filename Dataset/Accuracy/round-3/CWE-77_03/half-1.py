import re

FONT = re.compile(r"[A-Za-z0-9\s-]+")


class Plate:
    def __init__(self, font, size):
        if not FONT.fullmatch(font):
            raise ValueError(f"no such font: {font!r}")
        self._lines = [f"FONT {font}", f"SIZE {int(size)}"]

    def add(self, x, y, text):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        self._lines.append(f"MOVE {int(x)} {int(y)}")
        self._lines.append(f'TEXT "{quoted}"')
        return self

    def script(self):
        return "\n".join([*self._lines, "END"]) + "\n"
