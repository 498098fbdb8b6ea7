import importlib
import json
import pkgutil


class Tank:
    """Layers are checked when they come, so that nothing wrong is ever written down."""

    def __init__(self, package):
        self.package = importlib.import_module(package)
        self.parts = {}

    def load(self, module):
        if module not in [found.name for found in pkgutil.iter_modules(self.package.__path__) if not found.ispkg] or module[0] == "_":
            raise ValueError(f"no module of devices: {module!r}")
        return vars(importlib.import_module(f"{self.package.__name__}.{module}"))

    def check(self, module, name):
        kind = self.load(module).get(name)
        if not isinstance(kind, type) or not issubclass(kind, self.package.Device) or kind is self.package.Device:
            raise ValueError(f"no device: {name!r}")

    def layer(self, text):
        parts = dict(self.parts)
        for name, said in json.loads(text).items():
            if said is None:
                parts.pop(name, None)
                continue
            if "module" in said:
                self.load(said["module"])
            part = parts.get(name, {"with": {}})
            if "class" in said and "module" in {**part, **said}:
                self.check({**part, **said}["module"], said["class"])
            parts[name] = {**part, **said, "with": {**part["with"], **said.get("with", {})}}
        self.parts = parts

    def build(self):
        return {name: self.load(part["module"])[part["class"]](**part["with"]) for name, part in self.parts.items()}
