import copy
import importlib
import json
from pathlib import Path


class _Part:
    def __init__(self):
        self.module = None
        self.name = None
        self.options = {}


class Tank:
    def __init__(self, package):
        self._package = importlib.import_module(package)
        self._device = vars(self._package)["Device"]
        self._parts = {}

    def layer(self, text):
        try:
            data = json.loads(text)
        except RecursionError:
            raise ValueError("nested too deep") from None
        if not isinstance(data, dict):
            raise ValueError("a layer is an object")
        for entry in data.values():
            self._check(entry)
        for name, entry in data.items():
            if entry is None:
                self._parts.pop(name, None)
                continue
            part = self._parts.setdefault(name, _Part())
            part.module = entry.get("module", part.module)
            part.name = entry.get("class", part.name)
            part.options.update(entry.get("with", {}))

    @staticmethod
    def _check(entry):
        if entry is None:
            return
        if not isinstance(entry, dict) or not entry.keys() <= {"module", "class", "with"}:
            raise ValueError("not a part")
        if not all(isinstance(entry.get(key, ""), str) for key in ("module", "class")):
            raise ValueError("names are texts")
        if not isinstance(entry.get("with", {}), dict):
            raise ValueError("options are an object")

    def _modules(self):
        """The driver modules there are at present: the files directly in the package."""
        return {
            path.stem
            for folder in self._package.__path__
            for path in Path(folder).glob("*.py")
            if path.is_file() and not path.stem.startswith("_") and path.stem.isidentifier()
        }

    def _class(self, part):
        if part.module not in self._modules():
            raise ValueError(f"no module of drivers: {part.module!r}")
        importlib.invalidate_caches()
        try:
            module = importlib.import_module(f"{self._package.__name__}.{part.module}")
        except ImportError as error:
            raise ValueError(f"cannot load {part.module}") from error
        found = vars(module).get(part.name)
        if not isinstance(found, type) or found is self._device or self._device not in found.__mro__:
            raise ValueError(f"no device: {part.name!r}")
        return found

    def build(self):
        classes = {name: self._class(part) for name, part in self._parts.items()}
        built = {}
        for name, part in self._parts.items():
            try:
                built[name] = classes[name](**copy.deepcopy(part.options))
            except TypeError as error:
                raise ValueError(f"{name}: {error}") from error
        return built
