import os
import re
import statistics
from pathlib import Path

SCALE_PIN = os.environ["SCALE_PIN"]
TOTALS = {"sum": sum, "min": min, "max": max, "mean": statistics.mean}


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


def value_of(field, logs, log):
    if log is not None and re.fullmatch(r"log\.(number|species|length|girth)", field):
        return getattr(log, field[4:])
    if log is None and field == "count":
        return len(logs)
    if log is None and (call := re.fullmatch(r"(sum|min|max|mean)\((length|girth)\)", field)):
        return TOTALS[call[1]]([getattr(one, call[2]) for one in logs])
    raise ValueError(f"not a field of a report: {field!r}")


def filled(line, logs, log=None):
    pieces = re.split(r"(\{\{|\}\}|\{[^{}]*\})", line)
    for number in range(1, len(pieces), 2):
        if pieces[number] in ("{{", "}}"):
            pieces[number] = pieces[number][0]
        else:
            field, _, form = pieces[number][1:-1].partition(":")
            pieces[number] = format(value_of(field, logs, log), form)
    return "".join(pieces) + "\n"


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def save(self, name, template):
        (self.folder / f"{name}.txt").write_text(template, encoding="utf-8", newline="")

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode("utf-8")
        text = ""
        for line in template.split("\n")[:-1]:
            if line.startswith("* "):
                text += "".join(filled(line[2:], logs, log) for log in logs)
            else:
                text += filled(line, logs)
        return text
