import keyword
import re

NAME = re.compile("[A-Za-z][A-Za-z0-9_]*")
TYPES = {"str": str, "int": int, "float": float}


class Sheet:
    """What all kinds have; `described` are name, default and unit of each field."""

    described = ()

    def __init__(self, *values, **named):
        names = [name for name, _, _ in self.described]
        if len(values) > len(names):
            raise TypeError("so many fields there are not")
        for name, default, _ in self.described:
            vars(self)[name] = default
        given = dict(zip(names, values))
        for name in named:
            if name in given or name not in names:
                raise TypeError(f"no field, or given twice: {name}")
        vars(self).update(given, **named)

    def __str__(self):
        shown = (f"{name}={vars(self)[name]}" + (f" {unit}" if unit else "") for name, _, unit in self.described)
        return f"{type(self).__name__}: " + ", ".join(shown)


class Kinds:
    def __init__(self):
        self._kinds = {}

    def add(self, description):
        name, of, fields = description["name"], description["of"], description["fields"]
        for one in (name, *(field[0] for field in fields)):
            if not isinstance(one, str) or not NAME.fullmatch(one) or keyword.iskeyword(one):
                raise ValueError(f"no name: {one!r}")
        if name in self._kinds or (of is not None and of not in self._kinds):
            raise ValueError("there is such a kind, or not the one of which it is")
        if any(kind not in TYPES for _, kind, _, _ in fields):
            raise ValueError("an unknown type")
        base, types = self._kinds[of] if of is not None else (Sheet, [])
        described = [*base.described, *((field, default, unit) for field, _, default, unit in fields)]
        made = type(name, (base,), {"__doc__": description["about"], "described": described})
        self._kinds[name] = made, [*types, *(TYPES[kind] for _, kind, _, _ in fields)]
        return made

    def read(self, name, row):
        made, types = self._kinds[name]
        given = {
            field: kind(text)
            for (field, _, _), kind, text in zip(made.described, types, row, strict=True)
            if text
        }
        return made(**given)
