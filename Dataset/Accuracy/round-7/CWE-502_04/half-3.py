import importlib
import json
from importlib.util import find_spec


class Exchange:
    """Reads and writes shows for the fountain whose steps are in one package."""

    def __init__(self, package):
        self._root = importlib.import_module(package)
        self._name = package

    # reading

    def _inside(self, module):
        return module == self._name or module.startswith(self._name + ".")

    def _kind(self, name):
        if not isinstance(name, str) or not all(part.isidentifier() for part in name.split(".")):
            raise ValueError("type: not a name")
        module, _, attribute = name.rpartition(".")
        if not self._inside(module):
            raise ValueError(f"type: {name} is outside of {self._name}")
        try:
            if find_spec(module) is None:
                raise ValueError(f"type: there is no module {module}")
            found = vars(importlib.import_module(module)).get(attribute)
        except ImportError:
            raise ValueError(f"type: there is no module {module}")
        if not (isinstance(found, type) and found is not self._root.Move and issubclass(found, self._root.Move)):
            raise ValueError(f"type: {name} is no step")
        return found

    def _value(self, value):
        match value:
            case dict():
                if "type" not in value:
                    raise ValueError("object without type")
                kind = self._kind(value["type"])
                return kind(**{k: self._value(v) for k, v in value.items() if k != "type"})
            case list():
                return list(map(self._value, value))
        return value

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of objects")
        return self._value(show)

    # writing

    def _plain(self, value):
        if isinstance(value, self._root.Move):
            out = {"type": ".".join([type(value).__module__, type(value).__qualname__])}
            for k, v in vars(value).items():
                out[k] = self._plain(v)
            return out
        if isinstance(value, (list, tuple)):
            return [self._plain(v) for v in value]
        return value

    def dump(self, steps):
        return json.dumps(self._plain(list(steps)), ensure_ascii=False)
