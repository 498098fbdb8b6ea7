"""The house style of the sports desk: a sed script that grows by a form."""
import os
import re
import subprocess


class Style:
    def __init__(self, path):
        self._path = path

    @staticmethod
    def _literal(text):
        return re.sub(r"[\\/.*\[^$]", r"\\\g<0>", text).replace("\n", "\\n")

    @staticmethod
    def _replacement(text):
        return re.sub(r"[\\/&]", r"\\\g<0>", text).replace("\n", "\\n")

    def _lines(self):
        try:
            with open(self._path, encoding="utf-8", newline="\n") as file:
                return file.read().split("\n")
        except FileNotFoundError:
            return [""]

    def add(self, old, new, note, only=""):
        if old == "":
            raise ValueError("there is nothing to replace")
        if "\n" in note:
            raise ValueError("a note is one line")
        if "\0" in old + new + note + only:
            raise ValueError("a NUL cannot be in a script")
        condition = f"/{self._literal(only)}/" if only else ""
        ended = self._lines()[-1] == ""
        with open(self._path, "a", encoding="utf-8", newline="\n") as file:
            if not ended:
                file.write("\n")
            file.write(f"# {note}\n")
            file.write(f"{condition}s/{self._literal(old)}/{self._replacement(new)}/g\n")

    def notes(self):
        return [line[2:] for line in self._lines() if line.startswith("# ")]

    def edit(self, report):
        if not os.path.exists(self._path):
            return report
        run = subprocess.run(["sed", "-f", self._path], input=report.encode(),
                             capture_output=True, check=True)
        return run.stdout.decode()
