"""Scenes for the figures of town clocks."""
import importlib


class _Reader:
    def __init__(self, scene):
        self._scene = bytes(scene)
        self._at = 0

    def take(self, count):
        part = self._scene[self._at:self._at + count]
        if len(part) < count:
            raise ValueError("bytes are missing")
        self._at += count
        return part

    def number(self):
        return self.take(1)[0]

    def text(self):
        return self.take(self.number()).decode("utf-8")


def _steps(scene):
    """The instructions of a scene, as tuples, up to its end."""
    read = _Reader(scene)
    while True:
        letter = read.take(1)
        if letter == b".":
            return
        if letter == b"t":
            yield "t", read.text()
        elif letter == b"i":
            yield "i", int.from_bytes(read.take(4), "big", signed=True)
        elif letter == b"l":
            yield "l", read.number()
        elif letter == b"f":
            yield "f", read.text()
        elif letter == b"m":
            yield "m", read.number(), read.text()
        elif letter == b"d":
            yield ("d",)
        else:
            raise ValueError(f"unknown letter {letter!r}")


def _pop(stack, count):
    if count > len(stack):
        raise ValueError("too few values on the stack")
    at = len(stack) - count
    values = stack[at:]
    del stack[at:]
    return values


class Stage:
    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        self._base = self._kit.Figure
        # The moves as the kit has made them: no scene can add to these.
        self._moves = {}
        self._note(self._base)

    def _note(self, cls):
        for below in cls.__subclasses__():
            self._moves[below] = tuple(getattr(below, "moves", ()))
            self._note(below)

    def _class(self, name):
        if not name.isidentifier() or name.startswith("_"):
            raise ValueError(f"no figure {name!r}")
        cls = getattr(self._kit, name, None)
        if not isinstance(cls, type) or not issubclass(cls, self._base) or cls is self._base:
            raise ValueError(f"no figure {name!r}")
        return cls

    def _move(self, figure, name, values):
        cls = type(figure)
        if name not in self._moves.get(cls, ()):
            raise ValueError(f"no move {name!r}")
        for above in cls.__mro__:
            if name in vars(above):
                return vars(above)[name].__get__(figure, cls)(*values)
        raise ValueError(f"no move {name!r}")

    def load(self, scene):
        stack = []
        for what, *rest in _steps(scene):
            if what in "ti":
                stack.append(rest[0])
            elif what == "l":
                stack.append(_pop(stack, rest[0]))
            elif what == "f":
                stack.append(self._class(rest[0])())
            elif what == "m":
                figure, *values = _pop(stack, rest[0] + 1)
                stack.append(self._move(figure, rest[1], values))
            else:
                _pop(stack, 1)
        return stack

    def cast(self, scene):
        return sorted({step[1] for step in _steps(scene) if step[0] == "f"})
