class Plate:
    def __init__(self, font, size):
        if not font or not all(c.isalnum() or c.isspace() or c == "-" for c in font):
            raise ValueError(f"bad font: {font!r}")
        self._lines = [f"FONT {font}", f"SIZE {int(size)}"]

    def add(self, x, y, text):
        if "\n" in text or "\r" in text:
            raise ValueError("a text has one line")
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        self._lines += [f"MOVE {int(x)} {int(y)}", f'TEXT "{quoted}"']
        return self

    def script(self):
        return "\n".join([*self._lines, "END", ""])
