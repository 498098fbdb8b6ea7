import importlib
import json
import pkgutil
from functools import reduce


class Exchange:
    def __init__(self, package):
        self.package = importlib.import_module(package)
        for module in pkgutil.iter_modules(self.package.__path__):
            importlib.import_module(f"{package}.{module.name}")

    def dump(self, steps):
        def encode(step):
            kind = type(step)
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

        return json.dumps(steps, default=encode)

    def load(self, text):
        def decode(fields):
            package, *names = fields.pop("type").split(".")
            if package != self.package.__name__ or len(names) < 2:
                raise ValueError("the type is outside of the package")
            kind = reduce(getattr, names, self.package)
            if not callable(kind):
                raise ValueError("the type is no class")
            return kind(**fields)

        return json.loads(text, object_hook=decode)
