import importlib
import json
from importlib.machinery import ExtensionFileLoader, PathFinder, SourceFileLoader, SourcelessFileLoader
from types import MappingProxyType


class TankError(ValueError):
    pass


class Tank:
    """Keeps the layers as they came and reads them all anew for each build."""

    FILES = SourceFileLoader, SourcelessFileLoader, ExtensionFileLoader

    def __init__(self, package):
        self.package = importlib.import_module(package)
        self.base = vars(self.package)["Device"]
        self.layers = []

    def layer(self, text):
        self._merge(self._parse(text), {})
        self.layers.append(text)

    @staticmethod
    def _parse(text):
        try:
            return json.loads(text)
        except (RecursionError, TypeError) as error:
            raise TankError("not readable") from error

    @staticmethod
    def _merge(layer, parts):
        match layer:
            case dict():
                pass
            case _:
                raise TankError("layer")
        for part, said in layer.items():
            match said:
                case None:
                    parts.pop(part, None)
                    continue
                case dict():
                    known = parts.setdefault(part, {"with": {}})
                case _:
                    raise TankError(part)
            for key, value in said.items():
                match key, value:
                    case "module" | "class", str():
                        known[key] = value
                    case "with", dict():
                        known["with"] |= value
                    case "module" | "class" | "with", _:
                        raise TankError(f"{part}: {key}")
        return parts

    def build(self):
        parts = {}
        for text in self.layers:
            self._merge(self._parse(text), parts)
        plan = []
        for part, said in parts.items():
            if not {"module", "class"} <= said.keys():
                raise TankError(f"{part}: module or class is missing")
            plan.append((part, self._driver(said["module"], said["class"]), said["with"]))
        done = {}
        for part, driver, options in plan:
            try:
                done[part] = driver(**options)
            except TypeError as error:
                raise TankError(part) from error
        return done

    def _driver(self, name, kind):
        names = self._load(name)
        driver = names[kind] if kind in names else None
        if not issubclass(type(driver), type) or driver is self.base:
            raise TankError(kind)
        if not any(above is self.base for above in type.mro(driver)):
            raise TankError(kind)
        return driver

    def _load(self, name):
        if not name.isidentifier() or name[0] == "_":
            raise TankError(name)
        importlib.invalidate_caches()
        full = f"{self.package.__name__}.{name}"
        try:
            spec = PathFinder.find_spec(full, self.package.__path__)
        except (ValueError, UnicodeError) as error:
            raise TankError(name) from error
        if spec is None or spec.submodule_search_locations is not None or type(spec.loader) not in self.FILES:
            raise TankError(name)
        try:
            return MappingProxyType(importlib.import_module(full).__dict__)
        except ImportError as error:
            raise TankError(name) from error
