"""Burns the village chronicle onto discs."""
import json
import os
import subprocess

PER_DISC = 8


class Chronicle:
    """The index is a JSON list of pairs: the label of a disc, and the list of its names."""

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
        return dict(self._load())

    def again(self, label):
        self._start(label, self.discs()[label])

    def _unburnt(self):
        result = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE,
                                stdin=subprocess.DEVNULL, check=False,
                                encoding="utf-8", errors="surrogateescape")
        return [name for name in result.stdout.split("\0") if name]

    def _start(self, disc, names):
        subprocess.run(["burn", "--label", disc, "--", *names], cwd=self._folder,
                       stdin=subprocess.DEVNULL, check=False)

    def _load(self):
        try:
            with open(self._index, encoding="ascii") as file:
                return json.load(file)
        except FileNotFoundError:
            return []

    def _note(self, disc, names):
        pairs = self._load()
        pairs.append((disc, names))
        new = self._index + ".new"
        with open(new, "w", encoding="ascii") as file:
            json.dump(pairs, file)
        os.replace(new, self._index)
