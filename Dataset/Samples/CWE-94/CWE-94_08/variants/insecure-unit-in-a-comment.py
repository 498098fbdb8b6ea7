"""Makes Python classes of the descriptions of kinds of sheets.

A class is written as source, so that `help` and the viewer's signatures show what was described; nothing of a
description but its names gets into the code: texts and defaults are handed over as values.
"""
import keyword
import re

TYPES = {"str": str, "int": int, "float": float}
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*")

HEAD = """\
class {name}(_base):
    __doc__ = _about

    def __init__(
        _self,
{parameters}
    ):
{body}
"""


def _name(name):
    if not isinstance(name, str) or not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError(f"no name: {name!r}")
    return name


def _line(text):
    if not isinstance(text, str) or "\n" in text:
        raise ValueError("a text of one line was expected")
    return text


def _default(kind, value):
    if type(value) is not TYPES[kind] and not (kind == "float" and type(value) is int):
        raise ValueError(f"{value!r} is no {kind}")
    return value


class Sheet:
    _name, _fields = "Sheet", ()

    def __str__(self):
        shown = []
        for name, _, _, unit in self._fields:
            value = str(getattr(self, name))
            shown.append(f"{name}={value} {unit}" if unit else f"{name}={value}")
        return self._name + ": " + ", ".join(shown)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}

    def add(self, description):
        name = _name(description["name"])
        if name in self._kinds:
            raise ValueError(f"there is a kind {name}")
        base = self._base(description["of"])
        about = _line(description["about"])
        fields = list(base._fields)
        for field, kind, default, unit in description["fields"]:
            if not isinstance(kind, str) or kind not in TYPES:
                raise ValueError(f"no type: {kind!r}")
            fields.append((_name(field), kind, _default(kind, default), _line(unit)))
        names = [field[0] for field in fields]
        if len(set(names)) < len(names):
            raise ValueError("two fields of one name")

        source = HEAD.format(
            name=name,
            parameters="\n".join(
                f"        {field}=_defaults[{number}],  # {kind}{', in ' + unit if unit else ''}"
                for number, (field, kind, _, unit) in enumerate(fields)),
            body="\n".join(f"        _self.{field} = {field}" for field in names) or "        pass")
        scope = {"__name__": "sheets", "_base": base, "_about": about,
                 "_defaults": [field[2] for field in fields]}
        exec(compile(source, f"<sheet {name}>", "exec"), scope)
        made = scope[name]
        made._name, made._fields = name, tuple(fields)
        self._kinds[name] = made
        return made

    def _base(self, of):
        if of is None:
            return Sheet
        if not isinstance(of, str) or of not in self._kinds:
            raise ValueError(f"no kind of this club: {of!r}")
        return self._kinds[of]

    def read(self, name, row):
        made = self._kinds[name]
        if len(row) != len(made._fields):
            raise ValueError("one text for each field, please")
        return made(*(TYPES[kind](text) if text else default
                      for text, (_, kind, default, _) in zip(row, made._fields)))
