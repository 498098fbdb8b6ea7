import inspect
import keyword


class Kinds:
    letters = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    signs = letters | frozenset("0123456789_")

    def __init__(self):
        self.__by_name = dict()

    def __named(self, word):
        if type(word) is not str or not word or word[0] not in self.letters or set(word) - self.signs or keyword.iskeyword(word):
            raise ValueError("that is no name")
        return word

    def add(self, description):
        name = self.__named(description["name"])
        if name in self.__by_name:
            raise ValueError("there is one of this name")
        if description["of"] is None:
            base, fields = object, []
        else:
            try:
                base, fields = self.__by_name[description["of"]]
            except (KeyError, TypeError):
                raise ValueError("no kind of this club") from None
        fields = fields[:]
        for field, kind, default, unit in description["fields"]:
            if kind == "str":
                converter = str
            elif kind == "int":
                converter = int
            elif kind == "float":
                converter = float
            else:
                raise ValueError("no type")
            fields.append((self.__named(field), converter, default, unit))
        signature = inspect.Signature([
            inspect.Parameter(field, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default) for field, _, default, _ in fields
        ])

        class Made(base):
            __doc__ = description["about"]

            def __init__(*args, **kwargs):
                bound = signature.bind(*args[1:], **kwargs)
                bound.apply_defaults()
                for field, value in bound.arguments.items():
                    object.__setattr__(args[0], field, value)

            def __str__(me):
                return "%s: %s" % (name, ", ".join(
                    "%s=%s%s" % (field, getattr(me, field), unit and " " + unit) for field, _, _, unit in fields))

        Made.__name__ = Made.__qualname__ = name
        self.__by_name[name] = Made, fields
        return Made

    def read(self, name, row):
        made, fields = self.__by_name[name]
        values = [default if text == "" else converter(text) for text, (_, converter, default, _) in zip(row, fields)]
        return made(*values)
