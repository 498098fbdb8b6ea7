"""Exchange of fountain shows between towns."""
import importlib
import inspect
import json


class Exchange:
    """Writes and reads shows made of the steps of one package."""

    def __init__(self, package):
        self.package = package
        self.base = vars(importlib.import_module(package))["Move"]
        self._known = {}

    def _own(self, kind):
        """Whether `kind` is a class below `Move` that comes from the package."""
        return (
            inspect.isclass(kind)
            and self.base in type.mro(kind)[1:]
            and kind.__module__.startswith(self.package)
        )

    def _kind(self, full_name):
        if not isinstance(full_name, str):
            raise ValueError("a step has a type")
        if full_name not in self._known:
            module_name, _, name = full_name.rpartition(".")
            steps = module_name.split(".")
            if steps[0] != self.package.split(".")[0] or not all(map(str.isidentifier, steps)):
                raise ValueError(f"unknown type {full_name!r}")
            if not (module_name + ".").startswith(self.package + "."):
                raise ValueError(f"unknown type {full_name!r}")
            try:
                module = importlib.import_module(module_name)
            except ImportError as error:
                raise ValueError(f"unknown type {full_name!r}") from error
            kind = vars(module).get(name)       # the dictionary: no `__getattr__` is asked
            if not self._own(kind):
                raise ValueError(f"{full_name!r} is no kind of step")
            self._known[full_name] = kind
        return self._known[full_name]

    def load(self, text):
        show = json.loads(text)
        if type(show) is not list or any(type(step) is not dict for step in show):
            raise ValueError("a show is a list of objects")
        return self._read(show)

    def _read(self, value):
        if type(value) is list:
            return [self._read(item) for item in value]
        if type(value) is not dict:
            return value
        if "type" not in value:
            raise ValueError("a step has a type")
        kind = self._kind(value["type"])
        return kind(**{key: self._read(item) for key, item in value.items() if key != "type"})

    def dump(self, steps):
        return json.dumps(list(steps), default=self._write)

    def _write(self, step):
        kind = type(step)
        if not self._own(kind):
            raise ValueError(f"{step!r} is no step")
        return {"type": kind.__module__ + "." + kind.__name__, **vars(step)}
