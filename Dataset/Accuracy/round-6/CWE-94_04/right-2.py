import io
import re
from functools import singledispatchmethod

RIGHT = True


class Settings:
    _NAME = re.compile(r"\A[A-Z][A-Z0-9_]*\Z")

    def __init__(self, club):
        self._doc = ascii(club)
        self._order, self._right_side = [], {}

    @singledispatchmethod
    def _show(self, value):
        raise ValueError(f"no setting can be {value!r}")

    @_show.register(str)
    @_show.register(bool)
    @_show.register(type(None))
    def _(self, value):
        return ascii(value)

    @_show.register
    def _(self, value: int):
        return f"{value:#x}"

    @_show.register
    def _(self, value: float):
        text = ascii(value)
        return text if text[-1].isdigit() else f"float({text!a})"

    @_show.register
    def _(self, value: list):
        if not all(isinstance(item, str) for item in value):
            raise ValueError("a list holds strings")
        return "[" + ", ".join(map(ascii, value)) + "]"

    def put(self, name, value, note=""):
        if not self._NAME.search(name):
            raise ValueError("name")
        if re.search(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]", note):
            note = ascii(note)
        self._right_side[name] = (self._show(value), note)
        if name not in self._order:
            self._order.append(name)

    def source(self):
        with io.StringIO() as out:
            print(self._doc, file=out)
            for name in self._order:
                value, note = self._right_side[name]
                print(name, "=", value, *(["#", note] if note else []), file=out)
            return out.getvalue()
