import os
import subprocess


def _escaped(text):
    """One field of the index: no tab, and no line break."""
    return (text.replace("\\", "\\\\").replace("\t", "\\t")
                .replace("\n", "\\n").replace("\r", "\\r"))


def _plain(field):
    return (field.replace("\\t", "\t").replace("\\n", "\n")
                 .replace("\\r", "\r").replace("\\\\", "\\"))


class Chronicle:
    def __init__(self, folder, index):
        self._folder = folder
        self._index = index

    def _unburnt(self):
        printed = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL).stdout
        return [os.fsdecode(name) for name in printed.split(b"\0") if name]

    def _burn(self, label, names):
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self._folder,
                       stdin=subprocess.DEVNULL)

    def _keep(self, label, names):
        """One line for each disc: the label and the names, with tabs between them."""
        with open(self._index, "ab") as file:
            file.write(os.fsencode("\t".join(map(_escaped, [label, *names])) + "\n"))

    def burn(self, label):
        if "\0" in label or len(label.encode("utf-8")) > 100_000:
            raise ValueError("this cannot be a label")
        names = self._unburnt()
        number = 0
        for first in range(0, len(names), 8):
            number += 1
            self._burn(f"{label} {number}", names[first:first + 8])
            self._keep(f"{label} {number}", names[first:first + 8])
        return number

    def discs(self):
        try:
            with open(self._index, "rb") as file:
                lines = file.read().split(b"\n")[:-1]
        except FileNotFoundError:
            return {}
        found = {}
        for line in lines:
            label, *names = map(_plain, os.fsdecode(line).split("\t"))
            found[label] = names
        return found

    def again(self, label):
        self._burn(label, self.discs()[label])
