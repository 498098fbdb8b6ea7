import keyword
import re

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*")
_TYPES = {"str": str, "int": int, "float": float}


def _check_name(name):
    if not isinstance(name, str) or not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError("not a name")


def _field(entry):
    """Name, type, default and unit of a field."""
    if not isinstance(entry, (list, tuple)) or len(entry) != 4:
        raise ValueError("not a field")
    name, kind, default, unit = entry
    _check_name(name)
    if not isinstance(kind, str) or kind not in _TYPES:
        raise ValueError("not a type")
    kind = _TYPES[kind]
    if type(default) is not kind and not (kind is float and type(default) is int):
        raise ValueError("not a default of this type")
    if not isinstance(unit, str):
        raise ValueError("not a unit")
    return name, kind, default, unit


class _Sheet:
    _fields = ()

    def __init__(self, /, *values, **named):
        fields = type(self)._fields
        if len(values) > len(fields):
            raise TypeError("too many values")
        given = dict(zip((field[0] for field in fields), values))
        for name, value in named.items():
            if name in given or all(name != field[0] for field in fields):
                raise TypeError(f"unexpected value: {name}")
            given[name] = value
        for name, _, default, _ in fields:
            vars(self)[name] = given.get(name, default)

    def __str__(self):
        values = vars(self)
        return type(self).__name__ + ": " + ", ".join(
            f"{name}={values[name]}" + (" " + unit if unit else "")
            for name, _, _, unit in type(self)._fields)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}
        self._fields = {}  # of each kind, with those of the kind that it is made of

    def add(self, description):
        name, of, about = (description[key] for key in ("name", "of", "about"))
        _check_name(name)
        if name in self._kinds:
            raise ValueError("a kind of this name is there")
        if of is not None and (not isinstance(of, str) or of not in self._fields):
            raise ValueError("not a kind of this club")
        if not isinstance(about, str):
            raise ValueError("not a text")
        fields = self._fields[name] = list(self._fields.get(of, ()))
        for entry in description["fields"]:
            field = _field(entry)
            if any(field[0] == other[0] for other in fields):
                raise ValueError("two fields with one name")
            fields.append(field)
        cls = type(name, (self._kinds.get(of, _Sheet),),
                   {"__doc__": about, "__module__": "kinds", "_fields": tuple(fields)})
        self._kinds[name] = cls
        return cls

    def read(self, name, row):
        cls = self._kinds[name]
        if len(row) != len(cls._fields):
            raise ValueError("one text for each field")
        return cls(**{field: kind(text) for (field, kind, _, _), text in zip(cls._fields, row)
                      if text != ""})
