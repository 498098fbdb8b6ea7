import os
import subprocess


class Style:
    def __init__(self, path):
        self.path = path

    def add(self, old, new, note, only=""):
        # A slash would end the pattern.
        old, new, only = (text.replace("/", "\\/") for text in (old, new, only))
        where = f"/{only}/" if only else ""
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(f"# {note}\n{where}s/{old}/{new}/g\n")

    def notes(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8") as file:
            return [line[2:].rstrip("\n") for line in file if line.startswith("# ")]

    def edit(self, report):
        if not os.path.exists(self.path):
            return report
        done = subprocess.run(["sed", "-f", self.path], input=report.encode(), capture_output=True, check=True)
        return done.stdout.decode()
