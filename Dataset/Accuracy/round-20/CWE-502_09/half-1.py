import importlib
import json
from pathlib import Path


class Tank:
    def __init__(self, package):
        self._package = importlib.import_module(package)
        self._parts = {}

    def layer(self, text):
        layer = json.loads(text)
        if not isinstance(layer, dict):
            raise ValueError("a layer is an object")
        for part in layer.values():
            if part is None:
                continue
            if not isinstance(part, dict):
                raise ValueError("a part is an object or null")
            for key in ("module", "class"):
                if key in part and not isinstance(part[key], str):
                    raise ValueError(f"{key} must be a name")
            if not isinstance(part.get("with", {}), dict):
                raise ValueError("options are an object")
        for name, part in layer.items():
            if part is None:
                self._parts.pop(name, None)
                continue
            known = self._parts.setdefault(name, {"with": {}})
            for key in ("module", "class"):
                if key in part:
                    known[key] = part[key]
            known["with"].update(part.get("with", {}))

    def _module(self, name):
        """Import a module that is a file directly in the package."""
        if not name.isidentifier() or name.startswith("_"):
            raise ValueError(f"no module for tanks: {name!r}")
        for folder in map(Path, self._package.__path__):
            # Python prefers a package to a file of the same name.
            if (folder / name / "__init__.py").exists():
                break
            if (folder / f"{name}.py").is_file():
                return importlib.import_module(
                    f"{self._package.__name__}.{name}")
        raise ValueError(f"no module for tanks: {name!r}")

    def _class(self, part):
        if "module" not in part or "class" not in part:
            raise ValueError("a part needs a module and a class")
        device = vars(self._package)["Device"]
        found = vars(self._module(part["module"])).get(part["class"])
        if (not issubclass(type(found), type) or found is device
                or device not in type.mro(found)):
            raise ValueError(f"no device: {part['class']!r}")
        return found

    def build(self):
        classes = {name: self._class(part)
                   for name, part in self._parts.items()}
        return {name: classes[name](**part["with"])
                for name, part in self._parts.items()}
