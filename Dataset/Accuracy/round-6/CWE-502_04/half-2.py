import importlib
import json

PLAIN = (str, int, float, bool, type(None))


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = importlib.import_module(package).Move
        self._kinds = {}

    def dump(self, steps):
        return json.dumps(self._encode(list(steps)))

    def _encode(self, value):
        if isinstance(value, list):
            return [self._encode(v) for v in value]
        if isinstance(value, self._move):
            cls = type(value)
            result = {"type": f"{cls.__module__}.{cls.__qualname__}"}
            result.update((k, self._encode(v)) for k, v in vars(value).items())
            return result
        if isinstance(value, PLAIN):
            return value
        raise ValueError(f"cannot be written: {value!r}")

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list):
            raise ValueError("a show is a list")
        for step in show:
            if not isinstance(step, dict):
                raise ValueError("a show holds steps only")
        return self._decode(show)

    def _decode(self, value):
        if isinstance(value, list):
            return [self._decode(v) for v in value]
        if isinstance(value, dict):
            attributes = dict(value)
            kind = self._kind(attributes.pop("type", None))
            return kind(**{k: self._decode(v) for k, v in attributes.items()})
        return value

    def _kind(self, name):
        if not isinstance(name, str):
            raise ValueError("a step needs a type")
        if name in self._kinds:
            return self._kinds[name]
        module_name, _, title = name.rpartition(".")
        if not (module_name + ".").startswith(self._package + "."):
            raise ValueError(f"outside of the package: {name}")
        try:
            module = importlib.import_module(module_name)
            kind = self._kinds[name] = getattr(module, title)
        except (ImportError, AttributeError):
            raise ValueError(f"unknown type: {name}") from None
        if not (isinstance(kind, type) and issubclass(kind, self._move)) or kind is self._move:
            raise ValueError(f"not a step: {name}")
        if kind.__module__ != module_name:
            raise ValueError(f"not defined there: {name}")
        return kind
