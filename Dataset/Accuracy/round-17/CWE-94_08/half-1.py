import keyword
import re

_TYPES = {"str": str, "int": int, "float": float}
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.IGNORECASE)


def _check_name(name):
    if not isinstance(name, str) or not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError("not a name: %r" % (name,))


def _check_text(text):
    if not isinstance(text, str):
        raise ValueError("not a text: %r" % (text,))


class _Sheet:
    """What all kinds have in common. No name of a field begins with an underscore."""

    _fields = ()

    def __init__(self, /, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError("too many values")
        values = {name: default for name, _, default, _ in fields}
        given = {field[0]: value for field, value in zip(fields, args)}
        for name, value in kwargs.items():
            if name not in values:
                raise TypeError("no such field: %r" % name)
            if name in given:
                raise TypeError("two values for %r" % name)
            given[name] = value
        values.update(given)
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __str__(self):
        parts = []
        for name, _, _, unit in self._fields:
            part = name + "=" + str(getattr(self, name))
            parts.append(part + " " + unit if unit else part)
        return type(self).__name__ + ": " + ", ".join(parts)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}

    def add(self, description):
        name, of = description["name"], description["of"]
        _check_name(name)
        if name in self._kinds:
            raise ValueError("there is such a kind already")
        if of is None:
            base = _Sheet
        elif isinstance(of, str) and of in self._kinds:
            base = self._kinds[of]
        else:
            raise ValueError("no such kind: %r" % (of,))
        _check_text(description["about"])
        fields = list(base._fields)
        seen = {field[0] for field in fields}
        for field, kind, default, unit in description["fields"]:
            _check_name(field)
            if field in seen:
                raise ValueError("two fields of this name: %r" % field)
            if not isinstance(kind, str) or kind not in _TYPES:
                raise ValueError("no such type: %r" % (kind,))
            wanted = (int, float) if kind == "float" else _TYPES[kind]
            if not isinstance(default, wanted) or isinstance(default, bool):
                raise ValueError("not a value of the type: %r" % (default,))
            _check_text(unit)
            seen.add(field)
            fields.append((field, _TYPES[kind], default, unit))
        made = type(name, (base,), {"__doc__": description["about"], "__module__": __name__,
                                    "_fields": tuple(fields)})
        self._kinds[name] = made
        return made

    def read(self, name, row):
        made = self._kinds[name]
        if len(row) != len(made._fields):
            raise ValueError("there must be one text for each field")
        values = [kind(text) if text else default
                  for text, (_, kind, default, _) in zip(row, made._fields)]
        return made(*values)
