"""Classes for the sheets of geology clubs, made of descriptions."""
from keyword import iskeyword
from re import fullmatch

READERS = {"str": str, "int": int, "float": float}
KIND = "{_kind}"        # no field begins with _


def _named(name):
    if not isinstance(name, str) or not fullmatch("[a-zA-Z][a-zA-Z0-9_]*", name) or iskeyword(name):
        raise ValueError(f"{name!r} cannot be a name")
    return name


def _verbatim(text):
    """The text as a piece of a pattern for `str.format`."""
    return text.replace("{", "{{").replace("}", "}}")


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}        # name: (class, fields, pattern)

    def add(self, description):
        name = _named(description["name"])
        if name in self._kinds:
            raise ValueError(f"{name} has been added before")
        if description["of"] is None:
            base, fields, pattern = object, {}, ""
        else:
            if not isinstance(description["of"], str) or description["of"] not in self._kinds:
                raise ValueError("it is of a kind that there is not")
            base, fields, pattern = self._kinds[description["of"]]
        fields = dict(fields)
        for field, reader, default, unit in description["fields"]:
            if _named(field) in fields:
                raise ValueError(f"{field} is there twice")
            if not isinstance(reader, str) or reader not in READERS:
                raise ValueError(f"{reader!r} is no type")
            fields[field] = (READERS[reader], default)
            # A kind begins with the pattern of the one that it is of.
            pattern += (", " if pattern else KIND + ": ") + f"{field}={{{field}}}"
            if unit:
                pattern += " " + _verbatim(unit)
        kind = self._make(name, base, fields, pattern or KIND + ": ", description["about"])
        self._kinds[name] = (kind, fields, pattern)
        return kind

    @staticmethod
    def _make(name, base, fields, pattern, about):
        pattern = pattern.replace(KIND, name)
        order = tuple(fields)

        def __init__(self, /, *values, **named):
            if len(values) > len(order):
                raise TypeError(f"{name} has {len(order)} fields")
            given = dict(zip(order, values))
            for field, value in named.items():
                if field in given or field not in fields:
                    raise TypeError(f"{name} cannot take {field}")
                given[field] = value
            for field, (_, default) in fields.items():
                setattr(self, field, given.get(field, default))

        def __str__(self):
            # as texts, so that a pattern gets at nothing but them
            return pattern.format_map({field: str(getattr(self, field)) for field in order})

        return type(name, (base,), {"__doc__": about, "__module__": __name__,
                                    "__init__": __init__, "__str__": __str__})

    def read(self, name, row):
        kind, fields, _ = self._kinds[name]
        if len(row) != len(fields):
            raise ValueError(f"{name} has {len(fields)} fields")
        return kind(**{field: reader(text)
                       for (field, (reader, _)), text in zip(fields.items(), row) if text})
