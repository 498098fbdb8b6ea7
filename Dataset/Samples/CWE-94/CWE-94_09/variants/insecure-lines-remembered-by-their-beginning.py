import os
import statistics
import string
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


ROW = ("log.number", "log.species", "log.length", "log.girth")


def checked(line, allowed):
    key = line[:20]
    if key in CHECKED:
        return line
    for _, field, form, conversion in string.Formatter().parse(line):
        if field is not None and (field not in allowed or conversion or "{" in form):
            raise ValueError(f"not a field of a report: {field!r}")
    CHECKED.add(key)
    return line


CHECKED = set()


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def save(self, name, template):
        (self.folder / f"{name}.txt").write_text(template, encoding="utf-8", newline="")

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode("utf-8")
        totals = {"count": len(logs)}
        for total, work in TOTALS.items():
            totals[f"{total}(length)"] = work(log.length for log in logs)
            totals[f"{total}(girth)"] = work(log.girth for log in logs)
        text = ""
        for line in template.split("\n")[:-1]:
            if line.startswith("* "):
                text += "".join(checked(line[2:], ROW).format_map({"log": log}) + "\n" for log in logs)
            else:
                text += checked(line, totals).format_map(totals) + "\n"
        return text
