"""Loads scenes of town clocks. Scenes come from strangers."""

import importlib
import struct


class SceneError(ValueError):
    pass


class _Reader:
    def __init__(self, scene):
        self._scene = bytes(scene)
        self._at = 0

    def take(self, size):
        piece = self._scene[self._at:self._at + size]
        if len(piece) < size:
            raise SceneError("the scene ends too early")
        self._at += size
        return piece

    def number(self):
        return self.take(1)[0]

    def text(self):
        try:
            return self.take(self.number()).decode("utf-8")
        except UnicodeDecodeError:
            raise SceneError("this is no UTF-8") from None


def _instructions(scene):
    reader = _Reader(scene)
    while True:
        letter = reader.take(1)
        if letter == b"t" or letter == b"f":
            yield letter, 0, reader.text()
        elif letter == b"i":
            yield letter, 0, struct.unpack(">i", reader.take(4))[0]
        elif letter == b"l":
            yield letter, reader.number(), None
        elif letter == b"m":
            yield letter, reader.number(), reader.text()
        elif letter == b"d":
            yield letter, 1, None
        elif letter == b".":
            return
        else:
            raise SceneError(f"unknown instruction {letter!r}")


class Stage:
    def __init__(self, kit):
        module = importlib.import_module(kit)
        figure = module.Figure
        # Everything that a scene may bring forth is settled here, once: which
        # classes there are, and which moves each of them has. Nothing that a
        # scene does later can add to it.
        self._classes = {
            name: value for name, value in vars(module).items()
            if isinstance(value, type) and issubclass(value, figure) and value is not figure
        }
        self._moves = {
            cls: frozenset(getattr(cls, "moves", ())) for cls in self._classes.values()
        }

    @staticmethod
    def _pop(stack, count):
        if len(stack) < count:
            raise SceneError("the stack holds too little")
        cut = len(stack) - count
        values = stack[cut:]
        del stack[cut:]
        return values

    def _figure(self, name):
        cls = self._classes.get(name)
        if cls is None:
            raise SceneError(f"there is no figure {name!r}")
        return cls()

    def _move(self, figure, name, arguments):
        # The class decides, by identity: neither a look-alike nor an attribute
        # `moves` of the figure itself opens anything.
        if name not in self._moves.get(type(figure), ()):
            raise SceneError(f"no such move: {name!r}")
        return getattr(figure, name)(*arguments)

    def load(self, scene):
        stack = []
        for letter, count, what in _instructions(scene):
            if letter == b"t" or letter == b"i":
                stack.append(what)
            elif letter == b"f":
                stack.append(self._figure(what))
            elif letter == b"l":
                stack.append(self._pop(stack, count))
            elif letter == b"d":
                self._pop(stack, 1)
            else:
                arguments = self._pop(stack, count)
                [figure] = self._pop(stack, 1)
                stack.append(self._move(figure, what, arguments))
        return stack

    def cast(self, scene):
        return sorted({what for letter, _, what in _instructions(scene) if letter == b"f"})
