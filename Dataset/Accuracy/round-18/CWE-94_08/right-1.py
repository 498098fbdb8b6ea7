import inspect
import keyword
import string
import types
from typing import NamedTuple

FIRST = frozenset(string.ascii_letters)
OTHER = FIRST | frozenset(string.digits + "_")


class Field(NamedTuple):
    name: str
    type: type
    default: object
    unit: str

    def shown(self, value):
        return " ".join(filter(None, [f"{self.name}={value!s}", self.unit]))


class DescriptionError(ValueError):
    pass


class Meta(type):
    """Its classes know their fields, in a slot that no attribute of theirs hides."""

    known = {}

    def __call__(cls, /, *args, **kwargs):
        fields = Meta.known[cls]
        signature = inspect.Signature([
            inspect.Parameter(f.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=f.default)
            for f in fields])
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        made = object.__new__(cls)
        made.__dict__.update(bound.arguments)
        return made


def shown(self):
    values = vars(self)
    return f"{type(self).__name__}: " + ", ".join(
        field.shown(values[field.name]) for field in Meta.known[type(self)])


def name_of(value):
    match value:
        case str() if value and value[0] in FIRST and OTHER.issuperset(value) \
                and not keyword.iskeyword(value):
            return value
    raise DescriptionError("a name is made of other signs")


class Kinds:
    """The kinds of sheets of one club."""

    def __init__(self):
        self.__kinds = types.MappingProxyType({})

    def add(self, description):
        name = name_of(description["name"])
        if name in self.__kinds:
            raise DescriptionError("this kind is there")
        bases, fields = (), []
        match description["of"]:
            case None:
                pass
            case str(of) if of in self.__kinds:
                bases = (self.__kinds[of],)
                fields += Meta.known[self.__kinds[of]]
            case _:
                raise DescriptionError("`of` is no kind of this club")
        for field, kind, default, unit in description["fields"]:
            match kind:
                case "str":
                    reader = str
                case "int":
                    reader = int
                case "float":
                    reader = float
                case _:
                    raise DescriptionError("there are three types")
            if not isinstance(default, (str, int, float)) or isinstance(default, str) != (reader is str):
                raise DescriptionError("the default is of another type")
            fields.append(Field(name_of(field), reader, default, str(unit)))
        if len({field.name for field in fields}) < len(fields):
            raise DescriptionError("two fields have the same name")
        about = str(description["about"])
        made = types.new_class(name, bases, {"metaclass": Meta},
                               lambda body: body.update(__doc__=about, __str__=shown,
                                                        __module__="sheets"))
        Meta.known[made] = tuple(fields)
        self.__kinds = types.MappingProxyType({**self.__kinds, name: made})
        return made

    def read(self, name, row):
        kind = self.__kinds[name]
        fields = Meta.known[kind]
        if len(fields) != len(row):
            raise ValueError("one text for each field")
        return kind(*(field.type(text) if text else field.default
                      for field, text in zip(fields, row)))
