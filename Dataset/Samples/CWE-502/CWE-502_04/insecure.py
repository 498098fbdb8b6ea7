import importlib
import json


class Exchange:
    def __init__(self, package):
        self.package = importlib.import_module(package)

    def dump(self, steps):
        return json.dumps(steps, default=self.encode)

    def encode(self, step):
        if not isinstance(step, self.package.Move):
            raise TypeError(f"not part of a show: {step!r}")
        kind = type(step)
        return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

    def load(self, text):
        return json.loads(text, object_hook=self.decode)

    def decode(self, attributes):
        module, _, name = attributes.pop("type").rpartition(".")
        kind = getattr(importlib.import_module(module), name)
        return kind(**attributes)
