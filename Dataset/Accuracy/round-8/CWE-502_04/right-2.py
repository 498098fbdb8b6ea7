import json
import sys
from dataclasses import dataclass
from functools import singledispatchmethod
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType


class Refused(ValueError):
    pass


@dataclass(frozen=True)
class Catalogue:
    """Walks down from the package, part by part; it never leaves the package's own folders."""

    package: str

    @property
    def move(self):
        return vars(import_module(self.package))["Move"]

    def _below(self, module):
        """The full names that are found in a module's folders, tested without an import."""
        def has(part):
            path = getattr(module, "__path__", None)
            full = f"{module.__name__}.{part}"
            return path is not None and (full in sys.modules or PathFinder.find_spec(full, path) is not None)
        return has

    def kind(self, name):
        head = self.package + "."
        if type(name) is not str or name[: len(head)] != head:
            raise Refused(f"type {name!r}")
        rest = name[len(head):].split(".")
        if not all(map(str.isidentifier, rest)):
            raise Refused(f"type {name!r}")
        for found in self._candidates(import_module(self.package), rest):
            if isinstance(found, type) and self.move in found.__mro__[1:]:
                if f"{found.__module__}.{found.__qualname__}" == name:
                    return found
        raise Refused(f"type {name!r}")

    def _candidates(self, place, rest):
        if not rest:
            yield place
            return
        part, *more = rest
        inside = vars(place).get(part)
        if isinstance(inside, type):
            yield from self._candidates(inside, more)
        if more and isinstance(place, ModuleType) and self._below(place)(part):
            try:
                module = import_module(f"{place.__name__}.{part}")
            except ImportError:
                return
            yield from self._candidates(module, more)


class Exchange:
    def __init__(self, package):
        self.catalogue = Catalogue(package)

    def dump(self, steps):
        return json.JSONEncoder(default=self._describe).encode(list(steps))

    def _describe(self, step):
        if not isinstance(step, self.catalogue.move):
            raise TypeError(f"{step!r} is no step")
        cls = step.__class__
        return dict(vars(step), type=f"{cls.__module__}.{cls.__qualname__}")

    @singledispatchmethod
    def _read(self, value):
        return value

    @_read.register(list)
    def _(self, values):
        return [*map(self._read, values)]

    @_read.register(dict)
    def _(self, entry):
        attributes = {key: self._read(value) for key, value in entry.items() if key != "type"}
        return self.catalogue.kind(entry.get("type"))(**attributes)

    def load(self, text):
        match json.loads(text):
            case [*steps] if all(type(step) is dict for step in steps):
                return self._read(steps)
        raise Refused("a show is a list of steps")
