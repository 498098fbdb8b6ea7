import os
import re
import string

SCALE_PIN = os.environ["SCALE_PIN"]

_OF_A_LOG = "number", "species", "length", "girth"


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
    """Pairs: whether a line is for each log, and the line."""
    for line in re.findall(r"[^\n]*\n|[^\n]+", template):
        star = line.startswith("* ")
        yield star, line[2:] if star else line


class _Fields(string.Formatter):
    """Knows the fields that it is given by their full names, and looks up
    nothing in them: no attributes, no items, no calls."""

    def __init__(self, values):
        self._values = values

    def get_field(self, field_name, args, kwargs):
        try:
            return self._values[field_name], field_name
        except KeyError:
            raise ValueError(f"no such field: {field_name!r}") from None

    def convert_field(self, value, conversion):
        if conversion is not None:
            raise ValueError("fields have no conversions")
        return value


def _sums(logs):
    values = {"count": len(logs)}
    for of in ("length", "girth"):
        all_ = [getattr(log, of) for log in logs]
        values[f"sum({of})"] = sum(all_)
        values[f"min({of})"] = min(all_)
        values[f"max({of})"] = max(all_)
        values[f"mean({of})"] = sum(all_) / len(all_)
    return values


class Reports:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        if not name.isalnum():
            raise ValueError("names are of letters and digits")
        return os.path.join(self._folder, name + ".txt")

    def save(self, name, template):
        path = self._path(name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            template = file.read()
        once = _Fields(_sums(logs))
        each = [_Fields({f"log.{what}": getattr(log, what) for what in _OF_A_LOG})
                for log in logs]
        text = []
        for star, line in _lines(template):
            text += [fields.format(line) for fields in (each if star else [once])]
        return "".join(text)
