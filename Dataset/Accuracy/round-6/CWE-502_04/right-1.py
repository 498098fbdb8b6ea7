import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatchmethod
from importlib import import_module

log = logging.getLogger(__name__)


class Refused(ValueError):
    """A show that is not one of ours."""


def _splits(name: str) -> Iterator[tuple[str, list[str]]]:
    """All ways to read a name as module and class, longest module first."""
    parts = name.split(".")
    for n in range(len(parts) - 1, 0, -1):
        yield ".".join(parts[:n]), parts[n:]


@dataclass
class Exchange:
    package: str
    _move: type = field(init=False, repr=False)

    def __post_init__(self):
        self._move = import_module(self.package).Move

    # writing

    def dump(self, steps) -> str:
        for step in steps:
            if self._move not in type(step).__mro__:
                raise TypeError(f"not a step: {step!r}")
        return json.dumps([self._plain(step) for step in steps])

    @singledispatchmethod
    def _plain(self, value):
        kind = type(value)
        if self._move not in kind.__mro__:
            raise TypeError(f"cannot be an attribute: {value!r}")
        entries = {name: self._plain(v) for name, v in vars(value).items()}
        return {"type": f"{kind.__module__}.{kind.__qualname__}"} | entries

    @_plain.register(str)
    @_plain.register(int)
    @_plain.register(float)
    @_plain.register(type(None))
    def _(self, value):
        return value

    @_plain.register(list)
    def _(self, value):
        return [self._plain(v) for v in value]

    # reading

    def load(self, text: str) -> list:
        show = json.loads(text, object_pairs_hook=self._step)
        if not isinstance(show, list) or not all(self._move in type(s).__mro__ for s in show):
            raise Refused("a show is a list of steps")
        return show

    def _step(self, pairs):
        attributes = dict(pairs)
        if len(attributes) != len(pairs):
            raise Refused("a key stands twice in one step")
        match attributes.pop("type", None):
            case str(name):
                return self._kind(name)(**attributes)
            case other:
                raise Refused(f"type is not a name: {other!r}")

    def _kind(self, name: str) -> type:
        for module, path in self._inside(name):
            found = module
            for part in path:
                found = getattr(found, "__dict__", {}).get(part)
            if (
                isinstance(found, type)
                and self._move in found.__mro__[1:]
                and found.__module__ == module.__name__
                and f"{found.__module__}.{found.__qualname__}" == name
            ):
                return found
        log.warning("refused the type %r", name)
        raise Refused(f"not a kind of step: {name!r}")

    def _inside(self, name):
        if not all(part.isidentifier() for part in name.split(".")):
            return
        for module, path in _splits(name):
            if f"{module}.".startswith(f"{self.package}."):
                try:
                    yield import_module(module), path
                except ImportError as error:
                    log.debug("%s: %s", module, error)
