import dataclasses
import re

READ = {"str": lambda text: text, "int": int, "float": float}


class Kinds:
    def __init__(self):
        self._made = {}

    def add(self, description):
        name, of = description["name"], description["of"]
        if not re.fullmatch(r"(?a:[A-Za-z]\w*)", name):
            raise ValueError(f"{name!r} is no name")
        if name in self._made or not (of is None or of in self._made):
            raise ValueError("no new kind, or of an unknown one")
        fields = []
        for field, kind, default, unit in description["fields"]:
            if not re.fullmatch(r"(?a:[A-Za-z]\w*)", field) or kind not in READ:
                raise ValueError(f"{field!r} of the type {kind!r} is no field")
            # The type is a word for `read` only: annotations are never worked out here.
            fields.append((field, object, dataclasses.field(default=default, metadata={"unit": unit, "read": READ[kind]})))
        bases = (self._made[of],) if of is not None else ()
        # Raises a TypeError for keywords, and for two fields of one name.
        try:
            made = dataclasses.make_dataclass(name, fields, bases=bases, repr=False, eq=False, namespace={"__str__": shown, "__doc__": description["about"]})
        except TypeError as error:
            raise ValueError(str(error)) from error
        self._made[name] = made
        return made

    def read(self, name, row):
        made = self._made[name]
        given = {one.name: one.metadata["read"](text) for one, text in zip(dataclasses.fields(made), row) if text}
        return made(**given)


def shown(sheet):
    parts = []
    for one in dataclasses.fields(sheet):
        unit = one.metadata["unit"]
        parts.append(f"{one.name}={getattr(sheet, one.name)}{' ' if unit else ''}{unit}")
    return type(sheet).__name__ + ": " + ", ".join(parts)
