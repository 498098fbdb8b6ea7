import importlib
import json
import re

NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)+")
PLAIN = (str, int, float, bool, type(None))


class Exchange:
    def __init__(self, package):
        self.package = package
        importlib.import_module(package)

    def _is_step_class(self, cls):
        return isinstance(cls, type) and any(base.__name__ == "Move" for base in cls.__mro__[1:])

    def _resolve(self, full):
        if not isinstance(full, str) or not NAME.fullmatch(full) or not full.startswith(self.package + "."):
            raise ValueError("unknown type: %r" % (full,))
        module, name = full.rsplit(".", 1)
        try:
            cls = importlib.import_module(module).__dict__[name]
        except (ImportError, KeyError):
            raise ValueError("unknown type: " + full) from None
        if not self._is_step_class(cls) or cls.__module__ != module:
            raise ValueError("no kind of step: " + full)
        return cls

    def _build(self, data, step=False):
        if isinstance(data, dict):
            attributes = dict(data)
            cls = self._resolve(attributes.pop("type", None))
            return cls(**{key: self._build(value) for key, value in attributes.items()})
        if step:
            raise ValueError("no step")
        if isinstance(data, list):
            return [self._build(value) for value in data]
        return data

    def load(self, text):
        show = json.loads(text)
        if not isinstance(show, list):
            raise ValueError("no show")
        return [self._build(data, step=True) for data in show]

    def dump(self, steps):
        return json.dumps(list(steps), default=self._as_dict)

    def _as_dict(self, step):
        if not self._is_step_class(type(step)):
            raise TypeError("no step: %r" % (step,))
        return {"type": type(step).__module__ + "." + type(step).__name__} | vars(step)
