import os
import subprocess

PER_DISC = 8
LONGEST = 128 * 1024 - 1     # Linux takes no longer argument


def _escape(text):
    """A text as one field of the index: without tabs and line breaks."""
    return (text.replace("\\", "\\\\").replace("\t", "\\t")
            .replace("\n", "\\n").replace("\r", "\\r"))


def _unescape(field):
    return (field.replace("\\t", "\t").replace("\\n", "\n")
            .replace("\\r", "\r").replace("\\\\", "\\"))


class Chronicle:
    """The index has a line for each disc: its label and its names, with tabs between them."""

    def __init__(self, folder, index):
        self._folder = folder
        self._index = index

    def burn(self, label):
        if not isinstance(label, str) or "\0" in label:
            raise ValueError("this label cannot be an argument")
        try:
            length = len(label.encode("utf-8"))
        except UnicodeEncodeError:
            raise ValueError("this label cannot be an argument") from None
        if length + 10 > LONGEST:
            raise ValueError("this label is too long")
        done = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        names = [name.decode("utf-8", "surrogateescape") for name in done.stdout.split(b"\0") if name]
        count = 0
        for start in range(0, len(names), PER_DISC):
            count += 1
            self._disc(f"{label} {count}", names[start:start + PER_DISC])
            self._note(f"{label} {count}", names[start:start + PER_DISC])
        return count

    def _disc(self, label, names):
        args = [text.encode("utf-8", "surrogateescape") for text in ("burn", "--label", label, "--", *names)]
        subprocess.run(args, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def _note(self, label, names):
        line = "\t".join(map(_escape, [label, *names])) + "\n"
        with open(self._index, "ab") as file:
            file.write(line.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())

    def discs(self):
        try:
            with open(self._index, "rb") as file:
                text = file.read().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return {}
        discs = {}
        for line in text.split("\n")[:-1]:
            label, *names = map(_unescape, line.split("\t"))
            discs[label] = names
        return discs

    def again(self, label):
        names = self.discs()[label]
        self._disc(label, names)
