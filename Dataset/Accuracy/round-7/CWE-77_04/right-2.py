"""Filters for the directory of the brigades' members; texts that would need an escape are escaped one and all."""
import functools
import re
import string

_MENU = {"cn": "cn", "town": "town", "skill": "skill"}


class _Quoting(string.Formatter):
    """Every field that is put in is a value: '{}' quotes, and there is no way around it."""

    def format_field(self, value, spec):
        if spec == "menu":
            return _MENU[value]
        if spec == "all":
            return "".join(self.format("(skill={})", v) for v in value)
        if type(value) is not str or not value:
            raise ValueError("text expected")
        return re.sub(r"[\x00-\x1f\\*()\x7f]", lambda m: f"\\{ord(m.group()):02X}", value)


_write = _Quoting().format


def _active(method):
    @functools.wraps(method)
    def wrapped(self, *args, **kwargs):
        try:
            inner = method(self, *args, **kwargs)
        except (KeyError, TypeError) as error:
            raise ValueError(f"refused: {error}") from error
        return f"(&{inner}(status=active))"
    return wrapped


class Roster:
    @_active
    def by_text(self, text, field="cn"):
        return _write("({:menu}=*{}*)", field, text)

    @_active
    def login(self, number, pin):
        return _write("(number={})", number) + _write("(pin={})", pin)

    @_active
    def to_call(self, town, skills):
        nobody = "(status=left)"
        return _write("(town={})(phone=*)(|{:all}" + nobody + ")", town, list(skills))
