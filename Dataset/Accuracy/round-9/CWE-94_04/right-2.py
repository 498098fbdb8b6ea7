"""Settings modules for scoreboards.  Any text is taken: what could do harm is written as an escape."""

import io
from decimal import Decimal


def _quote(text):
    """A literal of the string, in double quotes."""
    signs = []
    for sign in text:
        number = ord(sign)
        if sign in "\"\\" or number < 32 or 126 < number < 161 or not sign.isprintable() and sign != " ":
            signs.append(f"\\U{number:08x}")
        else:
            signs.append(sign)
    return '"' + "".join(signs) + '"'


def _remark(text):
    """The note as it stands in a comment: control characters and the like as <U+000A>."""
    for sign in text:
        ordinary = sign.isprintable() or sign in " \u200c\u200d\u3000\xa0\t"
        yield sign if ordinary and not 0xD800 <= ord(sign) < 0xE000 else f"<U+{ord(sign):04X}>"


def _number(value):
    if isinstance(value, int):
        return f"{int(value):#o}"
    if value != value:
        return "-(1e999 - 1e999)"
    exact = Decimal(value)
    if exact.is_infinite():
        return "-1e999" if value < 0 else "1e999"
    return repr(float(value))


class _Setting:
    __slots__ = ("value", "note")

    def __init__(self, value, note):
        self.value = self._write(value)
        self.note = "".join(_remark(note))

    @classmethod
    def _write(cls, value):
        for constant in (True, False, None):
            if value is constant:
                return str(constant)
        if isinstance(value, (int, float)):
            return _number(value)
        if isinstance(value, str):
            return _quote(value)
        if isinstance(value, list):
            if [part for part in value if not isinstance(part, str)]:
                raise ValueError("lists hold strings")
            return "[" + "".join(_quote(part) + ", " for part in value) + "]"
        raise ValueError(f"{type(value)} is nothing for a scoreboard")


class Settings(dict):
    """The settings of a club: a dict from the names to the settings."""

    _FIRST = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    _OTHERS = _FIRST | set("0123456789_")

    def __init__(self, club):
        super().__init__()
        self.club = _quote(club)

    def put(self, name, value, note=""):
        if not name or name[0] not in self._FIRST or not self._OTHERS.issuperset(name):
            raise ValueError("not the name of a setting")
        self[name] = _Setting(value, note)

    def source(self):
        with io.StringIO() as out:
            print(self.club, file=out)
            for name, setting in self.items():
                print(name, "=", setting.value, end="", file=out)
                print(f" # {setting.note}" if setting.note else "", file=out)
            return out.getvalue()
