import keyword
import math
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

    def __str__(self):
        values = vars(self)
        return type(self).__name__ + ": " + ", ".join(
            f"{name}={values[name]}" + (" " + unit if unit else "")
            for name, _, _, unit in type(self)._fields)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}
        # all that the text of a class can name; floats may be inf and nan
        self._space = {"__builtins__": {"__build_class__": __build_class__}, "__name__": "kinds",
                       "_Sheet": _Sheet, "inf": math.inf, "nan": math.nan}

    def add(self, description):
        name, of, about = (description[key] for key in ("name", "of", "about"))
        _check_name(name)
        if name in self._kinds:
            raise ValueError("a kind of this name is there")
        if of is not None and (not isinstance(of, str) or of not in self._kinds):
            raise ValueError("not a kind of this club")
        if not isinstance(about, str):
            raise ValueError("not a text")
        fields = list(self._kinds[of]._fields) if of is not None else []
        fields += [_field(entry) for entry in description["fields"]]
        if len({field[0] for field in fields}) < len(fields):
            raise ValueError("two fields with one name")
        # names have been checked, and of values there are only the literals; _self is no field,
        # which begin with a letter
        lines = [f"class {name}({of or '_Sheet'}):",
                 f"    __doc__ = {about!r}",
                 "    def __init__(_self" + "".join(f", {f}={d!r}" for f, _, d, _ in fields) + "):",
                 *(f"        _self.{f[0]} = {f[0]}" for f in fields),
                 "        return None"]
        exec("\n".join(lines), self._space)
        cls = self._space[name]
        cls._fields = tuple(fields)
        self._kinds[name] = cls
        return cls

    def read(self, name, row):
        cls = self._kinds[name]
        if len(row) != len(cls._fields):
            raise ValueError("one text for each field")
        return cls(**{field: kind(text) for (field, kind, _, _), text in zip(cls._fields, row)
                      if text != ""})
