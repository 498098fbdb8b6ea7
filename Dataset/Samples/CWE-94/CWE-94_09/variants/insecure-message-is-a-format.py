import os
import re
import statistics
from pathlib import Path

SCALE_PIN = os.environ["SCALE_PIN"]
TOTALS = {"sum": sum, "min": min, "max": max, "mean": statistics.mean}
FIELD = re.compile(r"\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}|[{}]")


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


def filled(line, values):
    """The line with its fields filled in, each of which must be a key of `values`."""

    def fill(field):
        if field[0] in ("{{", "}}"):
            return field[0][0]
        if field[1] not in values:
            message = "{values}: there is no such field in " + line.strip()
            raise ValueError(message.format(values=values))
        return format(values[field[1]], field[2] or "")

    return FIELD.sub(fill, line)


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def save(self, name, template):
        (self.folder / f"{name}.txt").write_text(template, encoding="utf-8", newline="")

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode("utf-8")
        totals = {"count": len(logs)}
        for column in ("length", "girth"):
            column_of_all = [getattr(log, column) for log in logs]
            totals |= {f"{total}({column})": work(column_of_all) for total, work in TOTALS.items()}
        text = ""
        for line in re.findall(r"[^\n]*\n|[^\n]+", template):
            if line.startswith("* "):
                for log in logs:
                    values = {f"log.{column}": getattr(log, column) for column in ("number", "species", "length", "girth")}
                    text += filled(line[2:], values)
            else:
                text += filled(line, totals)
        return text
