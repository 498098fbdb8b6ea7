import keyword
import re

NAME = re.compile("[A-Za-z][A-Za-z0-9_]*")
TYPES = {"str": str, "int": int, "float": float}
SOURCE = """
class <name>(base):
    <about>
    def __init__(self, <parameters>):
        own = dict(locals())
        vars(self).update((one, own[one]) for one in units)

    def __str__(self):
        return "<name>: " + ", ".join(f"{one}={vars(self)[one]}" + (units[one] and " " + units[one]) for one in units)
"""


class Kinds:
    def __init__(self):
        self._kinds = {}

    def add(self, description):
        name, of = description["name"], description["of"]
        if of is not None and of not in self._kinds:
            raise ValueError("not a kind of this club")
        base, fields = self._kinds[of] if of is not None else (object, [])
        fields = [*fields, *description["fields"]]
        for one in (name, *(field[0] for field in fields)):
            if not isinstance(one, str) or not NAME.fullmatch(one) or keyword.iskeyword(one):
                raise ValueError(f"no name: {one!r}")
        if name in self._kinds or not all(kind in TYPES for _, kind, _, _ in fields):
            raise ValueError("there is such a kind, or no such type")
        source = SOURCE.replace("<name>", name).replace("<about>", repr(description["about"]))
        source = source.replace("<parameters>", ", ".join(f"{field}={default!r}" for field, _, default, _ in fields))
        space = {"base": base, "units": {field: unit for field, _, _, unit in fields}}
        exec(source, space)
        self._kinds[name] = space[name], fields
        return space[name]

    def read(self, name, row):
        made, fields = self._kinds[name]
        return made(**{field: TYPES[kind](text) for (field, kind, _, _), text in zip(fields, row) if text})
