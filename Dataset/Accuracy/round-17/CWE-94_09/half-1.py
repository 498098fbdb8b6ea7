"""Day reports of the sawmills."""
import os
import string

SCALE_PIN = os.environ["SCALE_PIN"]

ATTRIBUTES = ("number", "species", "length", "girth")
LOG_FIELDS = {f"log.{name}" for name in ATTRIBUTES}
FUNCTIONS = {
    "sum": sum,
    "min": min,
    "max": max,
    "mean": lambda values: sum(values) / len(values),
}
TOTAL_FIELDS = {"count"} | {
    f"{function}({name})" for function in FUNCTIONS for name in ("length", "girth")}
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


def _check(template):
    """Raises a ValueError unless all fields are those of their kind of line."""
    for line in template.split("\n"):
        fields = TOTAL_FIELDS
        if line.startswith(STAR):
            line, fields = line[len(STAR):], LOG_FIELDS
        for _text, field, form, conversion in string.Formatter().parse(line):
            if field is None:
                continue
            if field not in fields:
                raise ValueError(f"no such field: {field!r}")
            if conversion is not None:
                raise ValueError("a field has no conversion")
            if "{" in form or "}" in form:
                raise ValueError("a format has no fields")


class Reports:
    def __init__(self, folder):
        self.folder = folder
        self._good = {}     # which state of a file has been checked

    def _path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def save(self, name, template):
        _check(template)
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def _template(self, name):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            status = os.fstat(file.fileno())
            template = file.read()
        # masters copy files, so each is checked again when it is another one
        state = status.st_size, status.st_mtime_ns
        if self._good.get(name) != state:
            _check(template)
            self._good[name] = state
        return template

    def report(self, name, logs):
        template = self._template(name)
        totals = {"count": len(logs)}
        for function, compute in FUNCTIONS.items():
            for attribute in ("length", "girth"):
                totals[f"{function}({attribute})"] = compute(
                    [getattr(log, attribute) for log in logs])
        report = []
        for line in _lines(template):
            if line.startswith(STAR):
                line = line[len(STAR):]
                report.extend(line.format(log=log) for log in logs)
            else:
                report.append(line.format_map(totals))
        return "".join(report)


def _lines(template):
    """The lines, with their ends; only a line feed ends one."""
    lines = template.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])
