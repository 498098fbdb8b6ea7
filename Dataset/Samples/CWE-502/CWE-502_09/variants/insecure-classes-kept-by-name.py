import importlib
import json
import os


class Tank:
    """Classes that were found once are not looked for again."""

    def __init__(self, package):
        self.package = importlib.import_module(package)
        self.parts = {}
        self.checked = set()

    def layer(self, text):
        for name, said in json.loads(text).items():
            if said is None:
                self.parts.pop(name, None)
            else:
                old = self.parts.get(name, {})
                self.parts[name] = {**old, **said, "with": old.get("with", {}) | said.get("with", {})}

    def _class(self, module, name):
        folder = os.path.dirname(self.package.__file__)
        if not str(module).isidentifier() or module.startswith("_") or not os.path.isfile(os.path.join(folder, f"{module}.py")):
            raise ValueError(module)
        names = vars(importlib.import_module("." + module, self.package.__name__))
        if name not in self.checked:
            if name == "Device" or not isinstance(names.get(name), type) or not issubclass(names[name], self.package.Device):
                raise ValueError(name)
            self.checked.add(name)
        return names[name]

    def build(self):
        return {name: self._class(part["module"], part["class"])(**part.get("with", {})) for name, part in self.parts.items()}
