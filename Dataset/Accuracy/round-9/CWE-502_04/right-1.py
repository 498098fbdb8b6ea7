"""Shows. The kinds are never looked up by what stands in a show: a register of all kinds is made
from the package itself, and a show can only pick from it."""
import importlib
import json
import pkgutil
import sys


class UnknownKind(ValueError):
    pass


class _Register(dict):
    """From full names to classes, for the modules of one package."""

    def __init__(self, package):
        super().__init__()
        self.package = importlib.import_module(package)
        self.root = vars(self.package)["Move"]
        self.modules = {package}

    def _collect(self, module):
        for name, thing in list(vars(module).items()):
            if type.__instancecheck__(type, thing) and isinstance(type(thing), type):
                if not issubclass(type(thing), type) or thing is self.root:
                    continue
                if thing.__module__ == module.__name__ and thing.__qualname__ == name:
                    if self.root in thing.__mro__:
                        self[f"{module.__name__}.{name}"] = thing

    def learn(self, wanted):
        """Look at the modules on the way to `wanted`, as far as they lie in the package."""
        top = self.package.__name__
        steps = wanted.split(".")
        depth = top.count(".") + 1
        if ".".join(steps[:depth]) != top:
            return
        module = self.package
        self._collect(module)
        for step in steps[depth:-1]:
            path = getattr(module, "__path__", None) if hasattr(module, "__path__") else None
            below = {info.name for info in pkgutil.iter_modules(path)} if path else set()
            full = f"{module.__name__}.{step}"
            if step not in below and full not in sys.modules:
                return
            if not step.isidentifier():
                return
            module = importlib.import_module(full)
            if module.__name__ != full:
                return
            self._collect(module)

    def __missing__(self, name):
        self.learn(name)
        found = self.get(name)
        if found is None:
            raise UnknownKind(f"no kind of step: {name!r}")
        return found


class Exchange:
    def __init__(self, package):
        self._kinds = _Register(package)

    def load(self, text):
        try:
            show = json.loads(text, object_pairs_hook=self._step)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if type(show) is not list or any(self._kinds.root not in type(s).__mro__ for s in show):
            raise ValueError("a show is a list of steps")
        return show

    def _step(self, pairs):
        attributes = dict(pairs)
        name = attributes.pop("type", None)
        if type(name) is not str:
            raise UnknownKind("a step without a type")
        return self._kinds[name](**attributes)

    def dump(self, steps):
        def written(value):
            if isinstance(value, (list, tuple)):
                return list(map(written, value))
            if value is None or isinstance(value, (str, int, float)):
                return value
            kind = type(value)
            name = f"{kind.__module__}.{kind.__qualname__}"
            if self._kinds[name] is not kind:
                raise UnknownKind(name)
            return dict({"type": name}, **{k: written(v) for k, v in vars(value).items()})

        return json.dumps([written(step) for step in steps], ensure_ascii=False)
