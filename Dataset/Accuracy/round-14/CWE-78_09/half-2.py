import os
import subprocess
from pathlib import Path


class Chronicle:
    """Account of the discs.

    Names of files hold neither NUL nor a slash, whatever else is in them, so the index
    needs no quotes: "/" stands between the parts of a disc, NUL behind each disc.
    """

    MOST = 8
    ARGUMENT = 131072 - 1

    def __init__(self, folder, index):
        self.folder = folder
        self.index = Path(index)

    def burn(self, label):
        self._check(f"{label} 1")
        output = subprocess.run(["unburnt", "--null", self.folder], stdout=subprocess.PIPE).stdout
        names = output.split(b"\0")[:-1]
        groups = [names[i:i + self.MOST] for i in range(0, len(names), self.MOST)]
        self._check(f"{label} {len(groups)}")
        for number, group in enumerate(groups, 1):
            title = os.fsencode(f"{label} {number}")
            self._burn(title, group)
            with self.index.open("ab") as file:
                file.write(b"/".join([title, *group]) + b"\0")
        return len(groups)

    def _check(self, title):
        raw = os.fsencode(title)        # UnicodeEncodeError is a ValueError
        if b"\0" in raw:
            raise ValueError("NUL in the label")
        if len(raw) > self.ARGUMENT:
            raise ValueError("label too long")

    def _burn(self, title, names):
        subprocess.run([b"burn", b"--label", title, b"--", *names], cwd=self.folder)

    def _read(self):
        if not self.index.exists():
            return {}
        result = {}
        for record in self.index.read_bytes().split(b"\0")[:-1]:
            title, *names = record.split(b"/")
            result[title] = names
        return result

    def discs(self):
        return {
            os.fsdecode(title): [os.fsdecode(name) for name in names]
            for title, names in self._read().items()
        }

    def again(self, label):
        names = self.discs()[label]
        self._burn(os.fsencode(label), [os.fsencode(name) for name in names])
