import importlib
import json


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = importlib.import_module(package).Move

    def dump(self, steps):
        return json.dumps(list(steps), default=self._attributes)

    def _attributes(self, step):
        if not isinstance(step, self._move):
            raise TypeError(f"{step!r} is no step")
        kind = type(step)
        return {"type": f"{kind.__module__}.{kind.__qualname__}", **vars(step)}

    def _class(self, name):
        """The class with this name: it is imported relative to the package, so nothing else can be meant."""
        if not isinstance(name, str) or not name.startswith(self._package + "."):
            raise ValueError("not of this package")
        module, _, kind = name.rpartition(".")
        try:
            if module == self._package:
                found = vars(importlib.import_module(module))[kind]
            else:
                found = vars(importlib.import_module(module[len(self._package):], self._package))[kind]
        except (ImportError, KeyError) as error:
            raise ValueError(f"{name} does not exist") from error
        if not isinstance(found, type) or found is self._move or self._move not in found.__mro__:
            raise ValueError(f"{name} is no kind of step")
        if (found.__module__, found.__qualname__) != (module, kind):
            raise ValueError(f"{name} is not defined there")
        return found

    def _value(self, value):
        if isinstance(value, dict):
            kind = self._class(value.get("type"))
            return kind(**{key: self._value(item) for key, item in value.items() if key != "type"})
        if isinstance(value, list):
            return [self._value(item) for item in value]
        return value

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of steps")
        return self._value(show)
