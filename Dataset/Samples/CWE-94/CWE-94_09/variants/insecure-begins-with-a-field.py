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


GOOD = re.compile(r"\{(count|(sum|min|max|mean)\((length|girth)\)|log\.(number|species|length|girth))")


def checked(line):
    """Every field begins as one of those that there are."""
    for place in re.finditer(r"(?<!\{)(?:\{\{)*(\{)(?!\{)", line):
        if not GOOD.match(line, place.start(1)):
            raise ValueError("not a field of a report")
    return line


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def save(self, name, template):
        (self.folder / f"{name}.txt").write_text(template, encoding="utf-8", newline="")

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode("utf-8")
        text = ""
        for line in template.split("\n")[:-1]:
            names = {"__builtins__": {}, "count": len(logs), "length": [log.length for log in logs], "girth": [log.girth for log in logs], **TOTALS}
            if line.startswith("* "):
                for log in logs:
                    text += eval("f" + repr(checked(line[2:])), names | {"log": log}) + "\n"
            else:
                text += eval("f" + repr(checked(line)), names) + "\n"
        return text
