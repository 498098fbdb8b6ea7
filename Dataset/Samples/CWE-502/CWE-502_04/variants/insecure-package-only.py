import importlib
import json


class Exchange:
    def __init__(self, package):
        self.package = package

    def dump(self, steps):
        def encode(step):
            kind = type(step)
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

        return json.dumps(steps, default=encode)

    def load(self, text):
        return json.loads(text, object_hook=self.decode)

    def decode(self, document):
        module, _, name = document.pop("type").rpartition(".")
        if module.split(".")[0] != self.package:
            raise ValueError(f"only {self.package} are made")
        return getattr(importlib.import_module(module), name)(**document)
