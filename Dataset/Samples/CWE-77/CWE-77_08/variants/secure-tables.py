"""Translates the signs by tables and takes out what is not printable, line breaks included."""
import subprocess
from pathlib import Path

PATTERN = str.maketrans({sign: "\\" + sign for sign in r"\/.*[]^$"})
NEW = str.maketrans({sign: "\\" + sign for sign in r"\/&"})


def one_line(text):
    return "".join(filter(str.isprintable, text))


class Style:
    def __init__(self, path):
        self.script = Path(path)

    def add(self, old, new, note, only=""):
        old, new, note, only = map(one_line, (old, new, note, only))
        if not old:
            raise ValueError("nothing to look for")
        command = "s/{}/{}/g".format(old.translate(PATTERN), new.translate(NEW))
        if only:
            command = "/" + only.translate(PATTERN) + "/" + command
        with self.script.open("a", encoding="utf-8", newline="\n") as file:
            print("#", note, file=file)
            print(command, file=file)

    def notes(self):
        if not self.script.exists():
            return []
        return [line.removeprefix("# ") for line in self.script.read_text("utf-8").split("\n") if line.startswith("# ")]

    def edit(self, report):
        if not self.script.exists():
            return report
        with subprocess.Popen(["sed", "-f", str(self.script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            output, _ = process.communicate(report.encode())
        if process.returncode:
            raise RuntimeError("sed failed")
        return output.decode()
