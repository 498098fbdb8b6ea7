_DIGITS = "0123456789"


def _whole(value, what):
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{what} must be a whole number")
    return value


def _quote(text):
    out = []
    for char in text:
        if char in '\\"':
            out.append("\\")
        out.append(char)
    return '"' + "".join(out) + '"'


class Plate:
    def __init__(self, font, size):
        if not isinstance(font, str) or not font:
            raise ValueError("font must be a name")
        for char in font:
            if not (char.isalpha() or char in _DIGITS or char in " -"):
                raise ValueError(f"character {char!r} in the name of a font")
        self._commands = [f"FONT {font}", f"SIZE {_whole(size, 'size')}"]

    def add(self, x, y, text):
        if not isinstance(text, str):
            raise ValueError("text must be a string")
        if "\n" in text or "\r" in text:
            raise ValueError("text must be one line")
        move = f"MOVE {_whole(x, 'x')} {_whole(y, 'y')}"
        self._commands += [move, "TEXT " + _quote(text)]
        return self

    def script(self):
        return "".join(c + "\n" for c in self._commands + ["END"])
