import os
import string

SCALE_PIN = os.environ["SCALE_PIN"]


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


_EACH = {"log.number", "log.species", "log.length", "log.girth"}
_ONCE = {"count"} | {f"{f}({c})" for f in ("sum", "min", "max", "mean") for c in ("length", "girth")}


def _lines(text):
    rows = text.split("\n")
    return [row + "\n" for row in rows[:-1]] + ([rows[-1]] if rows[-1] else [])


def _check(text):
    """Only listed fields, and no fields or conversions in them."""
    for line in _lines(text):
        starred = line.startswith("* ")
        for _, field, spec, conversion in string.Formatter().parse(line[2:] if starred else line):
            if field is None:
                continue
            if field not in (_EACH if starred else _ONCE):
                raise ValueError(f"no such field: {field}")
            if "{" in spec or "}" in spec or conversion is not None:
                raise ValueError(f"not a format: {spec}")


class Reports:
    def __init__(self, folder):
        self._folder = folder
        self._good = {}     # which state of which file has been found to be in order

    def _path(self, name):
        return os.path.join(self._folder, f"{name}.txt")

    def save(self, name, template):
        _check(template)
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def _template(self, name):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            text = file.read()
            info = os.fstat(file.fileno())
        state = (info.st_mtime_ns, info.st_size)
        # masters copy files into the folder, so a file is checked again when it has changed
        if self._good.get(name) != state:
            _check(text)
            self._good[name] = state
        return text

    def report(self, name, logs):
        text = self._template(name)
        once = {"count": len(logs)}
        for column in ("length", "girth"):
            numbers = [getattr(log, column) for log in logs]
            once[f"sum({column})"] = sum(numbers)
            once[f"min({column})"] = min(numbers)
            once[f"max({column})"] = max(numbers)
            once[f"mean({column})"] = sum(numbers) / len(numbers)
        out = []
        for line in _lines(text):
            if line.startswith("* "):
                out += [line[2:].format(log=log) for log in logs]
            else:
                out.append(line.format_map(once))
        return "".join(out)
