"""tanks: layers are folded by a chain of small immutable parts; drivers are found by what lies in the folder."""
import json
import os
import sys
from collections import ChainMap
from dataclasses import dataclass, field, replace
from importlib import import_module, invalidate_caches
from importlib.machinery import all_suffixes


class LayerError(ValueError):
    pass


@dataclass(frozen=True)
class Part:
    module: str | None = None
    kind: str | None = None
    options: ChainMap = field(default_factory=ChainMap)

    def under(self, text):
        """This part, with what a later layer says of it."""
        match text:
            case {"module": str() as module, **rest}:
                return replace(self, module=module).under(rest)
            case {"class": str() as kind, **rest}:
                return replace(self, kind=kind).under(rest)
            case {"with": dict() as options, **rest}:
                return replace(self, options=ChainMap(options, *self.options.maps)).under(rest)
            case {**rest} if not rest:
                return self
        raise LayerError(f"this is no part: {text!r}")


class Drivers:
    def __init__(self, package):
        self.package = import_module(package)

    def _files(self):
        for folder in self.package.__path__:
            for entry in os.scandir(folder):
                for suffix in all_suffixes():
                    stem = entry.name.removesuffix(suffix)
                    if stem != entry.name and entry.is_file() and stem.isidentifier():
                        if not any(os.path.isfile(os.path.join(folder, stem, "__init__" + end))
                                   for folder in self.package.__path__ for end in all_suffixes()):
                            yield stem

    def find(self, module, kind):
        if module is None or kind is None or module[:1] == "_":
            raise LayerError("a part without module or class")
        invalidate_caches()
        if module not in set(self._files()):
            raise LayerError(f"no module {module!r}")
        full = self.package.__name__ + "." + module
        import_module(full)
        found = sys.modules[full].__dict__.get(kind)
        device = self.package.__dict__["Device"]
        if not issubclass(type(found), type):
            raise LayerError(f"no class {kind!r}")
        if not any(base is device for base in found.__mro__[1:]):
            raise LayerError(f"no device {kind!r}")
        return found


class Tank:
    def __init__(self, package):
        self._drivers = Drivers(package)
        self._parts = ()        # (name, Part), in the order in which they came

    def layer(self, text):
        try:
            layer = json.loads(text)
        except (RecursionError, TypeError) as error:
            raise LayerError("no layer") from error
        if type(layer) is not dict:
            raise LayerError("no object")
        parts = dict(self._parts)
        for name, said in layer.items():
            if said is None:
                parts.pop(name, None)
            else:
                parts[name] = parts.get(name, Part()).under(said)
        self._parts = tuple(parts.items())

    def build(self):
        plan = [(name, self._drivers.find(part.module, part.kind), part.options)
                for name, part in self._parts]
        return dict((name, device(**options)) for name, device, options in plan)
