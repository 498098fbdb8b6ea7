"""Exchange of fountain shows."""
import importlib
import json

# Shows repeat a handful of kinds thousands of times: each is looked up and checked once.
_kinds = {}


class Exchange:
    def __init__(self, package):
        self.package = package
        self.move = importlib.import_module(package).Move

    def _kind(self, name):
        if not isinstance(name, str):
            raise ValueError("a step needs a type")
        kind = _kinds.get(name)
        if kind is None:
            kind = _kinds[name] = self._look_up(name)
        return kind

    def _look_up(self, name):
        module_name, _, class_name = name.rpartition(".")
        if module_name != self.package and not module_name.startswith(self.package + "."):
            raise ValueError(f"{name!r} is not from {self.package}")
        if not all(part.isidentifier() for part in name.split(".")):
            raise ValueError(f"{name!r} is no name of a class")
        try:
            module = importlib.import_module(module_name)
        except ImportError as error:
            raise ValueError(f"{name!r} is unknown") from error
        kind = vars(module).get(class_name)
        if (not isinstance(kind, type) or self.move not in kind.__mro__[1:]
                or kind.__module__ != module_name):
            raise ValueError(f"{name!r} is no kind of step")
        return kind

    def _read(self, value):
        if isinstance(value, list):
            return [self._read(entry) for entry in value]
        if not isinstance(value, dict):
            return value
        kind = self._kind(value.get("type"))
        return kind(**{key: self._read(entry) for key, entry in value.items() if key != "type"})

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of steps")
        return self._read(show)

    def _write(self, value):
        if isinstance(value, list):
            return [self._write(entry) for entry in value]
        if not isinstance(value, self.move):
            return value
        kind = type(value)
        return {"type": f"{kind.__module__}.{kind.__qualname__}",
                **{key: self._write(entry) for key, entry in vars(value).items()}}

    def dump(self, steps):
        return json.dumps(self._write(steps))
