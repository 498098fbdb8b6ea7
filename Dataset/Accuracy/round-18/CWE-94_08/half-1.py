"""Classes for the sheets of geology clubs, made of descriptions."""
import keyword
import re
import typing

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*")
TYPES = {"str": str, "int": int, "float": float}


class _Sheet:
    """What all kinds have in common. A class has its fields as annotations and
    its defaults as attributes, as it is usual in Python."""

    def __init__(self, /, *args, **kwargs):
        fields = list(typing.get_type_hints(type(self)))
        if len(args) > len(fields):
            raise TypeError("too many values")
        values = dict(zip(fields, args))
        for name, value in kwargs.items():
            if name not in fields or name in values:
                raise TypeError(f"unexpected value for {name!r}")
            values[name] = value
        for name in fields:
            setattr(self, name, values.get(name, getattr(type(self), name)))

    def __str__(self):
        parts = []
        for name in typing.get_type_hints(type(self)):
            unit = type(self).__units__[name]
            parts.append(f"{name}={getattr(self, name)}" + (f" {unit}" if unit else ""))
        return f"{type(self).__name__}: " + ", ".join(parts)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}

    @staticmethod
    def _check_name(name):
        if not isinstance(name, str) or not NAME.fullmatch(name) or keyword.iskeyword(name):
            raise ValueError(f"{name!r} is no name")

    def add(self, description):
        name, of = description["name"], description["of"]
        self._check_name(name)
        if name in self._kinds:
            raise ValueError(f"there is a kind {name} already")
        if of is None:
            base, units = _Sheet, {}
        elif isinstance(of, str) and of in self._kinds:
            base = self._kinds[of]
            units = dict(base.__units__)
        else:
            raise ValueError(f"there is no kind {of!r}")
        namespace = {"__doc__": str(description["about"]), "__module__": __name__,
                     "__units__": units, "__annotations__": {}}
        for field, type_name, default, unit in description["fields"]:
            self._check_name(field)
            if field in units:
                raise ValueError(f"there are two fields {field}")
            if not isinstance(type_name, str) or type_name not in TYPES:
                raise ValueError(f"{type_name!r} is no type")
            if type(default) is not TYPES[type_name] and not (
                    type_name == "float" and type(default) is int):
                raise ValueError(f"{default!r} is no {type_name}")
            units[field] = str(unit)
            namespace["__annotations__"][field] = type_name
            namespace[field] = default
        self._kinds[name] = kind = type(name, (base,), namespace)
        return kind

    def read(self, name, row):
        kind = self._kinds[name]
        hints = typing.get_type_hints(kind)
        if len(row) != len(hints):
            raise ValueError("this row has another number of fields")
        return kind(**{field: type_(text)
                       for (field, type_), text in zip(hints.items(), row) if text != ""})
