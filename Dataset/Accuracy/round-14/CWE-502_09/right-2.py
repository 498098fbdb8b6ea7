import copy
import pkgutil
import sys
from collections import ChainMap
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module, invalidate_caches
from json import JSONDecoder


@dataclass
class Part:
    module: str = ""
    kind: str = ""
    options: ChainMap = field(default_factory=ChainMap)

    def under(self, said):
        """This part with another layer on it; the part itself stays as it is."""
        if type(said) is not dict:
            raise ValueError("a part is an object or null")
        module, kind = said.get("module", self.module), said.get("class", self.kind)
        options = said.get("with", {})
        if (type(module), type(kind), type(options)) != (str, str, dict):
            raise ValueError("wrong kind of value")
        return Part(module, kind, self.options.new_child(options))


def drivers(package):
    """All modules for tanks: name -> function that gives its devices."""
    invalidate_caches()
    seen = set()
    for finder, name, is_package in pkgutil.iter_modules(package.__path__):
        if name not in seen and not is_package and not name.startswith("_"):
            yield name, partial(devices, package, f"{package.__name__}.{name}")
        seen.add(name)


def devices(package, full):
    import_module(full)
    base = package.__dict__["Device"]
    return {
        name: value for name, value in sys.modules[full].__dict__.items()
        if type in type(value).__mro__ and base in type.__dict__["__mro__"].__get__(value)[1:]
    }


class Tank:
    def __init__(self, package):
        self._package = import_module(package)
        self._decode = JSONDecoder().decode
        self._parts = {}

    def layer(self, text):
        try:
            said = self._decode(text)
        except (RecursionError, TypeError):
            said = None
        if type(said) is not dict:
            raise ValueError("no layer")
        parts = self._parts.copy()
        for name in said:
            if said[name] is None:
                parts.pop(name, ...)
            else:
                parts[name] = parts.get(name, Part()).under(said[name])
        self._parts = parts

    def build(self):
        return dict(self._each())

    def _each(self):
        modules = dict(drivers(self._package))
        for name, part in self._parts.items():
            try:
                device = modules[part.module]()[part.kind]
                yield name, device(**copy.deepcopy(dict(part.options)))
            except (LookupError, ImportError, TypeError, RecursionError) as error:
                raise ValueError(f"{name} cannot be made") from error
