"""Classes for kinds of sheets, from descriptions in JSON."""
import keyword
import math
import re

_READ = {"str": str, "int": int, "float": float}


class Field:
    def __init__(self, name, kind, default, unit):
        if not is_name(name):
            raise ValueError("the name of a field")
        if not (isinstance(kind, str) and kind in _READ):
            raise ValueError("the type of a field")
        allowed = (float, int) if kind == "float" else (_READ[kind],)
        if type(default) not in allowed:        # just these: their repr is a literal
            raise ValueError("the default of a field")
        if not isinstance(unit, str):
            raise ValueError("the unit of a field")
        self.name, self.default, self.unit = name, default, unit
        self.read = _READ[kind]

    def show(self, sheet):
        return f"{self.name}={getattr(sheet, self.name)!s}" + (" " + self.unit if self.unit else "")


def is_name(text):
    return (isinstance(text, str) and re.fullmatch("[a-zA-Z][a-zA-Z0-9_]*", text) is not None
            and not keyword.iskeyword(text))


def _show(sheet):
    return f"{sheet._kind}: " + ", ".join(field.show(sheet) for field in sheet._all)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self._classes = {}

    def add(self, description):
        name, of, about = description["name"], description["of"], description["about"]
        if not is_name(name) or name in self._classes:
            raise ValueError("the name of a kind")
        if of is not None and not (isinstance(of, str) and of in self._classes):
            raise ValueError("not a kind of this club")
        if not isinstance(about, str):
            raise ValueError("the text about a kind")
        fields = list(self._classes[of]._all) if of is not None else []
        fields += [Field(*field) for field in description["fields"]]
        if len({field.name for field in fields}) != len(fields):
            raise ValueError("two fields have one name")

        # Only checked names and the literals of texts and numbers get into the source;
        # helpers have names that no kind and no field can have.
        parameters = "".join(f", {field.name}={field.default!r}" for field in fields)
        lines = [
            f"class {name}({of or ''}):",
            f"    {about!r}",
            f"    def __init__(_self{parameters}):",
            *(f"        _self.{field.name} = {field.name}" for field in fields),
            "        return None",
            "    __str__ = _show",
        ]
        # repr of floats that are not finite is `inf` or `nan`
        scope = {"inf": math.inf, "nan": math.nan, "_show": _show, "__name__": "kinds", **self._classes}
        exec("\n".join(lines), scope)
        made = scope[name]
        made._kind, made._all = name, fields
        self._classes[name] = made
        return made

    def read(self, name, row):
        made = self._classes[name]
        values = [field.read(text) if text != "" else field.default
                  for field, text in zip(made._all, row, strict=True)]
        return made(*values)
