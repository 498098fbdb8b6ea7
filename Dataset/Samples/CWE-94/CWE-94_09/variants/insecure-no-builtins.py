import os
import statistics
from pathlib import Path

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


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def save(self, name, template):
        (self.folder / f"{name}.txt").write_text(template, encoding="utf-8", newline="")

    def report(self, name, logs):
        template = (self.folder / f"{name}.txt").read_bytes().decode("utf-8")
        names = {
            "__builtins__": {"sum": sum, "min": min, "max": max},
            "count": len(logs),
            "length": [log.length for log in logs],
            "girth": [log.girth for log in logs],
            "mean": statistics.mean,
        }
        text = ""
        for line in template.split("\n")[:-1]:
            if line.startswith("* "):
                for log in logs:
                    text += eval("f" + repr(line[2:]), names | {"log": log}) + "\n"
            else:
                text += eval("f" + repr(line), names) + "\n"
        return text
