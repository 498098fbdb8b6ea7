import importlib
import json


class Tank:
    def __init__(self, package):
        self.package = package
        self.parts = {}

    def layer(self, text):
        for name, said in json.loads(text).items():
            if said is None:
                self.parts.pop(name, None)
                continue
            part = self.parts.setdefault(name, {"with": {}})
            options = {**part["with"], **said.get("with", {})}
            part.update({**said, "with": options})

    def build(self):
        devices = {}
        for name, part in self.parts.items():
            module = importlib.import_module(f"{self.package}.{part['module']}")
            devices[name] = getattr(module, part["class"])(**part["with"])
        return devices
