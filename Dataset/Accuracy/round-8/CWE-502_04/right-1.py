import importlib
import json


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = importlib.import_module(package).Move

    def _dump(self, value):
        if isinstance(value, self._move):
            kind = type(value)
            data = {"type": kind.__module__ + "." + kind.__qualname__}
            for key, item in vars(value).items():
                data[key] = self._dump(item)
            return data
        if isinstance(value, list):
            return [self._dump(item) for item in value]
        if value is None or isinstance(value, (str, int, float)):
            return value
        raise TypeError("no attribute of a step")

    def dump(self, steps):
        return json.dumps([self._dump(step) for step in steps])

    def _kind(self, name):
        if not isinstance(name, str):
            raise ValueError("a step has a type")
        if not name.startswith(self._package + ".") or not all(part.isidentifier() for part in name.split(".")):
            raise ValueError(name + " is not of this package")
        parts = name.split(".")
        depth = len(self._package.split("."))
        for cut in range(len(parts) - 1, depth - 1, -1):
            module_name = ".".join(parts[:cut])
            try:
                found = importlib.import_module(module_name)
            except ImportError:
                continue
            for part in parts[cut:]:
                found = vars(found).get(part)
                if not isinstance(found, type):
                    break
            else:
                if (
                    found is not self._move
                    and self._move in found.__mro__
                    and found.__module__ == module_name
                    and found.__qualname__ == ".".join(parts[cut:])
                ):
                    return found
        raise ValueError(name + " is no kind of step")

    def _load(self, value):
        if isinstance(value, dict):
            kind = self._kind(value.get("type"))
            return kind(**{key: self._load(item) for key, item in value.items() if key != "type"})
        if isinstance(value, list):
            return [self._load(item) for item in value]
        return value

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of steps")
        return self._load(show)
