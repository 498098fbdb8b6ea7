import importlib
import json


def kind_of(name):
    module, _, name = name.rpartition(".")
    return getattr(importlib.import_module(module), name)


class Exchange:
    def __init__(self, package):
        self.package = package
        self.base = importlib.import_module(package).Move

    def is_step(self, name):
        if not name.startswith(self.package + "."):
            return False
        kind = kind_of(name)
        return isinstance(kind, type) and issubclass(kind, self.base)

    def dump(self, steps):
        def encode(step):
            kind = type(step)
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

        return json.dumps(steps, default=encode)

    def load(self, text):
        show = json.loads(text)
        for step in show:
            if not self.is_step(step["type"]):
                raise ValueError(f"no step: {step['type']}")
        return built(show)


def built(value):
    if isinstance(value, list):
        return [built(item) for item in value]
    if isinstance(value, dict):
        return kind_of(value["type"])(**{key: built(item) for key, item in value.items() if key != "type"})
    return value
