"""Exchange of fountain shows."""
import importlib
import importlib.util
import json

PLAIN = (str, int, float, bool, type(None))


class Exchange:
    def __init__(self, package):
        self._package = importlib.import_module(package)
        self._move = self._package.Move
        self._prefix = package + "."

    def _resolve(self, name):
        """The object that a full name leads to; classes may lie within classes."""
        found = self._package
        path = self._prefix[:-1]
        for part in name[len(self._prefix):].split("."):
            if not part.isidentifier() or part.startswith("_"):
                raise ValueError(f"{name!r} is no name of a step")
            path += "." + part
            if getattr(found, "__path__", None) is not None and found.__name__ + "." + part == path:
                try:
                    found = importlib.import_module(path)       # always below the package
                    continue
                except ModuleNotFoundError:
                    pass                                        # a class in the package itself
            try:
                found = getattr(found, part)
            except AttributeError:
                raise ValueError(f"there is no {name!r}") from None
        return found

    def _kind(self, name):
        if not isinstance(name, str) or not name.startswith(self._prefix):
            raise ValueError(f"{name!r} is not in the package")
        kind = self._resolve(name)
        # Only now it is told what was found; nothing but such a class is ever called.
        if not isinstance(kind, type) or kind is self._move or not issubclass(kind, self._move):
            raise ValueError(f"{name!r} is no step")
        if f"{kind.__module__}.{kind.__qualname__}" != name:
            raise ValueError(f"{name!r} is defined elsewhere")
        return kind

    def _decode(self, value):
        if isinstance(value, dict):
            attributes = dict(value)
            kind = self._kind(attributes.pop("type", None))
            return kind(**{key: self._decode(item) for key, item in attributes.items()})
        if isinstance(value, list):
            return [self._decode(item) for item in value]
        return value

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list) or any(not isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of steps")
        return [self._decode(step) for step in show]

    def _encode(self, value):
        if isinstance(value, self._move):
            kind = type(value)
            return {"type": f"{kind.__module__}.{kind.__qualname__}"} | {
                key: self._encode(item) for key, item in vars(value).items()}
        if isinstance(value, list):
            return [self._encode(item) for item in value]
        if not isinstance(value, PLAIN):
            raise TypeError(f"{value!r} cannot be sent")
        return value

    def dump(self, steps):
        return json.dumps([self._encode(step) for step in steps])
