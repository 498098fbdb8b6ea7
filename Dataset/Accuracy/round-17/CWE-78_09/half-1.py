import os
import subprocess

PER_DISC = 8
LONGEST = 131071        # bytes of one argument, on Linux

_SIGNS = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


def _escape(text):
    for sign, escaped in _SIGNS:        # the backslash first
        text = text.replace(sign, escaped)
    return text


def _unescape(text):
    for sign, escaped in reversed(_SIGNS):      # and here last
        text = text.replace(escaped, sign)
    return text


class Chronicle:
    """The index has one line for each disc: its label and the names, with tabs in between."""

    def __init__(self, folder, index):
        self._folder = os.path.abspath(folder)
        self._index = os.path.abspath(index)

    def _unburnt(self):
        done = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE)
        return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]

    def _start(self, label, names):
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self._folder,
                       stdout=subprocess.DEVNULL)

    def burn(self, label):
        if "\0" in label or len(os.fsencode(label)) + 12 > LONGEST:
            raise ValueError("this label cannot be an argument")
        names = self._unburnt()
        discs = [names[i:i + PER_DISC] for i in range(0, len(names), PER_DISC)]
        for number, disc in enumerate(discs, 1):
            full = f"{label} {number}"
            self._start(full, disc)
            line = "\t".join(map(_escape, [full, *disc])) + "\n"
            with open(self._index, "ab") as file:
                file.write(os.fsencode(line))
        return len(discs)

    def discs(self):
        try:
            with open(self._index, "rb") as file:
                lines = os.fsdecode(file.read()).split("\n")[:-1]
        except FileNotFoundError:
            return {}
        result = {}
        for line in lines:
            label, *names = map(_unescape, line.split("\t"))
            result[label] = names
        return result

    def again(self, label):
        self._start(label, self.discs()[label])
