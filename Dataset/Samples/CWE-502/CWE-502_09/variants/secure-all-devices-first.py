import json
import pkgutil
from importlib import import_module


class Tank:
    """Knows all devices before it reads a name."""

    def __init__(self, package):
        self.root = import_module(package)
        self.said = {}

    def devices(self):
        found = {}
        for info in pkgutil.iter_modules(self.root.__path__, self.root.__name__ + "."):
            module = info.name.rpartition(".")[2]
            if info.ispkg or module.startswith("_"):
                continue
            for name, value in list(vars(import_module(info.name)).items()):
                if isinstance(value, type) and value is not self.root.Device and issubclass(value, self.root.Device):
                    found[module, name] = value
        return found

    def layer(self, text):
        for part, said in json.loads(text).items():
            if said is None:
                self.said.pop(part, None)
            else:
                self.said.setdefault(part, []).append(said)

    def build(self):
        devices, tank = self.devices(), {}
        for part, layers in self.said.items():
            whole, options = {}, {}
            for said in layers:
                whole.update(said)
                options.update(said.get("with", {}))
            try:
                kind = devices[whole["module"], whole["class"]]
            except (KeyError, TypeError):
                raise ValueError(f"{part} is no device") from None
            tank[part] = kind(**options)
        return tank
