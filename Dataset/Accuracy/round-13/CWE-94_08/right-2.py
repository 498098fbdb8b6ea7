"""The kinds are dataclasses, made by `dataclasses.make_dataclass` from names that have been checked."""
import collections
import dataclasses
import keyword
import string

_FIRST = frozenset(string.ascii_letters)
_OTHER = _FIRST | set(string.digits) | {"_"}
_TYPES = collections.OrderedDict(str=str, int=int, float=float)


def _check(good, message):
    if not good:
        raise ValueError(message)


def _is_name(text):
    return type(text) is str and text[:1] in _FIRST and _OTHER.issuperset(text) and not keyword.iskeyword(text)


def _fields(entries):
    _check(type(entries) is list, "the fields are no list")
    for entry in entries:
        _check(type(entry) is list and len(entry) == 4, "a field has a name, a type, a default and a unit")
        name, kind, default, unit = entry
        _check(_is_name(name), "a field's name is made of other signs")
        _check(type(kind) is str and kind in _TYPES, "a field has one of three types")
        _check(type(default) is _TYPES[kind] or (type(default) is int and kind == "float"), "not of that type")
        _check(type(unit) is str, "a unit is a text")
        yield name, object, dataclasses.field(default=default, metadata={"type": _TYPES[kind], "unit": unit})


def _text(sheet):
    def parts():
        for field in dataclasses.fields(sheet):
            yield "".join([field.name, "=", str(getattr(sheet, field.name)), *(
                (" ", field.metadata["unit"]) if field.metadata["unit"] else ())])
    return sheet.__class__.__name__ + ": " + ", ".join(parts())


class Kinds(object):
    """The kinds of sheets of one club."""

    def __init__(self):
        self._by_name = collections.ChainMap()

    def add(self, description):
        _check(type(description) is dict, "no description")
        name, of, about = map(description.get, ("name", "of", "about"))
        _check(_is_name(name), "the kind's name is made of other signs")
        _check(name not in self._by_name, "there is such a kind")
        _check(of is None or type(of) is str and of in self._by_name, "no kind of this club")
        _check(type(about) is str, "no text about it")
        own = list(_fields(description.get("fields")))
        bases = () if of is None else (self._by_name[of],)
        names = [field.name for base in bases for field in dataclasses.fields(base)] + [field[0] for field in own]
        _check(max(collections.Counter(names).values(), default=1) == 1, "two fields of the same name")
        made = dataclasses.make_dataclass(
            name, own, bases=bases, eq=False, repr=False, namespace={"__doc__": about, "__str__": _text})
        self._by_name[name] = made
        return made

    def read(self, name, row):
        made = self._by_name[name]
        fields = dataclasses.fields(made)
        _check(len(row) == len(fields), "a row has one text for each field")
        values = {}
        for field, text in zip(fields, row):
            if text:
                values[field.name] = field.metadata["type"](text)
        return made(**values)
