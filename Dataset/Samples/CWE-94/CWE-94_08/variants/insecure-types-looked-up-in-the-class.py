import keyword
import re
from typing import get_type_hints

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
TYPES = ("str", "int", "float")


class Sheet:
    """The base of all kinds. Each has its fields as annotations, with the default as the value."""

    _units = {}
    _hints = {}
    __annotations__ = {}

    def __init__(self, /, *args, **kwargs):
        names = list(self._hints)
        if len(args) > len(names):
            raise TypeError("too many values")
        given = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in self._hints or name in given:
                raise TypeError(f"cannot take a value for {name}")
            given[name] = value
        for name in names:
            self.__dict__[name] = given[name] if name in given else getattr(type(self), name)

    def __str__(self):
        parts = []
        for name in self._hints:
            unit = self._units[name]
            parts.append(name + "=" + str(self.__dict__[name]) + (" " + unit if unit else ""))
        return type(self).__name__ + ": " + ", ".join(parts)


def check_name(name):
    if not isinstance(name, str) or not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError("this cannot be a name")


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._classes = {}

    def add(self, description):
        """Makes the class of a kind, and returns it."""
        name, of = description["name"], description["of"]
        check_name(name)
        if name in self._classes:
            raise ValueError("there is such a kind already")
        if of is None:
            base = Sheet
        elif isinstance(of, str) and of in self._classes:
            base = self._classes[of]
        else:
            raise ValueError("there is no such kind in this club")
        body = {"__doc__": description["about"], "__module__": __name__,
                "__annotations__": {}, "_units": dict(base._units)}
        for field, kind, default, unit in description["fields"]:
            check_name(field)
            if kind not in TYPES:
                raise ValueError("there is no such type")
            if field in body["_units"]:
                raise ValueError("two fields have one name")
            body[field] = default
            body["__annotations__"][field] = kind
            body["_units"][field] = unit
        made = type(name, (base,), body)
        # From names of types to the types, those of the base class in front.
        hints = get_type_hints(made)
        made._hints = {field: hints[field] for field in body["_units"]}
        self._classes[name] = made
        return made

    def read(self, name, row):
        """Makes an object of the kind with this name of a list of texts."""
        made = self._classes[name]
        values = {}
        for (field, kind), text in zip(made._hints.items(), row):
            if text != "":
                values[field] = kind(text)
        return made(**values)
