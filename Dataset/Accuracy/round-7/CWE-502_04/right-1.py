from __future__ import annotations
import importlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatchmethod
from types import ModuleType, NoneType


class Refused(ValueError):
    """This show is not played."""


@contextmanager
def refusing(why: str) -> Iterator[None]:
    try:
        yield
    except Refused:
        raise
    except (Exception, RecursionError) as error:
        raise Refused(why) from error


class Exchange:
    def __init__(self, package: str) -> None:
        root = importlib.import_module(package)
        self.__prefix = tuple(root.__name__.split("."))
        self.__move: type = root.Move

    # ---- the one gate between a name and a class ----
    def __gate(self, name: object) -> type:
        if type(name) is not str:
            raise Refused("type is no string")
        *path, last = name.split(".")
        if not (last.isidentifier() and all(map(str.isidentifier, path))):
            raise Refused(f"{name!r} is no name")
        if tuple(path[:len(self.__prefix)]) != self.__prefix:
            raise Refused(f"{name!r} is outside of the package")
        place = ".".join(path)
        with refusing(f"{place!r} cannot be imported"):
            importlib.import_module(place)
        module = sys.modules[place]
        if not isinstance(module, ModuleType) or module.__name__ != place:
            raise Refused(f"{place!r} is no module of the package")
        cls = vars(module).get(last)
        if not isinstance(cls, type):
            raise Refused(f"{name!r} is no class")
        if cls is self.__move or self.__move not in type.mro(cls):
            raise Refused(f"{name!r} is no step")
        if (cls.__module__, cls.__qualname__) != (place, last):
            raise Refused(f"{name!r} is defined elsewhere")
        return cls

    @singledispatchmethod
    def _come(self, value):
        raise Refused(f"a {type(value).__name__} has no place in a show")

    @_come.register(str)
    @_come.register(int)
    @_come.register(float)
    @_come.register(NoneType)
    def _(self, value):
        return value

    @_come.register(list)
    def _(self, value):
        return [self._come(v) for v in value]

    @_come.register(dict)
    def _(self, value):
        cls = self.__gate(value.get("type"))
        attributes = {k: self._come(v) for k, v in value.items() if k != "type"}
        with refusing(f"{cls.__name__} does not take these attributes"):
            return cls(**attributes)

    def load(self, text: str) -> list:
        with refusing("no JSON"):
            show = json.loads(text)
        if type(show) is not list or any(type(step) is not dict for step in show):
            raise Refused("a show is a list of steps")
        with refusing("cannot be read"):
            return self._come(show)

    def _go(self, value):
        if isinstance(value, self.__move):
            cls = type(value)
            head = {"type": f"{cls.__module__}.{cls.__qualname__}"}
            return head | {k: self._go(v) for k, v in vars(value).items()}
        if isinstance(value, list):
            return [self._go(v) for v in value]
        if value is None or isinstance(value, (str, int, float)):
            return value
        raise TypeError(f"{value!r} is not for a show")

    def dump(self, steps: list) -> str:
        if not all(isinstance(step, self.__move) for step in steps):
            raise TypeError("steps only")
        return json.dumps([self._go(step) for step in steps])
