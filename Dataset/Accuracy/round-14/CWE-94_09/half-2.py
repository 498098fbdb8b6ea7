import os
import re
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


SPEC = r"(?::[^{}\n]*)?"
TEXT = r"(?:[^{}]|\{\{|\}\}"
STAR = re.compile(TEXT + r"|\{log\.(?:number|species|length|girth)" + SPEC + r"\})*")
ONCE = re.compile(TEXT + r"|\{(?:count|(?:sum|min|max|mean)\((?:length|girth)\))" + SPEC + r"\})*")


def check(lines):
    for line in lines:
        form = STAR if line.startswith("* ") else ONCE
        if not form.fullmatch(line):
            raise ValueError(f"this line is not allowed: {line!r}")


def split(template):
    return re.findall(r"[^\n]*\n|[^\n]+", template)


class Totals(dict):
    def __init__(self, logs):
        super().__init__(count=len(logs))
        for name in "length", "girth":
            column = [getattr(log, name) for log in logs]
            self[f"sum({name})"] = sum(column)
            self[f"min({name})"] = min(column)
            self[f"max({name})"] = max(column)
            self[f"mean({name})"] = sum(column) / len(column)


class Reports:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _file(self, name):
        return self.folder / f"{name}.txt"

    def _open(self, name):
        return open(self._file(name), encoding="utf-8", newline="\n")

    def save(self, name, template):
        check(split(template))
        self._file(name).write_bytes(template.encode("utf-8"))

    def verify(self, name):
        """The file may have been copied into the folder by anybody."""
        with self._open(name) as file:
            check(file)

    def report(self, name, logs):
        self.verify(name)
        totals = Totals(logs)
        report = []
        with self._open(name) as file:
            for line in file:
                if line.startswith("* "):
                    report.extend(line[2:].format(log=log) for log in logs)
                else:
                    report.append(line.format_map(totals))
        return "".join(report)
