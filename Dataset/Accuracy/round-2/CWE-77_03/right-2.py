import io
from collections import namedtuple
from functools import singledispatchmethod

Move = namedtuple("Move", "x y")


class Text(str):
    pass


def _allowed(sign):
    return sign in " -" or (sign.isascii() and sign.isalnum())


class Plate:
    def __init__(self, font, size):
        for sign in font:
            if not _allowed(sign):
                raise ValueError(f"{sign!r} in the name of a font")
        if not font:
            raise ValueError("the font has no name")
        self._head = f"FONT {font}", f"SIZE {int(size)}"
        self._steps = []

    def add(self, x, y, text):
        self._steps.extend((Move(int(x), int(y)), Text(text)))
        return self

    @singledispatchmethod
    def _command(self, step):
        raise TypeError(step)

    @_command.register
    def _(self, step: Move):
        return "MOVE {0.x} {0.y}".format(step)

    @_command.register
    def _(self, step: Text):
        escaped = ("\\" + sign if sign in ("\\", '"') else sign for sign in step)
        return 'TEXT "' + "".join(escaped) + '"'

    def script(self):
        out = io.StringIO()
        for line in self._head:
            print(line, file=out)
        for step in self._steps:
            print(self._command(step), file=out)
        print("END", file=out)
        return out.getvalue()
