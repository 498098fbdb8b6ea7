import importlib
import json
import pkgutil


class Exchange:
    def __init__(self, package):
        self.package = importlib.import_module(package)

    def kinds(self):
        """All kinds of steps, by their full names."""
        found = {}
        for module in pkgutil.iter_modules(self.package.__path__, f"{self.package.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if self.is_kind(kind) and kind.__module__ == module.name:
                    found[self.name(kind)] = kind
        return found

    def is_kind(self, value):
        return isinstance(value, type) and issubclass(value, self.package.Move)

    def name(self, kind):
        return f"{kind.__module__}.{kind.__qualname__}"

    def dump(self, steps):
        return json.dumps(steps, default=lambda step: {"type": self.name(type(step)), **vars(step)})

    def load(self, text):
        kinds = self.kinds()

        def step(attributes):
            name = attributes.pop("type", None)
            if not isinstance(name, str) or name not in kinds:
                raise ValueError(f"no kind of step: {name!r}")
            return kinds[name](**attributes)

        return json.loads(text, object_hook=step)
