import importlib
import json
import pkgutil


class Tank:
    def __init__(self, package):
        self.package = importlib.import_module(package)
        self.parts = {}

    def layer(self, text):
        layer = json.loads(text)
        if not isinstance(layer, dict):
            raise ValueError("a layer says something of parts")
        for name, said in layer.items():
            if said is None:
                self.parts.pop(name, None)
                continue
            part = self.parts.setdefault(name, {"with": {}})
            options = {**part["with"], **said.get("with", {})}
            part.update({**said, "with": options})

    def kind(self, module, name):
        if not isinstance(module, str) or module.startswith("_"):
            raise ValueError(f"no module of devices: {module!r}")
        try:
            loaded = importlib.import_module(f"{self.package.__name__}.{module}")
        except ModuleNotFoundError:
            # Perhaps the layer says the whole name.
            loaded = importlib.import_module(module)
        found = vars(loaded).get(name)
        base = self.package.Device
        if not isinstance(found, type) or not issubclass(found, base) or found is base:
            raise ValueError(f"no device: {name!r}")
        return found

    def build(self):
        return {name: self.kind(part.get("module"), part.get("class"))(**part["with"]) for name, part in self.parts.items()}
