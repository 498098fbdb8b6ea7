"""A regular expression cuts the scene, a linked stack of pairs holds the values."""
import inspect
import re
import struct
import sys

_LETTER = re.compile(rb"(?s)(?P<push>t(?P<len>.))|i(?P<int>.{4})|l(?P<list>.)|f(?P<name>.)|m(?P<n>.)(?P<move>.)|(?P<d>d)|(?P<end>\.)")


def _cut(scene):
    """Tuples of an instruction; raises ValueError where the bytes are not of this form."""
    place, scene = 0, bytes(scene)
    while True:
        found = _LETTER.match(scene, place)
        if found is None:
            raise ValueError(f"no instruction at byte {place}")
        place = found.end()

        def text(group):
            nonlocal place
            size = found[group][0]
            place += size
            if place > len(scene):
                raise ValueError("bytes are missing")
            return scene[place - size:place].decode("utf-8")

        if found["len"] is not None:
            yield "value", text("len"), 0
        elif found["int"] is not None:
            yield "value", *struct.unpack(">l", found["int"]), 0
        elif found["list"] is not None:
            yield "list", None, found["list"][0]
        elif found["name"] is not None:
            yield "figure", text("name"), 0
        elif found["n"] is not None:
            yield "move", text("move"), found["n"][0]
        elif found["d"] is not None:
            yield "drop", None, 1
        else:
            return


class _Kit:
    """What scenes may use, in the state in which the kit was when it was opened."""

    def __init__(self, name):
        __import__(name)
        module = sys.modules[name]
        self.figure = inspect.getattr_static(module, "Figure")
        self.named = {}
        self.moves = []
        for key, value in module.__dict__.copy().items():
            if type.__instancecheck__(type, value) and value is not self.figure and self._below(value):
                self.named[key] = value
        pending = [self.figure]
        while pending:
            cls = pending.pop()
            pending += type.__subclasses__(cls)
            names = inspect.getattr_static(cls, "moves", ()) if cls is not self.figure else ()
            self.moves.append((cls, {m: inspect.getattr_static(cls, m) for m in names}))

    def _below(self, cls):
        return any(one is self.figure for one in type.__dict__["__mro__"].__get__(cls))

    def method(self, value, name):
        cls = type(value)
        for known, moves in self.moves:
            if known is cls and name in moves:
                return moves[name].__get__(value, cls)
        raise ValueError(f"there is no move {name!r} here")


class Stage:
    def __init__(self, kit):
        self.kit = _Kit(kit)

    def load(self, scene):
        top = None                                  # (value, what is below) or None

        def take(count):
            nonlocal top
            values = []
            for _ in range(count):
                if top is None:
                    raise ValueError("there is nothing left on the stack")
                value, top = top
                values.insert(0, value)
            return values

        for kind, what, count in _cut(scene):
            match kind:
                case "value":
                    top = what, top
                case "list":
                    top = take(count), top
                case "figure":
                    if what not in self.kit.named:
                        raise ValueError(f"unknown figure {what!r}")
                    top = self.kit.named[what](), top
                case "move":
                    values = take(count)
                    top = self.kit.method(*take(1), what)(*values), top
                case "drop":
                    take(count)
        values = []
        while top is not None:
            value, top = top
            values.append(value)
        return values[::-1]

    def cast(self, scene):
        return sorted(dict.fromkeys(what for kind, what, _ in _cut(scene) if kind == "figure"))
