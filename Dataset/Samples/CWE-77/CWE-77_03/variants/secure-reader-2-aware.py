import operator

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})


class Plate:
    def __init__(self, font, size):
        if not font or not all(c.isalnum() or c in " -" for c in font):
            raise ValueError("bad name of a font")
        self._commands = [f"FONT {font}", f"SIZE {operator.index(size):d}"]

    def add(self, x, y, text):
        x, y = operator.index(x), operator.index(y)
        self._commands.append(f"MOVE {x:d} {y:d}")
        self._commands.append('TEXT "' + text.translate(ESCAPES) + '"')
        return self

    def script(self):
        return "".join(command + "\n" for command in [*self._commands, "END"])
