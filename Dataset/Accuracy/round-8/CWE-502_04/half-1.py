import importlib
import inspect
import json


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = importlib.import_module(package).Move

    # writing

    def _plain(self, value):
        if isinstance(value, self._move):
            kind = type(value)
            step = {"type": f"{kind.__module__}.{kind.__qualname__}"}
            step.update((key, self._plain(item)) for key, item in vars(value).items())
            return step
        if isinstance(value, list):
            return [self._plain(item) for item in value]
        if value is None or isinstance(value, (str, int, float)):
            return value
        raise TypeError(f"no attribute of a step: {value!r}")

    def dump(self, steps):
        return json.dumps([self._plain(step) for step in steps])

    # reading

    def _find(self, name):
        module, _, kind = name.rpartition(".")
        return getattr(importlib.import_module(module), kind)

    def _check(self, step):
        """Looks at a step and the steps in it before anything is made."""
        if not isinstance(step, dict):
            raise ValueError("a show consists of steps")
        name = step.get("type")
        if not isinstance(name, str) or not all(part.isidentifier() for part in name.split(".")):
            raise ValueError("a step needs a type")
        if not name.startswith(self._package + "."):
            raise ValueError(f"{name} is not of this make")
        try:
            kind = self._find(name)
        except (ImportError, AttributeError) as error:
            raise ValueError(f"there is no {name}") from error
        if not inspect.isclass(kind) or self._move not in kind.__mro__[1:]:
            raise ValueError(f"{name} is no kind of step")
        if f"{kind.__module__}.{kind.__qualname__}" != name:
            raise ValueError(f"{name} is not the name of the kind")
        for value in step.values():
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    self._check(item)

    def _make(self, step):
        kind = self._find(step.pop("type"))
        return kind(**step)

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list):
            raise ValueError("a show is a list")
        for step in show:
            self._check(step)
        return json.loads(text, object_hook=self._make)
