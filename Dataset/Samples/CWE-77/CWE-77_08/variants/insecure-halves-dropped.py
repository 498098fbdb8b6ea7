"""The house style of the sports desk: a script for sed, kept by the editors."""
import os
import re
import subprocess


def _pattern(text):
    """A basic regular expression that fits just this text."""
    return re.sub(r"[\\/.*\[^$]", r"\\\g<0>", text)


def _replacement(text):
    return re.sub(r"[\\/&]", r"\\\g<0>", text)


def _check(name, text):
    if not isinstance(text, str):
        raise ValueError(f"{name} is not a text")
    if re.search(r"[\n\0]", text):
        raise ValueError(f"{name} must be a single line")


class Style:
    def __init__(self, path):
        self.path = os.path.abspath(path)

    def add(self, old, new, note, only=""):
        for name, text in (("old", old), ("new", new), ("note", note), ("only", only)):
            _check(name, text)
        if old == "":
            raise ValueError("old is empty")
        address = f"/{_pattern(only)}/" if only else ""
        rule = f"# {note}\n{address}s/{_pattern(old)}/{_replacement(new)}/g\n"

        # What browsers send is UTF-16 inside; halves of a pair that got lost
        # on the way are no characters and have no place in a UTF-8 file.
        data = rule.encode("utf-8", errors="ignore")
        with open(self.path, "ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    data = b"\n" + data
            file.write(data)

    def notes(self):
        return [line[2:] for line in self._script().split("\n") if line.startswith("# ")]

    def edit(self, report):
        if not self._script().strip():
            return report
        result = subprocess.run(
            ["sed", "-f", self.path],
            input=report.encode("utf-8"),
            capture_output=True,
            check=True,
        )
        return result.stdout.decode("utf-8")

    def _script(self):
        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return ""
