import keyword
import math
import re

_TYPES = {"str": str, "int": int, "float": float}


def _named(name):
    if not isinstance(name, str) or not re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name) \
            or keyword.iskeyword(name):
        raise ValueError(f"not a name: {name!r}")
    return name


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._kinds = {}        # name -> (class, all fields)

    def add(self, description):
        """Makes the class of a kind, and returns it."""
        name, of = _named(description["name"]), description["of"]
        if name in self._kinds:
            raise ValueError(f"there is a kind {name} already")
        fields = []
        if of is not None:
            if not isinstance(of, str) or of not in self._kinds:
                raise ValueError("there is no such kind")
            fields.extend(self._kinds[of][1])
        for field, kind, default, unit in description["fields"]:
            if not isinstance(kind, str) or kind not in _TYPES:
                raise ValueError("a field is a str, an int or a float")
            allowed = (int, float) if kind == "float" else _TYPES[kind]
            if not isinstance(default, allowed) or not isinstance(unit, str):
                raise ValueError("the default or the unit is none")
            fields.append((_named(field), kind, default, unit))
        if len({field[0] for field in fields}) != len(fields):
            raise ValueError("two fields have the same name")

        # Real methods with real parameters, so that wrong calls get Python's own messages. Only
        # names that were looked at stand in the source, and all else as its repr.
        parameters = "".join(f", {field}={default!r}" for field, _, default, _ in fields)
        lines = [f"class {name}({of or ''}):",
                 f"    {str(description['about'])!r}",
                 f"    def __init__(_self, /{parameters}):"]
        lines += [f"        _self.{field} = {field}" for field, *_ in fields] or ["        pass"]
        shown, before = [], f"{name}: "
        for field, _, _, unit in fields:
            shown += [repr(f"{before}{field}="), f'f"{{_self.{field}}}"']
            before = f" {unit}, " if unit else ", "
        shown.append(repr(before[:-2] if fields else before))
        lines += ["    def __str__(_self):", f"        return {' '.join(shown)}"]

        # inf and nan are what the repr of such a float reads like.
        space = {"__name__": "kinds", "inf": math.inf, "nan": math.nan}
        space.update((other, made[0]) for other, made in self._kinds.items())
        exec("\n".join(lines), space)
        self._kinds[name] = (space[name], fields)
        return space[name]

    def read(self, name, row):
        """Makes an object of the kind with this name of a list of texts."""
        made, fields = self._kinds[name]
        values = [default if text == "" else _TYPES[kind](text)
                  for text, (_, kind, default, _) in zip(row, fields, strict=True)]
        return made(*values)
