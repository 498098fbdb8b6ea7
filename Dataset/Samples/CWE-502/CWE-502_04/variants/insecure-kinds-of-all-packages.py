import importlib
import json
import pkgutil

KINDS = {}


def classes_below(move):
    """The classes of the package with this Move; KINDS has those that were found before."""
    package = importlib.import_module(move.__module__)
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        module = importlib.import_module(found.name)
        for kind in list(vars(module).values()):
            if isinstance(kind, type) and issubclass(kind, move) and kind.__module__ == module.__name__:
                KINDS[f"{kind.__module__}.{kind.__qualname__}"] = kind


class Exchange:
    def __init__(self, package):
        self.move = importlib.import_module(package).Move

    def load(self, text):
        steps = json.loads(text)
        if not isinstance(steps, list):
            raise ValueError("no list of steps")
        return self.made(steps)

    def made(self, value):
        if isinstance(value, list):
            return [self.made(one) for one in value]
        if not isinstance(value, dict):
            return value
        name = value.pop("type", None)
        if not isinstance(name, str):
            raise ValueError("no type")
        if name not in KINDS:
            classes_below(self.move)
        if name not in KINDS:
            raise ValueError(f"unknown type: {name}")
        return KINDS[name](**{key: self.made(one) for key, one in value.items()})

    def dump(self, steps):
        def told(step):
            if not isinstance(step, self.move):
                raise TypeError("no step")
            return {"type": f"{type(step).__module__}.{type(step).__qualname__}"} | vars(step)

        return json.dumps(steps, default=told)
