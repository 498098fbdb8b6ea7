"""right: a scene is compiled to small commands first, and these run on a machine."""
import struct
import types
from importlib import import_module
from weakref import WeakKeyDictionary


class Scene(ValueError):
    """What is wrong with a scene."""


# The moves of each class as they were when it was first seen; shared by all
# stages, so that a scene on one of them teaches the others nothing.
_AS_MADE = WeakKeyDictionary()


def _static(cls, name):
    for c in type.mro(cls):
        if name in c.__dict__:
            return c.__dict__[name]
    raise Scene(name)


def _remember(base):
    pending = [base]
    while pending:
        cls = pending.pop()
        if cls not in _AS_MADE:
            try:
                _AS_MADE[cls] = tuple(_static(cls, "moves"))
            except Scene:
                _AS_MADE[cls] = ()
        pending += type.__subclasses__(cls)


class Machine(list):
    def drop(self, count):
        if count > len(self):
            raise Scene("empty stack")
        kept = len(self) - count
        taken = list(self[kept:])
        del self[kept:]
        return taken


class Command:
    layout = ()

    def __init__(self, *fields):
        self.fields = fields


class Text(Command):
    layout = ("text",)

    def run(self, stage, machine):
        machine.append(self.fields[0])


class Number(Text):
    layout = ("int",)


class List(Command):
    layout = ("byte",)

    def run(self, stage, machine):
        machine.append(machine.drop(self.fields[0]))


class Drop(Command):
    def run(self, stage, machine):
        machine.drop(1)


class New(Command):
    layout = ("text",)

    def run(self, stage, machine):
        machine.append(stage._bring(self.fields[0]))


class Move(Command):
    layout = ("byte", "text")

    def run(self, stage, machine):
        count, name = self.fields
        figure, *values = machine.drop(count + 1)
        machine.append(stage._move(figure, name, values))


LETTERS = {ord("t"): Text, ord("i"): Number, ord("l"): List, ord("f"): New, ord("m"): Move, ord("d"): Drop}


def compile_scene(scene):
    at = 0

    def raw(size):
        nonlocal at
        if at + size > len(scene):
            raise Scene("bytes are missing")
        at += size
        return bytes(scene[at - size:at])

    read = {
        "byte": lambda: raw(1)[0],
        "int": lambda: struct.unpack("!i", raw(4))[0],
        "text": lambda: raw(raw(1)[0]).decode("utf-8"),
    }
    commands = []
    while (letter := raw(1)[0]) != ord("."):
        if letter not in LETTERS:
            raise Scene(f"unknown letter {letter}")
        command = LETTERS[letter]
        commands.append(command(*[read[field]() for field in command.layout]))
    return commands


class Stage:
    def __init__(self, kit):
        names = types.MappingProxyType(import_module(kit).__dict__)
        self._base = names["Figure"]
        _remember(self._base)
        self._figures = {
            name: value for name, value in names.items()
            if isinstance(value, type) and value is not self._base and self._base in type.mro(value)
        }

    def _bring(self, name):
        if name not in self._figures:
            raise Scene(f"no figure {name!r}")
        return self._figures[name]()

    def _move(self, figure, name, values):
        cls = type(figure)
        if self._base not in type.mro(cls) or name not in _AS_MADE.get(cls, ()):
            raise Scene(f"no move {name!r}")
        method = _static(cls, name)
        return type(method).__get__(method, figure, cls)(*values)

    def load(self, scene):
        machine = Machine()
        for command in compile_scene(scene):
            command.run(self, machine)
        return list(machine)

    def cast(self, scene):
        return sorted({c.fields[0] for c in compile_scene(scene) if isinstance(c, New)})
