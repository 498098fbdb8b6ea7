import copy
import importlib
import json
import os


class Tank:
    def __init__(self, package):
        self.package = package
        self.parts = {}
        self.root = importlib.import_module(package)

    def layer(self, text):
        parts = copy.deepcopy(self.parts)
        for name, said in json.loads(text).items():
            if said is None:
                parts.pop(name, None)
                continue
            if set(said) - {"module", "class", "with"}:
                raise ValueError("unknown words")
            part = parts.setdefault(name, {"options": {}})
            part["options"].update(said.get("with", {}))
            for word in ("module", "class"):
                if word in said:
                    part[word] = said[word]
            if "module" in part and "class" in part:
                part["kind"] = self.find(part["module"], part["class"])
        self.parts = parts

    def find(self, module, name):
        if type(module) is not str or type(name) is not str or not module.isidentifier() or module[0] == "_":
            raise ValueError("these are no names")
        place = os.path.join(self.root.__path__[0], module)
        # Python prefers a folder to a file of the same name.
        if not os.path.isfile(place + ".py") or os.path.isdir(place):
            raise ValueError("there is no such module")
        for known, kind in vars(importlib.import_module(f"{self.package}.{module}")).items():
            if known == name and type(kind) is type and kind is not self.root.Device and issubclass(kind, self.root.Device):
                return kind
        raise ValueError("there is no such device")

    def build(self):
        return {name: part["kind"](**copy.deepcopy(part["options"])) for name, part in self.parts.items()}
