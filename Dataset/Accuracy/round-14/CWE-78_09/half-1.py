import os
import subprocess

PER_DISC = 8
LONGEST = 32 * 4096 - 1     # longest argument that Linux takes


def _escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def _unescape(text):
    return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\")


class Chronicle:
    """The index has a line for each disc: its label and its names, with tabs between them."""

    def __init__(self, folder, index):
        self._folder = folder
        self._index = index

    def burn(self, label):
        names = self._unburnt()
        discs = [
            (f"{label} {number}", names[at:at + PER_DISC])
            for number, at in enumerate(range(0, len(names), PER_DISC), 1)
        ]
        for title in [f"{label} 1"] + [title for title, _ in discs]:
            if "\0" in title or len(os.fsencode(title)) > LONGEST:
                raise ValueError("this label cannot be used")
        for title, some in discs:
            self._start(title, some)
            self._enter(title, some)
        return len(discs)

    def discs(self):
        try:
            with open(self._index, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
                lines = file.read().split("\n")
        except FileNotFoundError:
            return {}
        result = {}
        for line in lines[:-1]:
            title, *names = map(_unescape, line.split("\t"))
            result[title] = names
        return result

    def again(self, label):
        self._start(label, self.discs()[label])

    def _unburnt(self):
        done = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE)
        return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]

    def _start(self, title, names):
        subprocess.run(["burn", "--label", title, "--", *names], cwd=self._folder)

    def _enter(self, title, names):
        with open(self._index, "a", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write("\t".join(map(_escape, [title, *names])) + "\n")
