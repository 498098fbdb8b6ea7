import importlib
import json
import re

_TYPE = re.compile(r"(?P<module>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\.(?P<name>[^\W\d]\w*)")
_PLAIN = (str, int, float, bool, type(None))


class Exchange:
    def __init__(self, package):
        self._package = package
        self._move = importlib.import_module(package).Move

    # -- which classes there are

    def _find(self, name):
        """The class with this full name, if it is a kind of step; ValueError otherwise."""
        match = _TYPE.fullmatch(name) if isinstance(name, str) else None
        if match is None:
            raise ValueError(f"{name!r} is no kind of step")
        module_name = match["module"]
        if module_name != self._package and not module_name.startswith(self._package + "."):
            raise ValueError(f"{name!r} is not from the package {self._package}")
        try:
            module = importlib.import_module(module_name)
            kind = getattr(module, match["name"])
        except (ImportError, AttributeError) as error:
            raise ValueError(f"there is no {name!r}") from error
        if not self._is_kind(kind) or kind.__module__ != module_name:
            raise ValueError(f"{name!r} is no kind of step")
        return kind

    def _is_kind(self, kind):
        # not `issubclass`, which a metaclass could answer as it likes
        return isinstance(kind, type) and kind is not self._move and self._move in kind.__mro__

    # -- reading

    def load(self, text):
        try:
            show = json.loads(text)
        except RecursionError:
            raise ValueError("the show is nested too deeply") from None
        if not isinstance(show, list) or not all(isinstance(step, dict) for step in show):
            raise ValueError("a show is a list of steps")
        return [self._value(step) for step in show]

    def _value(self, written):
        if isinstance(written, list):
            return [self._value(item) for item in written]
        if isinstance(written, dict):
            attributes = dict(written)
            kind = self._find(attributes.pop("type", None))
            return kind(**{key: self._value(item) for key, item in attributes.items()})
        return written

    # -- writing

    def dump(self, steps):
        return json.dumps([self._step(step) for step in steps])

    def _step(self, step):
        kind = type(step)
        if not self._is_kind(kind):
            raise ValueError(f"{step!r} is no step")
        written = {"type": f"{kind.__module__}.{kind.__qualname__}"}
        written.update((key, self._plain(item)) for key, item in vars(step).items())
        return written

    def _plain(self, value):
        if isinstance(value, list):
            return [self._plain(item) for item in value]
        return value if isinstance(value, _PLAIN) else self._step(value)
