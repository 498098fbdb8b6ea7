import inspect
import json
from importlib import import_module


class Exchange:
    def __init__(self, package):
        self.package = package
        self.base = import_module(package).Move

    def dump(self, steps):
        return json.dumps([self.encode(step) for step in steps])

    def encode(self, value):
        if isinstance(value, list):
            return [self.encode(item) for item in value]
        if isinstance(value, self.base):
            fields = {name: self.encode(item) for name, item in vars(value).items()}
            return {"type": f"{type(value).__module__}.{type(value).__qualname__}", **fields}
        return value

    def load(self, text):
        return [self.decode(step) for step in json.loads(text)]

    def decode(self, value):
        if isinstance(value, list):
            return [self.decode(item) for item in value]
        if not isinstance(value, dict):
            return value
        name = value["type"]
        if not name.startswith(self.package):
            raise ValueError(f"not a move: {name}")
        module, _, kind_name = name.rpartition(".")
        kind = getattr(import_module(module), kind_name, None)
        if not inspect.isclass(kind) or not issubclass(kind, self.base):
            raise ValueError(f"not a move: {name}")
        return kind(**{key: self.decode(item) for key, item in value.items() if key != "type"})
