"""No string that a club has entered stands in the code as it is: strings are spelled as the numbers of their
characters (\\U000000e4), whole numbers in hexadecimal. Notes lose what cannot be printed, line breaks of all kinds included."""
import io
import re
from collections import OrderedDict

_is_name = re.compile(r"\A[A-Z][0-9A-Z_]*\Z").match


class _Writer:
    def __init__(self):
        self._out = io.StringIO()

    def add(self, *pieces):
        self._out.writelines(pieces)
        return self

    def string(self, text):
        self.add('"')
        for character in text:
            plain = character.isascii() and (character.isalnum() or character == " ")
            self.add(character if plain else f"\\U{ord(character):08x}")
        return self.add('"')

    def value(self, value):
        kind = type(value)
        if kind is str:
            return self.string(value)
        if kind is list:
            self.add("[")
            for item in value:
                self.string(item).add(",")
            return self.add("]")
        if kind is float:
            return self.add(self._float(value))
        if kind is int:
            return self.add(f"{value:#x}")
        return self.add({None: "None", True: "True", False: "False"}[value])

    @staticmethod
    def _float(value):
        if value != value:
            return "1e999 * 0"
        return value.__repr__().replace("inf", "1e999")

    def comment(self, text):
        if text:
            self.add("  # ", *map(lambda sign: sign if sign.isprintable() else "?", text))
        return self

    def __str__(self):
        return self._out.getvalue()


class Settings:
    def __init__(self, club):
        self._head = str(_Writer().string(club).add("\n"))
        self._table = OrderedDict()

    def put(self, name, value, note=""):
        if not (type(name) is str and _is_name(name) and name[-1:] != "\n"):
            raise ValueError("the name of a constant: capital letters, digits and underscores")
        strings = value if type(value) is list else []
        if type(value) not in (str, int, float, bool, type(None), list) or any(type(s) is not str for s in strings):
            raise ValueError("a constant of another kind")
        if type(note) is not str:
            raise ValueError("a note is a text")
        self._table[name] = str(_Writer().add(name, " = ").value(value).comment(note).add("\n"))

    def source(self):
        return self._head + "".join(self._table.values())
