import os
import string

SCALE_PIN = os.environ["SCALE_PIN"]

LOG_FIELDS = {"log.number", "log.species", "log.length", "log.girth"}
FUNCTIONS = {"sum": sum, "min": min, "max": max, "mean": lambda values: sum(values) / len(values)}
COLUMNS = ("length", "girth")
DAY_FIELDS = {"count"} | {f"{function}({column})" for function in FUNCTIONS for column in COLUMNS}
STAR = "* "


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


def lines_of(template):
    """For each line whether it has a star, and the line without it."""
    for line in template.split("\n"):
        yield line.startswith(STAR), line.removeprefix(STAR)


def check(template):
    """A template may have only the fields that are listed, with plain formats."""
    for starred, line in lines_of(template):
        allowed = LOG_FIELDS if starred else DAY_FIELDS
        for _, field, spec, conversion in string.Formatter().parse(line):
            if field is None:
                continue
            if field not in allowed or conversion is not None or "{" in spec or "}" in spec:
                raise ValueError(f"this field is not allowed: {field!r}")


class Reports:
    def __init__(self, folder):
        self.folder = folder
        self._checked = {}  # name -> the state in which its file was checked

    def _path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def save(self, name, template):
        check(template)
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def _template(self, name):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            template = file.read()
            status = os.fstat(file.fileno())
        # the same reports are made all day: check a file only when it is another one
        state = status.st_mtime_ns, status.st_size
        if self._checked.get(name) != state:
            check(template)
            self._checked[name] = state
        return template

    def report(self, name, logs):
        day = {"count": len(logs)}
        for column in COLUMNS:
            values = [getattr(log, column) for log in logs]
            for function in FUNCTIONS:
                day[f"{function}({column})"] = FUNCTIONS[function](values)
        done = []
        for starred, line in lines_of(self._template(name)):
            if starred:
                done += [line.format(log=log) for log in logs]
            else:
                done.append(line.format_map(day))
        return "\n".join(done)
