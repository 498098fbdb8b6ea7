import importlib
import json


class Exchange:
    def __init__(self, package):
        self.package = package
        self.base = importlib.import_module(package).Move

    def dump(self, steps):
        return json.dumps([self._out(step) for step in steps])

    def load(self, text):
        data = json.loads(text)
        if not isinstance(data, list) or not all(isinstance(d, dict) for d in data):
            raise ValueError("a show is a list of steps")
        return [self._in(d) for d in data]

    def _out(self, value):
        if isinstance(value, self.base):
            kind = type(value)
            attributes = {k: self._out(v) for k, v in vars(value).items()}
            return {"type": f"{kind.__module__}.{kind.__qualname__}", **attributes}
        if isinstance(value, list):
            return [self._out(v) for v in value]
        return value

    def _in(self, value):
        if isinstance(value, list):
            return [self._in(v) for v in value]
        if isinstance(value, dict):
            kind = self._kind(value.pop("type", None))
            return kind(**{k: self._in(v) for k, v in value.items()})
        return value

    def _kind(self, name):
        if not isinstance(name, str) or not name.startswith(self.package + "."):
            raise ValueError(f"not of this package: {name!r}")
        # Relative to the package, so that nothing else can be imported.
        where, _, title = name[len(self.package):].rpartition(".")
        try:
            module = importlib.import_module(where or self.package, self.package)
        except ImportError:
            raise ValueError(f"no such module: {name!r}") from None
        kind = vars(module).get(title)
        if (
            not isinstance(kind, type)
            or self.base not in kind.__mro__[1:]
            or f"{kind.__module__}.{kind.__qualname__}" != name
        ):
            raise ValueError(f"not a kind of step: {name!r}")
        return kind
