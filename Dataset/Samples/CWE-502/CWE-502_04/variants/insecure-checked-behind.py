import importlib
import json


class NotAStep(ValueError):
    pass


class Exchange:
    def __init__(self, package):
        self.move = importlib.import_module(package).Move

    def dump(self, steps):
        def encode(step):
            kind = type(step)
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

        return json.dumps(steps, default=encode)

    def make(self, document):
        module, _, name = document.pop("type").rpartition(".")
        try:
            step = getattr(importlib.import_module(module), name)(**document)
        except (ImportError, AttributeError, TypeError) as error:
            raise NotAStep(name) from error
        if not isinstance(step, self.move):
            raise NotAStep(name)
        return step

    def load(self, text):
        return json.loads(text, object_hook=self.make)
