import os
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path

SCALE_PIN = os.environ["SCALE_PIN"]


@dataclass
class Log:
    number: int
    species: str
    length: float
    girth: int
    paid: float

    def rate(self):
        return self.paid / self.length


class BadTemplate(ValueError):
    pass


EACH = {"log." + name: attrgetter(name) for name in ("number", "species", "length", "girth")}
ONCE = {"count": len}
for _column in ("length", "girth"):
    for _name, _function in {"sum": sum, "min": min, "max": max, "mean": lambda v: sum(v) / len(v)}.items():
        ONCE[f"{_name}({_column})"] = partial(
            lambda function, get, logs: function([get(log) for log in logs]), _function, attrgetter(_column))


class _Scanner:
    """Reads a line sign by sign and hands out functions that make its pieces."""

    def __init__(self, line, fields):
        self._line, self._fields, self._at = line, fields, 0

    def _next(self):
        sign = self._line[self._at:self._at + 1]
        self._at += 1
        return sign

    def __iter__(self):
        while sign := self._next():
            if sign not in "{}":
                yield lambda _, sign=sign: sign
            elif self._line.startswith(sign, self._at):
                self._at += 1
                yield lambda _, sign=sign: sign
            elif sign == "}":
                raise BadTemplate("a brace too many")
            else:
                yield self._field()

    def _field(self):
        inside = ""
        while (sign := self._next()) != "}":
            if sign in ("", "{", "\n"):
                raise BadTemplate("a field without end, or one in a field")
            inside += sign
        name, colon, spec = inside.partition(":")
        try:
            get = self._fields[name]
        except KeyError:
            raise BadTemplate(name) from None
        return (lambda of: format(get(of), spec)) if colon else (lambda of: str(get(of)))


class _Template:
    def __init__(self, text):
        self._lines = []
        while text:
            line, end, text = text.partition("\n")
            each = line[:2] == "* "
            self._lines.append((each, list(_Scanner(line[2:] if each else line, EACH if each else ONCE)), end))

    def __call__(self, logs):
        for each, pieces, end in self._lines:
            for of in logs if each else [logs]:
                yield "".join(piece(of) for piece in pieces) + end


class Reports:
    def __init__(self, folder):
        self._folder = Path(folder)

    def save(self, name, template):
        _Template(template)
        (self._folder / f"{name}.txt").write_bytes(template.encode())

    def report(self, name, logs):
        return "".join(_Template((self._folder / f"{name}.txt").read_bytes().decode())(logs))
