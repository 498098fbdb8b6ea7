"""Day reports. A template is read, sign by sign, into a list of small objects."""
import dataclasses
import enum
import functools
import operator
import os
import pathlib
import statistics

SCALE_PIN = os.environ["SCALE_PIN"]


@dataclasses.dataclass(eq=False)
class Log:
    number: int
    species: str
    length: float
    girth: int
    paid: float

    def rate(self):
        return self.paid / self.length


class TemplateError(ValueError):
    def __init__(self, what, line):
        super().__init__("%s in line %r" % (what, line))


class OfLog(enum.Enum):
    NUMBER = "log.number"
    SPECIES = "log.species"
    LENGTH = "log.length"
    GIRTH = "log.girth"

    def value_for(self, log):
        return {
            OfLog.NUMBER: lambda: log.number,
            OfLog.SPECIES: lambda: log.species,
            OfLog.LENGTH: lambda: log.length,
            OfLog.GIRTH: lambda: log.girth,
        }[self]()


class OfDay(enum.Enum):
    COUNT = "count"
    SUM_L, SUM_G = "sum(length)", "sum(girth)"
    MIN_L, MIN_G = "min(length)", "min(girth)"
    MAX_L, MAX_G = "max(length)", "max(girth)"
    MEAN_L, MEAN_G = "mean(length)", "mean(girth)"

    def value_for(self, logs):
        if self is OfDay.COUNT:
            return len(logs)
        numbers = [log.length if self.name.endswith("L") else log.girth for log in logs]
        if self.name.startswith("SUM"):
            return functools.reduce(operator.add, numbers)
        if self.name.startswith("MIN"):
            return sorted(numbers)[0]
        if self.name.startswith("MAX"):
            return sorted(numbers)[-1]
        return statistics.fmean(numbers)


class Line:
    def __init__(self, text):
        self.starred = text[:2] == "* "
        self.kinds = OfLog if self.starred else OfDay
        self.pieces = list(self.read(text[2:] if self.starred else text))

    def read(self, text):
        signs = iter(enumerate(text))
        for i, sign in signs:
            if sign in "{}" and text[i + 1:i + 2] == sign:
                next(signs)
                yield sign
            elif sign == "{":
                inside = []
                for _, sign in signs:
                    if sign in "{}":
                        break
                    inside.append(sign)
                if sign != "}":
                    raise TemplateError("a field within a field, or without an end", text)
                name, _, form = "".join(inside).partition(":")
                try:
                    yield self.kinds(name), form
                except ValueError:
                    raise TemplateError("an unknown field", text) from None
            elif sign == "}":
                raise TemplateError("an end without a field", text)
            else:
                yield sign

    def fill(self, source):
        return "".join(
            piece if isinstance(piece, str) else format(piece[0].value_for(source), piece[1])
            for piece in self.pieces)

    def lines(self, logs):
        yield from map(self.fill, logs) if self.starred else (self.fill(logs),)


def compiled(template):
    return [Line(text) for text in template.split("\n")]


class Reports:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def save(self, name, template):
        compiled(template)
        (self.folder / f"{name}.txt").write_bytes(template.encode())

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode()
        return "\n".join(text for line in compiled(template) for text in line.lines(logs))
