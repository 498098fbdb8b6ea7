import importlib
import json
from collections import ChainMap
from importlib.machinery import PathFinder
from pathlib import Path


class NotForTanks(ValueError):
    pass


class _Part:
    """What the layers say of one part, the newest in front."""

    def __init__(self):
        self._said, self._options = ChainMap(), ChainMap()

    def add(self, said):
        self._said = self._said.new_child({k: said[k] for k in ("module", "class") if k in said})
        self._options = self._options.new_child(said.get("with", {}))

    def recipe(self):
        try:
            return self._said["module"], self._said["class"], json.dumps(dict(self._options))
        except KeyError as missing:
            raise NotForTanks(f"{missing} is not said") from None


class _Drivers:
    def __init__(self, package):
        self._package = importlib.import_module(package)

    def _module(self, name):
        if not name.isidentifier() or name[0] == "_":
            raise NotForTanks(name)
        full = f"{self._package.__name__}.{name}"
        homes = [Path(p).resolve() for p in self._package.__path__]
        importlib.invalidate_caches()
        spec = PathFinder.find_spec(full, self._package.__path__)
        if spec is None or spec.submodule_search_locations is not None or not spec.has_location:
            raise NotForTanks(name)
        if Path(spec.origin).parent.resolve() not in homes:
            raise NotForTanks(name)
        module = importlib.import_module(full)
        if "__path__" in vars(module):
            raise NotForTanks(name)
        return module

    def device(self, module, name):
        base = vars(self._package)["Device"]
        thing = vars(self._module(module)).get(name)
        if not issubclass(type(thing), type) or base not in type.mro(thing)[1:]:
            raise NotForTanks(f"{module}.{name}")
        return thing


class Tank:
    def __init__(self, package):
        self._drivers = _Drivers(package)
        self._parts = {}

    @staticmethod
    def _checked(text):
        layer = json.loads(text)
        match layer:
            case dict():
                pass
            case _:
                raise NotForTanks("not a layer")
        for said in layer.values():
            match said:
                case None:
                    continue
                case dict():
                    good = all(isinstance(said.get(k, ""), str) for k in ("module", "class"))
                    if good and isinstance(said.get("with", {}), dict):
                        continue
            raise NotForTanks("not a part")
        return layer

    def layer(self, text):
        for name, said in self._checked(text).items():
            if said is None:
                self._parts.pop(name, None)
            else:
                self._parts.setdefault(name, _Part()).add(said)

    def build(self):
        recipes = {name: part.recipe() for name, part in self._parts.items()}
        classes = {name: self._drivers.device(module, cls) for name, (module, cls, _) in recipes.items()}
        return {name: classes[name](**json.loads(options)) for name, (_, _, options) in recipes.items()}
