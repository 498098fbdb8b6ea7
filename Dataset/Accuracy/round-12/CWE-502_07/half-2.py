"""The loader for scenes of town clocks."""

import importlib
import inspect
from io import BytesIO


class _Bytes(BytesIO):
    """The scene; reading more than there is raises ValueError."""

    def exactly(self, size):
        data = self.read(size)
        if len(data) != size:
            raise ValueError("bytes are missing")
        return data

    def byte(self):
        return self.exactly(1)[0]

    def text(self):
        return str(self.exactly(self.byte()), "utf-8")


def _parse(scene):
    data = _Bytes(scene)
    while (letter := data.exactly(1)) != b".":
        match letter:
            case b"t" | b"f":
                yield chr(letter[0]), data.text()
            case b"i":
                yield "i", int.from_bytes(data.exactly(4), "big", signed=True)
            case b"l":
                yield "l", data.byte()
            case b"m":
                yield "m", (data.byte(), data.text())
            case b"d":
                yield "d", None
            case _:
                raise ValueError("unknown letter")


class Stage:
    def __init__(self, kit):
        self._kit = importlib.import_module(kit)
        self._base = self._kit.Figure
        self._moves = {}
        self._learn(self._base)

    def _learn(self, cls):
        """Notes the moves of all figures as the kit has made them, before any scene."""
        for sub in type.__subclasses__(cls):
            if sub not in self._moves:
                self._moves[sub] = tuple(inspect.getattr_static(sub, "moves", ()))
                self._learn(sub)

    def _new(self, name):
        # Only plain names, and only figures' own classes: no `Knight.Lance`, no
        # functions, no modules that the kit imports, and not `Figure` itself.
        if not name.isidentifier():
            raise ValueError(f"no name of a figure: {name!r}")
        cls = getattr(self._kit, name, None)
        if not isinstance(cls, type) or self._base not in cls.__mro__ or cls is self._base:
            raise ValueError(f"no figure: {name!r}")
        if cls not in self._moves:
            raise ValueError(f"no figure of this kit: {name!r}")
        return cls()

    def _play(self, figure, name, arguments):
        cls = type(figure)
        if cls not in self._moves or name not in self._moves[cls]:
            raise ValueError(f"no move: {name!r}")
        # Looked up on the class, so that nothing a figure carries gets in the way.
        method = inspect.getattr_static(cls, name)
        return method.__get__(figure, cls)(*arguments)

    def load(self, scene):
        stack = []

        def take(count):
            if count > len(stack):
                raise ValueError("too few values")
            taken = stack[len(stack) - count:]
            del stack[len(stack) - count:]
            return taken

        for letter, value in _parse(scene):
            if letter in "ti":
                stack.append(value)
            elif letter == "f":
                stack.append(self._new(value))
            elif letter == "l":
                stack.append(take(value))
            elif letter == "d":
                take(1)
            else:
                count, name = value
                figure, *arguments = take(count + 1)
                stack.append(self._play(figure, name, arguments))
        return stack

    def cast(self, scene):
        names = [value for letter, value in _parse(scene) if letter == "f"]
        return sorted(set(names))
