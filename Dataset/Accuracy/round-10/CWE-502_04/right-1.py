"""The steps are built from the inside out with a stack, and only after every type was cleared."""
import importlib
import json
from types import ModuleType


class Catalogue:
    """The kinds of steps of one package, found by full name."""

    def __init__(self, package):
        self.root = importlib.import_module(package)
        self.name = package

    def __getitem__(self, full_name):
        if not isinstance(full_name, str):
            raise ValueError("a type is a string")
        parts = full_name.split(".")
        head = self.name.split(".")
        if parts[:len(head)] != head or not all(map(str.isidentifier, parts)):
            raise ValueError(f"not of this make: {full_name}")
        module, rest = self.root, parts[len(head):]
        while len(rest) > 1 and "__path__" in vars(module):
            try:
                below = importlib.import_module(f"{module.__name__}.{rest[0]}")
            except ImportError:
                break
            if type(below) is not ModuleType or below.__name__ != f"{module.__name__}.{rest[0]}":
                break
            module, rest = below, rest[1:]
        thing = module
        for part in rest:
            thing = vars(thing).get(part)
            if not isinstance(thing, type):
                raise ValueError(f"no kind of step: {full_name}")
        if not rest or thing.__module__ != module.__name__ or thing.__qualname__ != ".".join(rest):
            raise ValueError(f"not defined there: {full_name}")
        if self.root.Move not in type.mro(thing)[1:]:
            raise ValueError(f"no kind of step: {full_name}")
        return thing


class Exchange:
    def __init__(self, package):
        self.catalogue = Catalogue(package)

    def load(self, text):
        show = json.loads(text)
        if type(show) is not list:
            raise ValueError("a show is a list")
        if any(type(step) is not dict for step in show):
            raise ValueError("a show consists of steps")
        kinds, order, waiting = {}, [], list(show)
        while waiting:                                  # first pass: clear the types
            value = waiting.pop()
            if type(value) is list:
                order.append(value)
                waiting.extend(value)
            elif type(value) is dict:
                kinds[id(value)] = self.catalogue[value.get("type")]
                order.append(value)
                waiting.extend(v for k, v in value.items() if k != "type")
        built = {}
        finish = lambda value: built.get(id(value), value) if type(value) in (list, dict) else value
        for value in reversed(order):                   # second pass: build, innermost first
            if type(value) is list:
                built[id(value)] = [finish(entry) for entry in value]
            else:
                built[id(value)] = kinds[id(value)](
                    **{k: finish(v) for k, v in value.items() if k != "type"})
        return [built[id(step)] for step in show]

    def dump(self, steps):
        def default(step):
            if not isinstance(step, self.catalogue.root.Move):
                raise TypeError(f"not part of a show: {step!r}")
            return dict(vars(step), type=f"{type(step).__module__}.{type(step).__qualname__}")
        return json.JSONEncoder(default=default).encode(list(steps))
