"""Burns the village chronicle onto discs."""
import os
import subprocess

PER_DISC = 8


def _escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _unescape(text):
    parts = []
    signs = iter(text)
    for sign in signs:
        if sign == "\\":
            sign = {"n": "\n", "r": "\r"}.get(next(signs, ""), "\\")
        parts.append(sign)
    return "".join(parts)


class Chronicle:
    """The index has a line `disc LABEL` for each disc, followed by a line `file NAME` for
    each of its files. Backslashes and ends of lines in them are escaped."""

    def __init__(self, folder, index):
        self._folder = folder
        self._index = index

    def burn(self, label):
        if "\0" in label:
            raise ValueError("a label cannot hold a NUL")
        label.encode("utf-8")  # a UnicodeEncodeError is a ValueError
        names = self._unburnt()
        count = 0
        for start in range(0, len(names), PER_DISC):
            count += 1
            disc = f"{label} {count}"
            part = names[start:start + PER_DISC]
            self._start(disc, part)
            self._note(disc, part)
        return count

    def discs(self):
        try:
            with open(self._index, encoding="utf-8", errors="surrogateescape", newline="") as file:
                text = file.read()
        except FileNotFoundError:
            return {}
        found = {}
        names = []
        for line in text.splitlines():
            kind, _, value = line.partition(" ")
            if kind == "disc":
                names = found[_unescape(value)] = []
            elif kind == "file":
                names.append(_unescape(value))
        return found

    def again(self, label):
        self._start(label, self.discs()[label])

    def _unburnt(self):
        result = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE,
                                stdin=subprocess.DEVNULL, check=False)
        return [os.fsdecode(name) for name in result.stdout.split(b"\0") if name]

    def _start(self, disc, names):
        subprocess.run(["burn", "--label", disc, "--", *names], cwd=self._folder,
                       stdin=subprocess.DEVNULL, check=False)

    def _note(self, disc, names):
        with open(self._index, "a", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(f"disc {_escape(disc)}\n")
            for name in names:
                file.write(f"file {_escape(name)}\n")
