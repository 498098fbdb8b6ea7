import os
import re
from dataclasses import dataclass
from functools import partial

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


class TemplateError(ValueError):
    pass


def _mean(values):
    return sum(values) / len(values)


_EACH = {
    "log.number": lambda log: log.number,
    "log.species": lambda log: log.species,
    "log.length": lambda log: log.length,
    "log.girth": lambda log: log.girth,
}
_ALL = {
    "count": len,
    **{
        f"{name}({column})": partial(lambda how, get, logs: how([get(log) for log in logs]), how, get)
        for name, how in {"sum": sum, "min": min, "max": max, "mean": _mean}.items()
        for column, get in {"length": lambda log: log.length, "girth": lambda log: log.girth}.items()
    },
}

_SCANNER = re.Scanner([
    (r"[^{}]+", lambda scanner, text: ("text", text)),
    (r"\{\{|\}\}", lambda scanner, text: ("text", text[0])),
    (r"\{[^{}]+\}", lambda scanner, text: ("field", text[1:-1])),
])


def _compile(line, names):
    """A line becomes a list of functions that take what the fields are about."""
    pieces, rest = _SCANNER.scan(line)
    if rest:
        raise TemplateError(rest)
    for kind, text in pieces:
        if kind == "text":
            yield partial(lambda text, _: text, text)
            continue
        name, _, spec = text.partition(":")
        if name not in names:
            raise TemplateError(name)
        yield partial(lambda get, spec, about: format(get(about), spec), names[name], spec)


def _program(template):
    for line in re.split(r"(?<=\n)", template):
        if line[:2] == "* ":
            yield True, list(_compile(line[2:], _EACH))
        else:
            yield False, list(_compile(line, _ALL))


class Reports:
    def __init__(self, folder):
        self.folder = os.fspath(folder)

    def save(self, name, template):
        with open(os.path.join(self.folder, name + ".txt"), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        with open(os.path.join(self.folder, name + ".txt"), encoding="utf-8", newline="") as file:
            program = list(_program(file.read()))
        return "".join(
            piece(about)
            for star, pieces in program
            for about in (logs if star else [logs])
            for piece in pieces
        )
