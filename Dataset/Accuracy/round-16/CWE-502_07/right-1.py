"""Scenes of town clocks, played by a table of instructions over a stack of boxes."""
import importlib
import inspect
import io
import struct
from functools import partial


class SceneError(ValueError):
    pass


class Repertoire:
    """What the kit allows, written down before anything is played."""
    _written = {}

    @classmethod
    def of(cls, module):
        if module not in cls._written:
            cls._written[module] = cls(module)
        return cls._written[module]

    def __init__(self, module):
        top = module.__dict__["Figure"]
        self.moves = {}
        heap = set(type.__subclasses__(top))
        while heap:
            kind = heap.pop()
            if kind in self.moves:
                continue
            heap.update(type.__subclasses__(kind))
            names = inspect.getattr_static(kind, "moves", ())
            self.moves[kind] = {n: inspect.getattr_static(kind, n) for n in names if any(n in vars(k) for k in kind.__mro__)}
        self.kinds = {name: kind for name, kind in module.__dict__.items()
                      if isinstance(kind, type) and kind in self.moves and kind.__name__ == name}

    def new(self, name):
        if name not in self.kinds:
            raise SceneError("no such figure")
        return self.kinds[name]()

    def bound(self, figure, move):
        kind = type(figure)
        try:
            found = self.moves[kind][move]
        except KeyError:
            raise SceneError("no such move") from None
        if hasattr(type(found), "__get__"):
            return found.__get__(figure, kind)
        return found


def _exactly(stream, n):
    data = stream.read(n)
    if len(data) != n:
        raise SceneError("bytes are missing")
    return data


def _byte(stream):
    return ord(_exactly(stream, 1))


def _text(stream):
    return str(_exactly(stream, _byte(stream)), "utf-8")


def _none(stream):
    return None


OPERANDS = {
    "t": (_text,), "i": (lambda s: struct.unpack(">i", _exactly(s, 4))[0],), "l": (_byte,),
    "f": (_text,), "m": (_byte, _text), "d": (), ".": (),
}


def steps(scene):
    stream = io.BytesIO(scene)
    while (letter := chr(_byte(stream))) != ".":
        if letter not in OPERANDS:
            raise SceneError("unknown letter")
        yield letter, *[read(stream) for read in OPERANDS[letter]]


class Stage:
    def __init__(self, kit):
        self.repertoire = Repertoire.of(importlib.import_module(kit))

    def load(self, scene):
        stack = []

        def top(n):
            if len(stack) < n:
                raise SceneError("the stack is too low")
            return [stack.pop() for _ in range(n)][::-1]

        def move(n, name):
            figure, *values = top(n + 1)
            return self.repertoire.bound(figure, name)(*values)

        pushes = {"t": str, "i": int, "l": top, "f": self.repertoire.new, "m": move}
        for letter, *operands in steps(scene):
            if letter == "d":
                top(1)
            else:
                stack.append(pushes[letter](*operands))
        return stack

    def cast(self, scene):
        return sorted(set(name[0] for letter, *name in steps(scene) if letter == "f"))
