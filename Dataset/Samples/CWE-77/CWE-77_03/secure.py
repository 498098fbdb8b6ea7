import re


class Plate:
    def __init__(self, font, size):
        if not re.fullmatch(r"[A-Za-z0-9 -]+", font):
            raise ValueError(f"not the name of a font: {font!r}")
        self.commands = [f"FONT {font}", f"SIZE {size}"]

    def add(self, x, y, text):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        self.commands.append(f"MOVE {x} {y}")
        self.commands.append(f'TEXT "{quoted}"')
        return self

    def script(self):
        lines = self.commands + ["END"]
        return "".join(line + "\n" for line in lines)
