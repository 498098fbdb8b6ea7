import keyword
import math
import re
from dataclasses import dataclass

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*")
TYPES = {"str": str, "int": int, "float": float}


def check_name(name):
    if not isinstance(name, str) or not NAME.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError("not a name")


def check_default(kind, default):
    allowed = (int, float) if kind == "float" else TYPES[kind]
    if isinstance(default, bool) or not isinstance(default, allowed):
        raise ValueError("not a default of this type")


class Kinds:
    def __init__(self):
        self._kinds = {}    # name -> (class, fields)

    def add(self, description):
        name, of, about = description["name"], description["of"], description["about"]
        check_name(name)
        if name in self._kinds:
            raise ValueError("there is such a kind")
        base, fields = object, []
        if of is not None:
            if not isinstance(of, str) or of not in self._kinds:
                raise ValueError("no kind of this club")
            base, fields = self._kinds[of][0], list(self._kinds[of][1])
        if not isinstance(about, str):
            raise ValueError("about is no text")
        seen = {field[0] for field in fields}
        # the class is a dataclass; all that stands in its source is a name that
        # was checked, or the repr of a value
        source = [f"class {name}(__base__):", f"    {about!r}"]
        for field, kind, default, unit in description["fields"]:
            check_name(field)
            if field in seen:
                raise ValueError("two fields of one name")
            if not isinstance(kind, str) or kind not in TYPES:
                raise ValueError("no such type")
            check_default(kind, default)
            if not isinstance(unit, str):
                raise ValueError("unit is no text")
            seen.add(field)
            fields.append((field, kind, unit))
            source.append(f"    {field}: 0 = {default!r}")
        # repr of a float may be inf or nan
        space = {"__builtins__": {"__build_class__": __build_class__}, "__name__": __name__,
                 "__base__": base, "inf": math.inf, "nan": math.nan}
        exec("\n".join(source), space)
        cls = dataclass(repr=False, eq=False)(space[name])

        def show(self):
            return f"{name}: " + ", ".join(
                f"{field}={self.__dict__[field]}" + (" " + unit if unit else "")
                for field, _, unit in fields)

        cls.__doc__ = about
        cls.__str__ = show
        self._kinds[name] = (cls, fields)
        return cls

    def read(self, name, row):
        cls, fields = self._kinds[name]
        if len(row) != len(fields):
            raise ValueError("one text for each field")
        return cls(**{field: TYPES[kind](text)
                      for (field, kind, _), text in zip(fields, row) if text != ""})
