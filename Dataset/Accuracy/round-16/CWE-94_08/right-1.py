"""Classes out of descriptions: a metaclass that keeps a signature, and no source anywhere."""
import inspect
import keyword
import string
from collections import OrderedDict
from types import MappingProxyType, new_class

START = set(string.ascii_letters)
SIGNS = START | set(string.digits) | {"_"}
READERS = MappingProxyType({"str": str, "int": int, "float": float})


class BadDescription(ValueError):
    pass


class _Field:
    __slots__ = "name", "reader", "default", "unit"

    def __init__(self, name, kind, default, unit):
        if type(kind) is not str or kind not in READERS:
            raise BadDescription("type")
        self.name, self.reader = _name(name), READERS[kind]
        self.default, self.unit = default, unit

    def shown(self, value):
        yield self.name
        yield "="
        yield str(value)
        if self.unit:
            yield " "
            yield self.unit


def _name(name):
    if type(name) is not str or name[:1] not in START or not SIGNS.issuperset(name) \
            or keyword.iskeyword(name):
        raise BadDescription("name")
    return name


class _Kind(type):
    """The class of the classes; what belongs to a kind lies here and not among its attributes."""

    def __init__(cls, title, bases, body, *, fields):
        super().__init__(title, bases, body)
        signature = inspect.Signature(
            inspect.Parameter(field.name, inspect.Parameter.POSITIONAL_OR_KEYWORD,
                              default=field.default) for field in fields)

        def __init__(*values, **named):
            sheet, *rest = values
            bound = signature.bind(*rest, **named)
            bound.apply_defaults()
            vars(sheet).update(bound.arguments)

        def __str__(sheet):
            mine = vars(sheet)
            return title + ": " + ", ".join(
                "".join(field.shown(mine[field.name])) for field in fields)

        cls.__init__, cls.__str__ = __init__, __str__

    def __new__(meta, title, bases, body, *, fields):
        return super().__new__(meta, title, bases, body)


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self.__all = OrderedDict()

    def add(self, description):
        title, of = _name(description["name"]), description["of"]
        if title in self.__all:
            raise BadDescription("there is one")
        bases, fields = (), []
        if of is not None:
            if type(of) is not str or of not in self.__all:
                raise BadDescription("of")
            base, above = self.__all[of]
            bases, fields = (base,), [*above]
        for entry in description["fields"]:
            field = _Field(*entry)
            if any(field.name == other.name for other in fields):
                raise BadDescription("twice")
            fields.append(field)
        cls = new_class(title, bases, {"metaclass": _Kind, "fields": tuple(fields)},
                        lambda body: body.update(__doc__=description["about"],
                                                 __module__="sheets"))
        self.__all[title] = cls, tuple(fields)
        return cls

    def read(self, name, row):
        cls, fields = self.__all[name]
        return cls(*(field.reader(text) if text else field.default
                     for field, text in zip(fields, row, strict=True)))
