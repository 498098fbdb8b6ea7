import os
import string
import zlib

SCALE_PIN = os.environ["SCALE_PIN"]

_PARSE = string.Formatter().parse
_COLUMNS = ("length", "girth")
_STAR = {"log.number", "log.species", "log.length", "log.girth"}
_PLAIN = {"count"} | {f"{f}({c})" for f in ("sum", "min", "max", "mean") for c in _COLUMNS}


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


def _lines(template):
    """(is it for each log, line) for all lines."""
    start = 0
    while start < len(template):
        end = template.find("\n", start) + 1 or len(template)
        line = template[start:end]
        yield (True, line[2:]) if line.startswith("* ") else (False, line)
        start = end


def _check(template):
    for star, line in _lines(template):
        allowed = _STAR if star else _PLAIN
        for _, field, spec, conversion in _PARSE(line):
            if field is None:
                continue
            if field not in allowed or conversion is not None or "{" in spec or "}" in spec:
                raise ValueError(f"field not allowed: {field!r}")


class Reports:
    def __init__(self, folder):
        self._folder = folder
        self._checked = set()   # what was in order before need not be looked at each time

    def _ensure(self, raw):
        mark = len(raw), zlib.crc32(raw)
        template = raw.decode("utf-8")
        if mark not in self._checked:
            _check(template)
            self._checked.add(mark)
        return template

    def _path(self, name):
        return os.path.join(self._folder, f"{name}.txt")

    def save(self, name, template):
        raw = template.encode("utf-8")
        self._ensure(raw)
        with open(self._path(name), "wb") as file:
            file.write(raw)

    def report(self, name, logs):
        with open(self._path(name), "rb") as file:
            template = self._ensure(file.read())
        values = {"count": len(logs)}
        for column in _COLUMNS:
            numbers = [getattr(log, column) for log in logs]
            values[f"sum({column})"] = sum(numbers)
            values[f"min({column})"] = min(numbers)
            values[f"max({column})"] = max(numbers)
            values[f"mean({column})"] = sum(numbers) / len(numbers)
        text = []
        for star, line in _lines(template):
            if star:
                text += [line.format(log=log) for log in logs]
            else:
                text.append(line.format_map(values))
        return "".join(text)
