"""Two passes: the bytes become a program of closures, the program plays on a stack.

Nothing is looked up in the kit after the stage was made.
"""
import importlib
import io
from typing import Callable


class SceneError(ValueError):
    pass


def descendants(cls):
    for child in type.__subclasses__(cls):
        yield child
        yield from descendants(child)


class Stage:
    def __init__(self, kit):
        space = dict(vars(importlib.import_module(kit)))
        base = space["Figure"]
        self._makers: dict[str, type] = {}
        self._permits: dict[type, dict[str, Callable]] = {}
        for cls in descendants(base):
            moves = {}
            for name in tuple(getattr(cls, "moves", ())):
                owner = next((c for c in cls.__mro__ if name in vars(c)), None)
                if type(name) is str and owner is not None:
                    moves[name] = vars(owner)[name]
            self._permits[cls] = moves
        for name, thing in space.items():
            if any(thing is cls for cls in self._permits):
                self._makers[name] = thing

    # --- the program -------------------------------------------------------------------------------

    def _push(self, value):
        return lambda stack: stack.append(value)

    def _list(self, count):
        def step(stack):
            self._need(stack, count)
            cut = len(stack) - count
            stack[cut:] = [stack[cut:]]
        return step

    def _new(self, name):
        def step(stack):
            if name not in self._makers:
                raise SceneError(f"{name!r} is no figure of the kit")
            stack.append(self._makers[name]())
        return step

    def _move(self, count, name):
        def step(stack):
            self._need(stack, count + 1)
            cut = len(stack) - count - 1
            figure, *values = stack[cut:]
            cls = type(figure)
            method = self._permits.get(cls, {}).get(name)
            if method is None:
                raise SceneError(f"{name!r} is no move of this")
            bound = method.__get__(figure, cls) if hasattr(type(method), "__get__") else method
            stack[cut:] = [bound(*values)]
        return step

    def _drop(self):
        def step(stack):
            self._need(stack, 1)
            del stack[-1]
        return step

    @staticmethod
    def _need(stack, count):
        if len(stack) < count:
            raise SceneError("the stack is too short")

    def _parse(self, scene):
        source = io.BytesIO(scene)

        def read(count=1):
            data = source.read(count) if count else b""
            if len(data) != count:
                raise SceneError("the scene is too short")
            return data

        def byte():
            return read()[0]

        def text():
            return read(byte()).decode()

        while True:
            match read():
                case b"t": yield self._push(text()), None
                case b"i": yield self._push(int.from_bytes(read(4), "big", signed=True)), None
                case b"l": yield self._list(byte()), None
                case b"f":
                    name = text()
                    yield self._new(name), name
                case b"m": yield self._move(byte(), text()), None
                case b"d": yield self._drop(), None
                case b".": return
                case other: raise SceneError(f"unknown letter {other!r}")

    def load(self, scene):
        stack = []
        for step, _ in list(self._parse(scene)):        # broken bytes are found before any figure moves
            step(stack)
        return stack

    def cast(self, scene):
        return sorted(set(name for _, name in self._parse(scene)) - {None})
