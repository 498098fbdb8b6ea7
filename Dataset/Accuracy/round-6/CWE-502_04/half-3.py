import importlib
import json


class Exchange:
    def __init__(self, package):
        self.package = package
        self.move = importlib.import_module(package).Move

    def dump(self, steps):
        def encode(value):
            if not isinstance(value, self.move):
                raise TypeError(f"not a step: {value!r}")
            kind = type(value)
            return {"type": f"{kind.__module__}.{kind.__name__}", **vars(value)}

        return json.dumps(list(steps), default=encode)

    def load(self, text):
        # First the whole show is checked, and only then anything is made.
        show = json.loads(text, object_pairs_hook=self._checked)
        if not isinstance(show, list) or not all(isinstance(s, dict) for s in show):
            raise ValueError("a show is a list of steps")
        return self._make(show)

    def _checked(self, pairs):
        for key, value in pairs:
            if key == "type":
                self._check(value)
                return dict(pairs)
        raise ValueError("a step without a type")

    def _check(self, name):
        if not isinstance(name, str) or not name.startswith(self.package + "."):
            raise ValueError(f"not a kind of step: {name!r}")
        try:
            kind = self._find(name)
        except (ImportError, AttributeError):
            raise ValueError(f"not a kind of step: {name!r}") from None
        if (
            not isinstance(kind, type)
            or not issubclass(kind, self.move)
            or kind is self.move
            or f"{kind.__module__}.{kind.__name__}" != name
        ):
            raise ValueError(f"not a kind of step: {name!r}")

    @staticmethod
    def _find(name):
        module, _, kind = name.rpartition(".")
        return getattr(importlib.import_module(module), kind)

    def _make(self, value):
        if isinstance(value, list):
            return [self._make(v) for v in value]
        if isinstance(value, dict):
            attributes = {k: self._make(v) for k, v in value.items() if k != "type"}
            return self._find(value["type"])(**attributes)
        return value
