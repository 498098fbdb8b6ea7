import io
import os
import pathlib
from collections import namedtuple

SCALE_PIN = os.environ["SCALE_PIN"]


class Log(namedtuple("_Log", "number species length girth paid")):
    __slots__ = ()

    def rate(self):
        return self.paid / self.length


class Line:
    """Reads a line sign by sign; `fields` says what there is for this kind of line."""

    def __init__(self, text, fields):
        self._signs = iter(text)
        self._fields = fields

    def write(self, out):
        for sign in self._signs:
            match sign:
                case "{":
                    self._opened(out)
                case "}":
                    if next(self._signs, None) != "}":
                        raise ValueError("a brace that closes nothing")
                    out.write("}")
                case _:
                    out.write(sign)

    def _opened(self, out):
        inner = []
        for sign in self._signs:
            if sign == "{":
                if inner:
                    raise ValueError("a brace within a field")
                out.write("{")
                return
            if sign == "}":
                break
            inner.append(sign)
        else:
            raise ValueError("a field without end")
        name, colon, spec = "".join(inner).partition(":")
        try:
            value = self._fields[name]
        except KeyError:
            raise ValueError(f"no such field: {name}") from None
        out.write(format(value, spec) if colon else str(value))


def each(log):
    return {"log.number": log.number, "log.species": log.species, "log.length": log.length, "log.girth": log.girth}


def together(logs):
    table = {"count": len(logs)}
    for what, values in (("length", [log.length for log in logs]), ("girth", [log.girth for log in logs])):
        total = sum(values)
        for how, value in (("sum", total), ("min", min(values)), ("max", max(values)), ("mean", total / len(values))):
            table["%s(%s)" % (how, what)] = value
    return table


SAMPLE = [Log(1, "fir", 1.0, 1, 1.0)]


class Reports:
    def __init__(self, folder):
        self._folder = pathlib.Path(folder)

    def save(self, name, template):
        raw = template.encode()
        self._render(template, SAMPLE)
        (self._folder / (name + ".txt")).write_bytes(raw)

    def report(self, name, logs):
        return self._render((self._folder / (name + ".txt")).read_bytes().decode(), logs)

    @staticmethod
    def _render(template, logs):
        out = io.StringIO(newline="")
        once = together(logs)
        for line in io.StringIO(template, newline="\n"):
            if line.startswith("* "):
                for log in logs:
                    Line(line[2:], each(log)).write(out)
            else:
                Line(line, once).write(out)
        return out.getvalue()
