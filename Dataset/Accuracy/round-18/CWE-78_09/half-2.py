import os
import subprocess

DISC = 8
LONGEST = 128 * 1024  # of one argument, on Linux
# One line for each disc: the label and the names, parted by tabs. What would
# be mistaken for the form is written with a backslash.
ESCAPES = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")]


def escape(text):
    for sign, written in ESCAPES:
        text = text.replace(sign, written)
    return text


def unescape(text):
    for sign, written in reversed(ESCAPES):
        text = text.replace(written, sign)
    return text


class Chronicle:
    def __init__(self, folder, index):
        self.folder = folder
        self.index = index

    def _burn(self, label, names):
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self.folder, stdin=subprocess.DEVNULL)

    def burn(self, label):
        if "\0" in label or len(label.encode("utf-8")) + 20 > LONGEST:
            raise ValueError("this label cannot be an argument")
        out = subprocess.run(
            ["unburnt", "--null", self.folder], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        ).stdout
        names = [os.fsdecode(name) for name in out.split(b"\0") if name]
        number = 0
        for i in range(0, len(names), DISC):
            number += 1
            disc = [f"{label} {number}", *names[i:i + DISC]]
            self._burn(disc[0], disc[1:])
            with open(self.index, "ab") as file:
                file.write(os.fsencode("\t".join(map(escape, disc)) + "\n"))
        return number

    def discs(self):
        try:
            with open(self.index, "rb") as file:
                lines = file.read().split(b"\n")
        except FileNotFoundError:
            return {}
        discs = {}
        for line in lines:
            if line:
                label, *names = map(unescape, os.fsdecode(line).split("\t"))
                discs[label] = names
        return discs

    def again(self, label):
        self._burn(label, self.discs()[label])
