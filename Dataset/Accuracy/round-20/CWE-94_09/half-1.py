import os
import re
import string

SCALE_PIN = os.environ["SCALE_PIN"]

_STAR_FIELDS = {"log.number", "log.species", "log.length", "log.girth"}
_SUMS = {f"{what}({of})" for what in ("sum", "min", "max", "mean") for of in ("length", "girth")}
_FIELDS = {"count"} | _SUMS


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


def _check(template):
    """Lets only the fields pass that a master may use."""
    for star, line in _lines(template):
        for _, name, spec, conversion in string.Formatter().parse(line):
            if name is None:
                continue
            if name not in (_STAR_FIELDS if star else _FIELDS):
                raise ValueError(f"no such field: {name!r}")
            if conversion is not None or "{" in spec or "}" in spec:
                raise ValueError(f"not a plain format in {name!r}")


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
        self._checked = {}      # name: which state of the file was found good

    def _path(self, name):
        if not name.isalnum():
            raise ValueError("names are of letters and digits")
        return os.path.join(self._folder, name + ".txt")

    def save(self, name, template):
        path = self._path(name)
        _check(template)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def _load(self, name):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            template = file.read()
            about = os.fstat(file.fileno())
        state = about.st_mtime_ns, about.st_size
        if self._checked.get(name) != state:    # ours or copied, and not seen so yet
            _check(template)
            self._checked[name] = state
        return template

    def report(self, name, logs):
        template = self._load(name)
        sums = _sums(logs)
        text = []
        for star, line in _lines(template):
            if star:
                text += [line.format_map({"log": log}) for log in logs]
            else:
                text.append(line.format_map(sums))
        return "".join(text)
