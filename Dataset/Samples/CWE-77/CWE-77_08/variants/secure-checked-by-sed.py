"""Takes letters, digits, blanks and some punctuation only, and escapes what of these sed knows."""
import os
import subprocess

PLAIN = set(" ,;:!?'\"()-+%=@#<>_~{}|")
ESCAPED = set("./&*[]^$\\")


def safe(text, escaped):
    made = ""
    for sign in text:
        if sign in escaped:
            made += "\\"
        elif not (sign.isalnum() or sign in PLAIN or sign in ESCAPED):
            raise ValueError(f"the form does not take {sign!r}")
        made += sign
    return made


class Style:
    def __init__(self, path):
        self.path = path

    def lines(self):
        if not os.path.isfile(self.path):
            return []
        with open(self.path, encoding="utf-8", newline="") as file:
            return file.read().split("\n")

    def add(self, old, new, note, only=""):
        if len(old) == 0:
            raise ValueError("old is empty")
        safe(note, set())
        pattern, place = (safe(text, ESCAPED - {"&"}) for text in (old, only))
        command = ("/" + place + "/" if place else "") + "s/" + pattern + "/" + safe(new, set("/&\\")) + "/g"
        with open(self.path, "a", encoding="utf-8", newline="") as file:
            file.writelines(["# ", note, "\n", command, "\n"])

    def notes(self):
        return [line[2:] for line in self.lines() if line.startswith("# ")]

    def edit(self, report):
        if not os.path.isfile(self.path):
            return report
        return subprocess.check_output(["sed", f"--file={self.path}"], input=report.encode()).decode()
