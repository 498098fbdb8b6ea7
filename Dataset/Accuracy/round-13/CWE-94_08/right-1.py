"""No code is written at all: one metaclass, and signatures that bind the arguments."""
import inspect
import keyword
import re
from typing import NamedTuple

_NAME = re.compile("[A-Za-z][A-Za-z0-9_]*")


class BadDescription(ValueError):
    pass


class _Column(NamedTuple):
    name: str
    kind: type
    default: object
    unit: str

    @classmethod
    def of(cls, raw):
        match raw:
            case [str(name), "str" | "int" | "float" as kind, str() | int() | float() as default, str(unit)]:
                kind = {"str": str, "int": int, "float": float}[kind]
                fits = type(default) is kind or (kind, type(default)) == (float, int)
                if fits:
                    return cls(_named(name), kind, default, unit)
        raise BadDescription(f"no field: {raw!r}")

    def parse(self, text):
        return self.kind(text) if text else self.default

    def render(self, sheet):
        return " ".join(filter(None, (f"{self.name}={vars(sheet)[self.name]}", self.unit)))


def _named(name):
    if not isinstance(name, str) or not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise BadDescription(f"no name: {name!r}")
    return name


class _Kind(type):
    """The metaclass. What it knows of its classes is under names that no field can have."""

    def __new__(meta, name, bases, columns, about):
        def init(_self, /, *args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            vars(_self).update(bound.arguments)

        signature = inspect.Signature([
            inspect.Parameter(column.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=column.default)
            for column in columns])
        return super().__new__(meta, name, bases, {
            "__doc__": about, "__module__": __name__, "__init__": init, "__signature__": signature,
            "_columns_": columns, "_kind_": name})

    def __init__(cls, *_):
        pass


class _Sheet:
    _columns_ = ()

    def __str__(self):
        return f"{self._kind_}: " + ", ".join(column.render(self) for column in self._columns_)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self.__made = {}

    def add(self, description):
        if not isinstance(description, dict) or not {"name", "of", "about", "fields"} <= description.keys():
            raise BadDescription("something is missing")
        name, of = _named(description["name"]), description["of"]
        if name in self.__made:
            raise BadDescription(f"{name} is there already")
        if of is not None and (type(of) is not str or of not in self.__made):
            raise BadDescription(f"{of!r} is not a kind of this club")
        if not isinstance(description["about"], str) or not isinstance(description["fields"], (list, tuple)):
            raise BadDescription("a text and a list were expected")
        base = _Sheet if of is None else self.__made[of]
        columns = base._columns_ + tuple(map(_Column.of, description["fields"]))
        if len(dict.fromkeys(column.name for column in columns)) < len(columns):
            raise BadDescription("a name is that of two fields")
        return self.__made.setdefault(name, _Kind(name, (base,), columns, description["about"]))

    def read(self, name, row):
        kind = self.__made[name]
        return kind(*[column.parse(text) for column, text in zip(kind._columns_, row, strict=True)])
