import io
import struct
from importlib import import_module
from inspect import getattr_static


class SceneError(ValueError):
    pass


class _Tape(io.BytesIO):
    def exactly(self, count):
        piece = self.read(count)
        if len(piece) < count:
            raise SceneError("the scene breaks off")
        return piece

    def number(self):
        return self.exactly(1)[0]

    def text(self):
        return str(self.exactly(self.number()), "utf-8")


class _Walk:
    """Goes through a scene and calls what the subclass does at each instruction."""

    def __init__(self, scene):
        self.tape = _Tape(bytes(scene))
        self.table = {ord("t"): (self.push, _Tape.text),
                      ord("i"): (self.push, lambda tape: struct.unpack(">i", tape.exactly(4))[0]),
                      ord("l"): (self.row, _Tape.number),
                      ord("f"): (self.enter, _Tape.text),
                      ord("m"): (self.move, _Tape.number, _Tape.text),
                      ord("d"): (self.drop,)}

    def run(self):
        while (letter := self.tape.number()) != ord("."):
            try:
                action, *fields = self.table[letter]
            except KeyError:
                raise SceneError("unknown letter") from None
            action(*[field(self.tape) for field in fields])
        return self.result()

    def push(self, value):
        pass

    row = enter = push

    def move(self, count, name):
        pass

    def drop(self):
        pass


class _Cast(_Walk):
    def __init__(self, scene):
        super().__init__(scene)
        self.names = set()

    def enter(self, name):
        self.names.add(name)

    def result(self):
        return sorted(self.names)


class _Play(_Walk):
    def __init__(self, scene, figures, plays):
        super().__init__(scene)
        self.figures, self.plays, self.stack = figures, plays, []

    def _top(self, count):
        if count > len(self.stack):
            raise SceneError("there is not so much on the stack")
        cut = len(self.stack) - count
        self.stack, top = self.stack[:cut], self.stack[cut:]
        return top

    def push(self, value):
        self.stack.append(value)

    def row(self, count):
        self.push(self._top(count))

    def enter(self, name):
        try:
            maker = self.figures[name]
        except KeyError:
            raise SceneError("no such figure") from None
        self.push(maker())

    def move(self, count, name):
        figure, *arguments = self._top(count + 1)
        kind = type(figure)
        try:
            method = self.plays[kind][name]
        except KeyError:
            raise SceneError("no such move") from None
        self.push(method.__get__(figure, kind)(*arguments))

    def drop(self):
        self._top(1)

    def result(self):
        return self.stack


class Stage:
    """All that a scene may use is laid out when the stage is made; later nothing is looked up in the kit."""

    def __init__(self, kit):
        shelf = dict(vars(import_module(kit)))
        figure = shelf["Figure"]
        self._figures = {name: thing for name, thing in shelf.items()
                         if isinstance(thing, type) and thing is not figure
                         and figure in thing.__mro__}
        self._plays = {thing: dict(self._methods(thing)) for thing in self._figures.values()}

    @staticmethod
    def _methods(kind):
        for name in getattr_static(kind, "moves", ()):
            method = getattr_static(kind, name, None)
            if hasattr(type(method), "__get__") and not isinstance(method, property):
                yield name, method

    def load(self, scene):
        return _Play(scene, self._figures, self._plays).run()

    def cast(self, scene):
        return _Cast(scene).run()
