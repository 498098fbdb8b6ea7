import re
import unicodedata

MODULE = "@CLUB@\n\n@SETTINGS@"
SETTING = "@NAME@ = @VALUE@  # @NOTE@\n"


def _fill(template, **parts):
    for mark, text in parts.items():
        template = template.replace(f"@{mark}@", text)
    return template


def _checked(text):
    """Refuses all that is not one line of text; backslashes do not occur either."""
    if type(text) is not str:
        raise ValueError(f"a string is expected, not {text!r}")
    for sign in text:
        if sign == "\\" or sign != "\t" and unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp"):
            raise ValueError(f"the sign {sign!a} is not allowed")
    return text


def _value(value):
    """The value as Python writes it down."""
    if value is None or type(value) is bool:
        return repr(value)
    if type(value) is int:
        return "%d" % value if value.bit_length() < 4000 else "%#x" % value
    if type(value) is float:
        if value != value:
            return "(1e999 * 0)"
        return repr(value).replace("inf", "1e999")
    if type(value) is list:
        return "[%s]" % ", ".join(repr(_checked(part)) for part in value)
    return repr(_checked(value))


class Settings:
    def __init__(self, club):
        self._club = _checked(club)
        self._settings = {}

    def put(self, name, value, note=""):
        if type(name) is not str or not re.fullmatch("[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"{name!r} is not the name of a constant")
        self._settings[name] = _value(value), _checked(note)

    def source(self):
        settings = "".join(
            _fill(SETTING, NAME=name, VALUE=value, NOTE=note)
            for name, (value, note) in self._settings.items()
        )
        return _fill(MODULE, CLUB=repr(self._club), SETTINGS=settings)
