import importlib
import json


class Exchange:
    def __init__(self, package):
        self.start = package + "."

    def dump(self, steps):
        def encode(step):
            kind = type(step)
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

        return json.dumps(steps, default=encode)

    def load(self, text):
        return json.loads(text, object_hook=self.build)

    def build(self, document):
        kind = document.pop("type")
        module, _, kind = kind.rpartition(".")
        if not module.startswith(self.start):
            raise ValueError(f"no steps in {module!r}")
        try:
            kind = vars(importlib.import_module(module))[kind]
        except (ImportError, KeyError):
            raise ValueError(f"{kind!r} is unknown") from None
        if not isinstance(kind, type):
            raise ValueError(f"{kind!r} is no class")
        return kind(**document)
