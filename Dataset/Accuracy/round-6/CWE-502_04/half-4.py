import inspect
import json
from importlib import import_module


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = import_module(package).Move

    def dump(self, steps):
        return json.dumps([self._to_json(step) for step in steps])

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list):
            raise ValueError("a show is a list")
        if any(not isinstance(step, dict) for step in show):
            raise ValueError("only steps belong into a show")
        return [self._from_json(step) for step in show]

    def _to_json(self, value):
        if isinstance(value, self._move):
            cls = value.__class__
            return {
                "type": cls.__module__ + "." + cls.__qualname__,
                **{name: self._to_json(v) for name, v in vars(value).items()},
            }
        if isinstance(value, list):
            return [self._to_json(v) for v in value]
        return value

    def _from_json(self, value):
        if isinstance(value, list):
            return [self._from_json(v) for v in value]
        if not isinstance(value, dict):
            return value
        cls = self._step_class(value.get("type"))
        return cls(**{k: self._from_json(v) for k, v in value.items() if k != "type"})

    def _step_class(self, name):
        if not isinstance(name, str):
            raise ValueError("type must be a string")
        parts = name.split(".")
        if not all(part.isidentifier() for part in parts):
            raise ValueError(f"bad type {name!r}")
        module_name = ".".join(parts[:-1])
        if module_name != self._package and not module_name.startswith(self._package + "."):
            raise ValueError(f"{name!r} is outside of {self._package}")
        try:
            module = import_module(module_name)
        except ImportError as error:
            raise ValueError(f"no module {module_name!r}") from error
        cls = getattr(module, parts[-1], None)
        if not inspect.isclass(cls) or not issubclass(cls, self._move) or cls is self._move:
            raise ValueError(f"{name!r} is no step")
        # Modules also hold what they import: the class must be the package's own.
        if not cls.__module__.startswith(self._package):
            raise ValueError(f"{name!r} is not defined in {self._package}")
        return cls
